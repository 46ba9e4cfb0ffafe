import type { AmendClaimBody } from '@overturn/contracts';
import { DomainError, identifierError, normalizeIdentifier } from '@overturn/domain';
import type { IdentifierKind } from '@overturn/domain';
import { actorOf, ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { postMessage } from '../outbox/outbox.ts';

type Facts = Omit<AmendClaimBody, 'claimNumber' | 'payerClaimNumber' | 'clientId'>;

const CHECKED: Partial<Record<keyof Facts, IdentifierKind>> = {
  diagnoses: 'icd10',
  billingNpi: 'npi',
  taxId: 'taxId',
  renderingNpi: 'npi',
  facilityNpi: 'npi',
};

/**
 * Adds what a remittance does not carry to every claim of that number, and tells their open denials. Throws BAD_INPUT for
 * an id that cannot be right, NOT_FOUND when no claim has the number.
 */
export async function amendClaims(
  tx: Tx,
  now: Date,
  caller: Caller,
  body: AmendClaimBody,
): Promise<{ claimIds: string[] }> {
  const { claimNumber, payerClaimNumber, clientId, ...given } = body;
  const facts = checkFacts(given);
  const rows = await tx.rows<{ id: string; clientId: string }>(sql`
    update claim c set
      diagnoses = coalesce(${facts.diagnoses ?? null}::text[], diagnoses), payee_npi = coalesce(${facts.billingNpi ?? null}::text, payee_npi),
      payee_tax_id = coalesce(${facts.taxId ?? null}::text, payee_tax_id), rendering_npi = coalesce(${facts.renderingNpi ?? null}::text, rendering_npi),
      rendering_name = coalesce(${facts.renderingName ?? null}::text, rendering_name), facility_npi = coalesce(${facts.facilityNpi ?? null}::text, facility_npi),
      facility_name = coalesce(${facts.facilityName ?? null}::text, facility_name),
      place_of_service = coalesce(${facts.placeOfService ?? null}::text, place_of_service)
    where organization_id = ${tx.organizationId} and claim_number = ${claimNumber} and ${ofClients(caller, sql`c.client_id`)}
      and ${equals(sql`payer_claim_number`, payerClaimNumber)} and ${equals(sql`client_id`, clientId)}
    returning id, client_id "clientId"`);
  if (rows.length === 0)
    throw new DomainError(
      'NOT_FOUND',
      'No claim with this number has been read yet. Send it again after its remittance.',
      {},
    );
  const claimIds = rows.map(({ id }) => id);
  await writeAudit(tx, actorOf(caller), now, {
    act: 'claims.amended',
    subject: { kind: 'claim', id: claimIds[0]! },
    after: { claimIds, ...facts },
  });
  await tellDenials(tx, now, claimIds);
  return { claimIds };
}

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

/** Ids in their plain form; one sentence a field that cannot be right. */
function checkFacts(given: Facts): Facts {
  const errors: Record<string, string> = {};
  const plain: Record<string, unknown> = { ...given };
  for (const [name, kind] of Object.entries(CHECKED) as [keyof Facts, IdentifierKind][]) {
    const value = given[name];
    if (value === undefined) continue;
    const values = [value].flat().map((one) => normalizeIdentifier(kind, one));
    const error = values.map((one) => identifierError(kind, one)).find(Boolean);
    if (error) errors[name] = error;
    plain[name] = Array.isArray(value) ? values : values[0];
  }
  const wrong = Object.keys(errors);
  if (wrong.length > 0) throw new DomainError('BAD_INPUT', `Please check: ${wrong.join(', ')}.`, { fields: errors });
  return plain;
}
