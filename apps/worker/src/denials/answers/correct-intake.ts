import { sql } from '@overturn/data/database/database';
import type { StepContext } from '../projection/step-context.ts';
import type { AnsweredTask } from './apply-answer.ts';

/** A reviewer's corrections: facts of the denial, and those of the claim that a remittance does not carry. */
export async function correctIntake(context: StepContext, task: AnsweredTask): Promise<void> {
  const { tx, step, rows } = context;
  const { outcome, answer, completed_at } = task;
  if (outcome !== 'corrected') return;
  const given = (name: string): unknown => answer[name] ?? null;
  const confirmed = answer['filingDateConfirmed'] === true ? completed_at : null;
  await tx.run(sql`
    update denial set
      received_on = coalesce(${given('receivedOn')}::date, received_on),
      notice_on = coalesce(${given('noticeOn')}::date, notice_on),
      printed_deadline_on = coalesce(${given('printedDeadline')}::date, printed_deadline_on),
      regime = coalesce(${given('regime')}::text, regime),
      regime_settled = regime_settled or coalesce(${given('regime')}::text, 'unknown') <> 'unknown',
      plan_type = coalesce(${given('planType')}::text, plan_type),
      wording = coalesce(${given('wording')}::text, wording),
      filing_confirmed_at = coalesce(${confirmed}::timestamptz, filing_confirmed_at),
      class_confidence = 'high', suspicion = null, version = version + 1
    where id = ${step.denialId}`);
  await addDocument(context, task);
  if (!rows.claim) return;
  await tx.run(sql`
    update claim set
      payee_npi = coalesce(${given('billingNpi')}::text, payee_npi),
      payee_tax_id = coalesce(${given('taxId')}::text, payee_tax_id),
      rendering_npi = coalesce(${given('renderingNpi')}::text, rendering_npi),
      rendering_taxonomy = coalesce(${given('taxonomy')}::text, rendering_taxonomy),
      service_from = coalesce(${given('serviceFrom')}::date, service_from),
      facility_npi = coalesce(${given('facilityNpi')}::text, facility_npi),
      place_of_service = coalesce(${given('placeOfService')}::text, place_of_service),
      diagnoses = coalesce(${given('diagnoses')}::text[], diagnoses)
    where id = ${rows.claim.id}`);
  await addProcedures(tx, rows.claim.id, answer['procedures']);
}

/** What the payer wants to see and was said not to exist. */
async function addDocument({ tx, step, now }: StepContext, { id, answer, completed_by }: AnsweredTask): Promise<void> {
  const { documentSlot: slot, documentFile: file } = answer;
  if (!slot || !file) return;
  await tx.run(sql`
    insert into evidence (organization_id, denial_id, slot, task_id, file_id, does_not_exist, created_at, created_by)
    values (${tx.organizationId}, ${step.denialId}, ${slot}, ${id}, ${file}, false, ${now}, ${completed_by})`);
}

/** Procedures of a claim that came without lines; lines as received stay as they are. */
async function addProcedures(tx: StepContext['tx'], claimId: string, procedures: unknown): Promise<void> {
  if (!Array.isArray(procedures) || procedures.length === 0) return;
  await tx.run(sql`
    insert into claim_line (organization_id, claim_id, ordinal, procedure, charged_cents, paid_cents, units)
    select ${tx.organizationId}, ${claimId}, row_number() over () + (select coalesce(max(ordinal), 0) from claim_line where claim_id = ${claimId}),
           code, 0, 0, 0
    from unnest(${procedures}::text[]) code
    where not exists (select from claim_line l where l.claim_id = ${claimId} and l.procedure = code)`);
}
