import type { AmendClaimBody } from '@overturn/contracts';
import { writeAudits } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import type { ClaimRecord } from '../intake/claim-record.ts';
import { jsonRows } from '../intake/json-rows.ts';
import { factsBefore } from './claim-facts.ts';
import type { ClaimFacts, FactFields } from './claim-facts.ts';

/** The claims that facts are told of; no client: whosever claim it is. */
export interface ToldOf extends Pick<AmendClaimBody, 'claimNumber' | 'payerClaimNumber'> {
  clientIds: readonly (string | null)[];
}

/** Keeps facts for claims that come later; what was told before of the same claims stays where nothing else is said. */
export async function keepFacts(tx: Tx, now: Date, of: ToldOf, facts: ClaimFacts): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    insert into claim_fact (organization_id, client_id, claim_number, payer_claim_number, facts, told_at)
    select ${tx.organizationId}, client, ${of.claimNumber}, ${of.payerClaimNumber ?? null}, ${JSON.stringify(facts)}::jsonb, ${now}
    from unnest(${of.clientIds}::uuid[]) client
    on conflict (organization_id, claim_number, payer_claim_number, client_id)
      do update set facts = claim_fact.facts || excluded.facts, told_at = excluded.told_at
    returning id`);
  return rows.map(({ id }) => id);
}

/**
 * Waits until no claims of the organization are being written, and lets none be until this act is over: what is told
 * here is either found by whoever writes a claim, or finds the claim.
 */
export const holdNewClaims = (tx: Tx): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${lockOf(tx)}, 0))`);

const lockOf = (tx: Tx): string => `claim-facts/${tx.organizationId}`;

type Named = Pick<ClaimRecord, 'clientId' | 'claimNumber' | 'payerClaimNumber'>;

/** What was told before of claims that are about to be written, by the claim's place; of two words the later. */
export async function readToldFacts(tx: Tx, claims: readonly Named[]): Promise<Map<number, ClaimFacts>> {
  await tx.run(sql`select pg_advisory_xact_lock_shared(hashtextextended(${lockOf(tx)}, 0))`);
  const wanted = claims.map(({ clientId, claimNumber, payerClaimNumber }, place) => ({
    ...{ place, clientId, claimNumber, payerClaimNumber },
  }));
  const rows = await tx.rows<{ place: number; facts: ClaimFacts }>(sql`
    select w.place, f.facts
    from jsonb_to_recordset(${jsonRows(wanted)}::jsonb) as w(place int, "clientId" uuid, "claimNumber" text, "payerClaimNumber" text)
    join claim_fact f on f.organization_id = ${tx.organizationId} and f.claim_number = w."claimNumber"
      and (f.client_id is null or f.client_id = w."clientId")
      and (f.payer_claim_number is null or f.payer_claim_number = w."payerClaimNumber")
    order by f.told_at, f.id`);
  const told = new Map<number, ClaimFacts>();
  for (const { place, facts } of rows) told.set(place, { ...told.get(place), ...facts });
  return told;
}

/** A claim that was written with what had been told of it. */
export interface ToldClaim {
  /** As it came, before the facts. */
  claim: FactFields;
  claimId: string;
  denialId: string | null;
  facts: ClaimFacts;
}

export const auditToldFacts = (tx: Tx, now: Date, actor: Actor, told: readonly ToldClaim[]): Promise<void> =>
  writeAudits(
    tx,
    actor,
    now,
    told.map(({ claim, claimId, denialId, facts }) => ({
      act: 'claims.amended',
      subject: { kind: 'claim', id: claimId },
      denialId,
      before: factsBefore(claim, facts),
      after: facts,
    })),
  );
