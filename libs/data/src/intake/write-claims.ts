import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import type { ClaimRecord } from './claim-record.ts';
import { jsonRows } from './json-rows.ts';
import { ensurePayers } from './ensure-payers.ts';

/** Keeps claims with their lines and adjustments, a statement a table; returns their ids in the order given. */
export async function writeClaims(
  tx: Tx,
  now: Date,
  remittanceId: string | null,
  claims: readonly ClaimRecord[],
): Promise<string[]> {
  if (claims.length === 0) return [];
  const payerIds = await ensurePayers(
    tx,
    now,
    claims.map(({ payer }) => payer),
  );
  const ids = await newIds(tx, claims.length);
  const rows = claims.map(({ lines: _lines, adjustments: _adjustments, payer, ...claim }, index) => ({
    ...claim,
    id: ids[index]!,
    payerId: payerIds.get(payer.identifier)!,
    payerIdentifier: payer.identifier,
  }));
  await insertClaims(tx, now, remittanceId, rows);
  await insertLines(
    tx,
    claims.flatMap(({ lines }, index) => lines.map((line) => ({ ...line, claimId: ids[index]! }))),
  );
  await insertAdjustments(
    tx,
    claims.flatMap(({ adjustments }, index) =>
      adjustments.map((adjustment, ordinal) => ({ ...adjustment, ordinal, claimId: ids[index]! })),
    ),
  );
  return ids;
}

/** Ids that sort by time, so that a batch's rows lie together. */
export async function newIds(tx: Tx, count: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select uuidv7() id from generate_series(1, ${count}::int)`);
  return rows.map(({ id }) => id);
}

async function insertClaims(tx: Tx, now: Date, remittanceId: string | null, rows: object[]): Promise<void> {
  await tx.run(sql`
    insert into claim (id, organization_id, client_id, remittance_id, position, payer_id, payer_identifier, claim_number,
      payer_claim_number, prior_payer_claim_number, claim_status, filing_indicator, frequency, charged_cents, paid_cents,
      patient_responsibility_cents, patient_first_name, patient_last_name, member_id, payee_npi, payee_tax_id, payee_name,
      rendering_npi, rendering_name, facility_name, facility_npi, place_of_service, diagnoses, remarks, service_from,
      service_to, notice_on, class, opens, balanced, warnings, details, created_at)
    select id, ${tx.organizationId}, "clientId", ${remittanceId}, position, "payerId", "payerIdentifier", "claimNumber",
      "payerClaimNumber", "priorPayerClaimNumber", "claimStatus", "filingIndicator", frequency, "chargedCents", "paidCents",
      "patientResponsibilityCents", "patientFirstName", "patientLastName", "memberId", "payeeNpi", "payeeTaxId", "payeeName",
      "renderingNpi", "renderingName", "facilityName", "facilityNpi", "placeOfService", diagnoses, remarks, "serviceFrom",
      "serviceTo", "noticeOn", class, opens, balanced, warnings, details, ${now}
    from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as c(id uuid, "clientId" uuid, position int, "payerId" uuid,
      "payerIdentifier" text, "claimNumber" text, "payerClaimNumber" text, "priorPayerClaimNumber" text, "claimStatus" text,
      "filingIndicator" text, frequency text, "chargedCents" bigint, "paidCents" bigint, "patientResponsibilityCents" bigint,
      "patientFirstName" text, "patientLastName" text, "memberId" text, "payeeNpi" text, "payeeTaxId" text, "payeeName" text,
      "renderingNpi" text, "renderingName" text, "facilityName" text, "facilityNpi" text, "placeOfService" text,
      diagnoses text[], remarks text[], "serviceFrom" date, "serviceTo" date, "noticeOn" date, class text, opens boolean, balanced boolean,
      warnings jsonb, details jsonb)`);
}

async function insertLines(tx: Tx, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into claim_line (organization_id, claim_id, ordinal, qualifier, procedure, modifiers, replaced_procedure,
      revenue_code, charged_cents, paid_cents, units, service_from, service_to, control_number, remarks, class)
    select ${tx.organizationId}, "claimId", ordinal, qualifier, procedure, modifiers, "replacedProcedure",
      "revenueCode", "chargedCents", "paidCents", units, "serviceFrom", "serviceTo", "controlNumber", remarks, class
    from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as l("claimId" uuid, ordinal int, qualifier text, procedure text,
      modifiers text[], "replacedProcedure" text, "revenueCode" text, "chargedCents" bigint, "paidCents" bigint,
      units numeric, "serviceFrom" date, "serviceTo" date, "controlNumber" text, remarks text[], class text)`);
}

async function insertAdjustments(tx: Tx, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into adjustment (organization_id, claim_id, line_ordinal, ordinal, group_code, carc, amount_cents, quantity)
    select ${tx.organizationId}, "claimId", "lineOrdinal", ordinal, "group", carc, "amountCents", quantity
    from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as a("claimId" uuid, "lineOrdinal" int, ordinal int, "group" text,
      carc text, "amountCents" bigint, quantity numeric)`);
}
