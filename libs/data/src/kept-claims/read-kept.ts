import type { DenialClass } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import type { UnjudgedClaim } from '../intake/judge-claim.ts';

/** A claim that is in the database, to be judged anew. */
export interface KeptClaim {
  id: string;
  remittanceId: string | null;
  /** Its class so far. */
  class: DenialClass;
  /** The denial that it opened already, or came again for. */
  denialId: string | null;
  /** Other claims of its remittance under the same key that opened a denial or came again for one: its own number among them. */
  sameKeyBefore: number;
  claim: UnjudgedClaim;
}

/** `c` opened nothing and came again for nothing. */
export const IS_KEPT: Sql = sql`(c.remittance_id is not null and c.duplicate_of is null
  and not exists (select from denial d where d.organization_id = c.organization_id and d.claim_id = c.id))`;

/**
 * Whoever opens kept claims of a remittance does so alone, and not while it is read: claims that share a key are numbered
 * one after another. Answers those that are still being read.
 */
export async function holdRemittances(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const held = await tx.rows<{ id: string; isRead: boolean }>(sql`
    select id, state in ('imported', 'failed') "isRead" from remittance where id = any(${ids}::uuid[]) order by id for no key update`);
  return new Set(held.filter(({ isRead }) => !isRead).map(({ id }) => id));
}

/** In the order in which they were written. */
export const readKept = (tx: Tx, claimIds: readonly string[]): Promise<KeptClaim[]> =>
  tx.rows<KeptClaim>(sql`
    select c.id, c.remittance_id "remittanceId", c.class, (${SAME_KEY_BEFORE}) "sameKeyBefore",
      (select d.id from denial d where d.organization_id = c.organization_id and d.claim_id in (c.id, c.duplicate_of) limit 1) "denialId",
      jsonb_build_object('clientId', c.client_id, 'position', c.position, 'claimNumber', c.claim_number,
        'payer', jsonb_build_object('identifier', c.payer_identifier, 'name', p.name),
        'payerClaimNumber', c.payer_claim_number, 'priorPayerClaimNumber', c.prior_payer_claim_number,
        'claimStatus', c.claim_status, 'filingIndicator', c.filing_indicator, 'frequency', c.frequency,
        'chargedCents', c.charged_cents, 'paidCents', c.paid_cents,
        'patientResponsibilityCents', c.patient_responsibility_cents, 'patientFirstName', c.patient_first_name,
        'patientLastName', c.patient_last_name, 'memberId', c.member_id, 'payeeNpi', c.payee_npi,
        'payeeTaxId', c.payee_tax_id, 'payeeName', c.payee_name, 'renderingNpi', c.rendering_npi,
        'renderingName', c.rendering_name, 'facilityName', c.facility_name, 'facilityNpi', c.facility_npi,
        'placeOfService', c.place_of_service, 'diagnoses', c.diagnoses, 'remarks', c.remarks,
        'serviceFrom', c.service_from, 'serviceTo', c.service_to, 'noticeOn', c.notice_on, 'balanced', c.balanced,
        'warnings', c.warnings, 'details', c.details) || jsonb_build_object('lines', ${LINES}, 'adjustments', ${ADJUSTMENTS}) claim
    from claim c join payer p on p.id = c.payer_id where c.id = any(${claimIds}::uuid[]) order by c.id`);

const SAME_KEY_BEFORE: Sql = sql`
  select count(*) from claim o
  where o.remittance_id = c.remittance_id and o.id <> c.id and o.payer_identifier = c.payer_identifier
    and (o.opens or exists (select from denial d where d.organization_id = o.organization_id and d.claim_id = o.id))
    and (o.payer_claim_number = c.payer_claim_number
         or o.payer_claim_number is null and c.payer_claim_number is null and o.claim_number = c.claim_number
            and o.service_from is not distinct from c.service_from and o.service_to is not distinct from c.service_to)`;

const LINES: Sql = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('ordinal', ordinal, 'qualifier', qualifier, 'procedure', procedure,
    'modifiers', coalesce(modifiers, '{}'), 'replacedProcedure', replaced_procedure, 'revenueCode', revenue_code,
    'chargedCents', charged_cents, 'paidCents', paid_cents, 'units', units, 'serviceFrom', service_from,
    'serviceTo', service_to, 'controlNumber', control_number, 'remarks', coalesce(remarks, '{}')) order by ordinal), '[]')
  from claim_line where claim_id = c.id)`;

const ADJUSTMENTS: Sql = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('lineOrdinal', line_ordinal, 'group', group_code, 'carc', carc,
    'amountCents', amount_cents, 'quantity', quantity) order by ordinal), '[]')
  from adjustment where claim_id = c.id)`;
