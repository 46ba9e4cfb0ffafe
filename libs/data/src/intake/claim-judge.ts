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
  readonly #keys = new Map<string, number>();

  constructor(organizationId: string) {
    this.#organizationId = organizationId;
  }

  judge(read: UnjudgedClaim, rules: TriageRulesOn): JudgedClaim {
    const { claim, opening } = judgeClaim(read, rules(read.noticeOn));
    return { claim, opening, sameKeyBefore: opening ? this.count(claim) : 0 };
  }

  /** Counts a claim that opens, or that opened when an earlier run wrote it; answers how many of its key came before. */
  count(claim: UnjudgedClaim): number {
    const key = keyOf(this.#organizationId, { ...claim, source: 'remittance', externalId: null, sameKeyBefore: 0 });
    const before = this.#keys.get(key) ?? 0;
    this.#keys.set(key, before + 1);
    return before;
  }
}
