import type { DenialClass } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { ClaimJudge } from '../intake/claim-judge.ts';
import { findEarlier } from '../intake/earlier-claims.ts';
import type { ComparedClaim, EarlierFound } from '../intake/earlier-claims.ts';
import { jsonRows } from '../intake/json-rows.ts';
import type { WrittenClaim } from '../intake/open-written.ts';
import type { TriageRulesOn } from '../intake/triage-rules.ts';
import type { KeptClaim } from './read-kept.ts';

/** Kept claims as they are judged now, by their places. */
export interface Weighed {
  claims: (WrittenClaim & { classBefore: DenialClass })[];
  earlier: EarlierFound;
}

/** Judges kept claims as their remittance would now: the same class, the same number among those of one key, the same comparison with earlier ones. */
export async function weighKept(tx: Tx, kept: readonly KeptClaim[], rules: TriageRulesOn): Promise<Weighed> {
  const judges = new Map<string | null, ClaimJudge>();
  const claims = kept.map(({ id, remittanceId, class: classBefore, claim, sameKeyBefore }) => {
    const judge = judges.get(remittanceId) ?? new ClaimJudge(tx.organizationId);
    judges.set(remittanceId, judge);
    const judged = judge.judge(claim, rules);
    return { ...judged, sameKeyBefore: sameKeyBefore + judged.sameKeyBefore, claimId: id, classBefore };
  });
  const compared = claims.map(({ claim, claimId, opening }, place) => ({
    ...{ claim, claimId, remittanceId: kept[place]!.remittanceId, isDenied: opening !== null },
  }));
  const earlier = await findEarlier(tx, compared);
  for (const place of await decidedSince(tx, compared))
    if (!earlier.suspicions.has(place)) earlier.suspicions.set(place, DECIDED_SINCE);
  return { claims, earlier };
}

const DECIDED_SINCE = 'A later remittance decided this claim again: see whether it is still denied.';

/** Places of the claims of which a later remittance knows more: what it says was never told to a denial that was not there. */
async function decidedSince(tx: Tx, claims: readonly ComparedClaim[]): Promise<number[]> {
  const wanted = claims.map(({ claim: { clientId, claimNumber, memberId }, remittanceId, claimId }, place) => ({
    ...{ place, clientId, claimNumber, memberId, remittanceId, claimId },
  }));
  const found = await tx.rows<{ place: number }>(sql`
    select w.place from jsonb_to_recordset(${jsonRows(wanted)}::jsonb) as w(place int, "clientId" uuid, "claimNumber" text,
      "memberId" text, "remittanceId" uuid, "claimId" uuid)
    where exists (select from claim c where c.organization_id = ${tx.organizationId} and c.claim_number = w."claimNumber"
      and c.client_id = w."clientId" and c.member_id is not distinct from w."memberId" and c.id > w."claimId"
      and c.remittance_id is distinct from w."remittanceId")`);
  return found.map(({ place }) => place);
}
