import { isReadjudication, isSuspectedDuplicate } from '@overturn/domain';
import type { ClaimIdentity, LaterClaim } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import type { ClaimRecord } from './claim-record.ts';
import { jsonRows } from './json-rows.ts';

/** What earlier denials mean for the claims of a batch, by the claim's place in it. */
export interface EarlierFound {
  /** The denial that a re-adjudication belongs to. */
  attached: Map<number, { denialId: string }>;
  /** Why a claim may be an earlier one again: for a person to look at, no more. */
  suspicions: Map<number, string>;
}

/** A claim that is compared with those before it. */
export interface ComparedClaim {
  claim: ClaimRecord;
  remittanceId: string | null;
  /** It opens a denial itself. */
  isDenied: boolean;
  /** Of one that was kept: only claims that were written before it are earlier. */
  claimId?: string;
}

interface EarlierClaim {
  place: number;
  denialId: string;
  isOpen: boolean;
  payerClaimNumber: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
  chargedCents: number;
}

/**
 * Compares claims with those of the same number and member that opened a denial before. Claims of one remittance are never
 * merged, and what is a denial itself never waits for somebody to reopen a closed one: it gets its own dates.
 */
export async function findEarlier(tx: Tx, claims: readonly ComparedClaim[]): Promise<EarlierFound> {
  const found: EarlierFound = { attached: new Map(), suspicions: new Map() };
  for (const earlier of await readEarlier(tx, claims)) {
    const { place, denialId } = earlier;
    const { claim, isDenied } = claims[place]!;
    const later = laterClaim(claim);
    const denied: ClaimIdentity = { ...later, ...known(earlier) };
    const isAgain = isReadjudication(denied, later);
    const belongs = isAgain && (earlier.isOpen || !isDenied);
    if (belongs && !found.attached.has(place)) found.attached.set(place, { denialId });
    if (found.suspicions.has(place)) continue;
    if (isAgain && !belongs) found.suspicions.set(place, afterTheClose(earlier.payerClaimNumber));
    if (isSuspectedDuplicate(denied, later)) found.suspicions.set(place, suspicion(earlier.payerClaimNumber));
  }
  return found;
}

/** The denial whose claim number is named comes first, then the newest. */
async function readEarlier(tx: Tx, claims: readonly ComparedClaim[]): Promise<EarlierClaim[]> {
  const wanted = claims.map(({ claim, remittanceId, claimId }, place) => {
    const { clientId, claimNumber, memberId, payerClaimNumber, priorPayerClaimNumber: prior } = claim;
    return { place, remittanceId, claimId, clientId, claimNumber, memberId, payerClaimNumber, prior };
  });
  return tx.rows<EarlierClaim>(sql`
    select w.place, d.id "denialId", not v.closing "isOpen", c.payer_claim_number "payerClaimNumber",
      c.service_from "serviceFrom", c.service_to "serviceTo", c.charged_cents "chargedCents"
    from jsonb_to_recordset(${jsonRows(wanted)}::jsonb) as w(place int, "remittanceId" uuid, "claimId" uuid,
      "clientId" uuid, "claimNumber" text, "memberId" text, "payerClaimNumber" text, prior text)
    join claim c on c.organization_id = ${tx.organizationId} and c.claim_number = w."claimNumber"
      and c.client_id = w."clientId" and c.member_id is not distinct from w."memberId"
      and c.remittance_id is distinct from w."remittanceId" and (w."claimId" is null or c.id < w."claimId")
    join denial d on d.organization_id = ${tx.organizationId} and d.claim_id = c.id
    join denial_view v on v.denial_id = d.id
    order by w.place, c.payer_claim_number is not distinct from w.prior desc,
      c.payer_claim_number is not distinct from w."payerClaimNumber" desc, d.opened_at desc, d.id`);
}

const laterClaim = (claim: ClaimRecord): LaterClaim => ({
  claimNumber: claim.claimNumber,
  payerClaimNumber: claim.payerClaimNumber ?? undefined,
  memberId: claim.memberId ?? undefined,
  serviceFrom: claim.serviceFrom ?? undefined,
  serviceTo: claim.serviceTo ?? undefined,
  chargedCents: claim.chargedCents,
  originalClaimNumber: claim.priorPayerClaimNumber ?? undefined,
  frequency: claim.frequency ?? undefined,
  claimStatus: claim.claimStatus,
});

const known = (earlier: EarlierClaim) => ({
  payerClaimNumber: earlier.payerClaimNumber ?? undefined,
  serviceFrom: earlier.serviceFrom ?? undefined,
  serviceTo: earlier.serviceTo ?? undefined,
  chargedCents: earlier.chargedCents,
});

const afterTheClose = (payerClaimNumber: string | null): string =>
  `This claim is decided again and denied; its earlier denial under payer claim number ${payerClaimNumber ?? 'none'} is closed.`;

const suspicion = (payerClaimNumber: string | null): string =>
  `Same claim number, member, dates and charge as an earlier denial under payer claim number ${payerClaimNumber ?? 'none'}: it may be the same claim again.`;
