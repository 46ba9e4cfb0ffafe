import { keyOf } from '../denials/open-key.ts';
import type { ClaimRecord } from './claim-record.ts';
import { judgeClaim } from './judge-claim.ts';
import type { Opening, UnjudgedClaim } from './judge-claim.ts';
import type { TriageRulesOn } from './triage-rules.ts';

/** A claim with what the triage says of it. */
export interface JudgedClaim {
  claim: ClaimRecord;
  /** Null: it is kept, and opens nothing by itself. */
  opening: Opening | null;
  /** Claims before it in its remittance that open a denial with the same key. */
  sameKeyBefore: number;
}

/** Judges the claims of one remittance in their order, and counts those that share a key. */
export class ClaimJudge {
  readonly #organizationId: string;
  readonly #rules: TriageRulesOn;
  readonly #keys = new Map<string, number>();

  constructor(organizationId: string, rules: TriageRulesOn) {
    this.#organizationId = organizationId;
    this.#rules = rules;
  }

  judge(read: UnjudgedClaim): JudgedClaim {
    const { claim, opening } = judgeClaim(read, this.#rules(read.noticeOn));
    if (!opening) return { claim, opening, sameKeyBefore: 0 };
    const key = keyOf(this.#organizationId, { ...claim, source: 'remittance', externalId: null, sameKeyBefore: 0 });
    const sameKeyBefore = this.#keys.get(key) ?? 0;
    this.#keys.set(key, sameKeyBefore + 1);
    return { claim, opening, sameKeyBefore };
  }
}
