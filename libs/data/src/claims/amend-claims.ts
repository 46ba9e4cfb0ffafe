import type { AmendClaimBody, AmendedClaims } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { actorOf, ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { checkNamed } from '../accounts/named-rows.ts';
import { writeAudit, writeAudits } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { postMessage } from '../outbox/outbox.ts';
import { checkFacts, factsBefore } from './claim-facts.ts';
import type { ClaimFacts, FactFields } from './claim-facts.ts';
import { holdNewClaims, keepFacts } from './told-facts.ts';
import type { ToldOf } from './told-facts.ts';

interface Amended {
  id: string;
  denialId: string | null;
  before: FactFields;
}

/**
 * Adds what a remittance does not carry to every claim of that number, those that come later too, and tells their open
 * denials. Throws BAD_INPUT for an id that cannot be right, NOT_ALLOWED for a client that is not the caller's.
 */
export async function amendClaims(tx: Tx, now: Date, caller: Caller, body: AmendClaimBody): Promise<AmendedClaims> {
  const { claimNumber, payerClaimNumber, clientId, ...given } = body;
  const facts = checkFacts(given);
  const of: ToldOf = { claimNumber, payerClaimNumber, clientIds: await clientsOf(tx, caller, clientId) };
  await holdNewClaims(tx);
  const [factId] = await keepFacts(tx, now, of, facts);
  const amended = await amend(tx, caller, body, facts);
  await writeAudits(
    tx,
    actorOf(caller),
    now,
    amended.map(({ id, denialId, before }) => ({
      act: 'claims.amended',
      subject: { kind: 'claim', id },
      denialId,
      before: factsBefore(before, facts),
      after: facts,
    })),
  );
  if (amended.length === 0)
    await writeAudit(tx, actorOf(caller), now, {
      act: 'claims.facts-kept',
      subject: { kind: 'claim-fact', id: factId! },
      after: { ...of, ...facts },
    });
  const claimIds = amended.map(({ id }) => id);
  await tellDenials(tx, now, claimIds);
  return claimIds.length > 0
    ? { state: 'applied', sentence: 'Added to the claim.', claimIds }
    : { state: 'kept', sentence: 'No claim has this number yet: kept for when the claim arrives.', claimIds };
}

/** Whose claims are meant: one who works for some clients speaks of theirs only. */
async function clientsOf(tx: Tx, caller: Caller, clientId: string | undefined): Promise<(string | null)[]> {
  if (clientId !== undefined) await checkNamed(tx, 'client', [clientId]);
  if (caller.clientIds.length === 0) return [clientId ?? null];
  if (clientId === undefined) return [...caller.clientIds];
  if (!caller.clientIds.includes(clientId))
    throw new DomainError('NOT_ALLOWED', 'Name one of your clients.', {
      fields: { clientId: 'Name one of your clients.' },
    });
  return [clientId];
}

const amend = (
  tx: Tx,
  caller: Caller,
  { claimNumber, payerClaimNumber, clientId }: AmendClaimBody,
  facts: ClaimFacts,
): Promise<Amended[]> =>
  tx.rows(sql`
    update claim c set
      diagnoses = coalesce(${facts.diagnoses ?? null}::text[], diagnoses), payee_npi = coalesce(${facts.billingNpi ?? null}::text, payee_npi),
      payee_tax_id = coalesce(${facts.taxId ?? null}::text, payee_tax_id), rendering_npi = coalesce(${facts.renderingNpi ?? null}::text, rendering_npi),
      rendering_name = coalesce(${facts.renderingName ?? null}::text, rendering_name), facility_npi = coalesce(${facts.facilityNpi ?? null}::text, facility_npi),
      facility_name = coalesce(${facts.facilityName ?? null}::text, facility_name),
      place_of_service = coalesce(${facts.placeOfService ?? null}::text, place_of_service)
    where organization_id = ${tx.organizationId} and claim_number = ${claimNumber} and ${ofClients(caller, sql`c.client_id`)}
      and ${equals(sql`payer_claim_number`, payerClaimNumber)} and ${equals(sql`client_id`, clientId)}
    returning c.id, (select d.id from denial d where d.organization_id = c.organization_id and d.claim_id = c.id limit 1) "denialId",
      jsonb_build_object('diagnoses', old.diagnoses, 'payeeNpi', old.payee_npi, 'payeeTaxId', old.payee_tax_id,
        'renderingNpi', old.rendering_npi, 'renderingName', old.rendering_name, 'facilityNpi', old.facility_npi,
        'facilityName', old.facility_name, 'placeOfService', old.place_of_service) before`);

const equals = (column: Sql, value: string | undefined): Sql =>
  value === undefined ? sql`true` : sql`${column} = ${value}`;

async function tellDenials(tx: Tx, now: Date, claimIds: string[]): Promise<void> {
  const denials = await tx.rows<{ id: string; clientId: string }>(sql`
    select d.id, d.client_id "clientId" from denial d join denial_view v on v.denial_id = d.id
    where d.organization_id = ${tx.organizationId} and d.claim_id = any(${claimIds}::uuid[]) and not v.closing order by d.id`);
  for (const { id, clientId } of denials) {
    await postMessage(tx, now, { denialId: id, kind: 'facts-changed', payload: {} });
    await draftEvent(tx, now, { kind: 'denial', clientId, denialId: id });
  }
}
