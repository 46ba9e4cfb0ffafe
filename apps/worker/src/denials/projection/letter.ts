import { dateIn, pathRow } from '@overturn/domain';
import { TO_COMPLETE } from '@overturn/domain/letters/letter-lacks';
import { sql } from '@overturn/data/database/database';
import type { StepContext } from './step-context.ts';

export interface Exhibit {
  label: string;
  fileId: string | null;
  name: string | null;
}

const SLOT_LABEL: Record<string, string> = {
  'directory-proof': 'Directory proof',
  'referral-records': 'Referral and authorization records',
  'network-communications': 'Communications about in-network options',
};

/** Fills a template from the denial; what is not known is marked, so that a reviewer sees it. */
export async function fillLetter(
  context: StepContext,
  template: string,
): Promise<{ body: string; exhibits: Exhibit[] }> {
  const exhibits = await readExhibits(context);
  const values: Record<string, string | null> = { ...(await letterValues(context)), exhibits: listExhibits(exhibits) };
  const body = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] || TO_COMPLETE);
  return { body, exhibits };
}

async function readExhibits({ tx, step }: StepContext): Promise<Exhibit[]> {
  const rows = await tx.rows<{ slot: string; file_id: string | null; name: string | null; note: string | null }>(sql`
    select e.slot, e.file_id, f.name, e.note from evidence e left join stored_file f on f.id = e.file_id
    where e.denial_id = ${step.denialId} and not e.does_not_exist order by e.created_at, e.id`);
  return rows.map(({ slot, file_id, name, note }, index) => ({
    label: `Exhibit ${index + 1}: ${SLOT_LABEL[slot] ?? slot}${note ? ` (${note})` : ''}`,
    fileId: file_id,
    name,
  }));
}

const listExhibits = (exhibits: Exhibit[]): string =>
  exhibits.length === 0 ? 'No exhibits.' : exhibits.map(({ label }) => label).join('\n');

/** What the payer did, told back to it; what we think of its rows and dates stays with us. */
const ANSWERS = [
  'payer-approved',
  'payer-partly',
  'payer-denied',
  'payer-more-information',
  'payer-lost',
  'payer-silent',
];

async function letterValues({ tx, step, rows }: StepContext): Promise<Record<string, string | null>> {
  const { denial, claim, view } = rows;
  const timeZone = rows.organization.time_zone;
  const history = await tx.rows<{ at: Date; sentence: string }>(sql`
    select at, sentence from timeline_entry where denial_id = ${step.denialId} and (code = any(${ANSWERS}) or code like 'sent.%') order by at`);
  const evidence = rows.evidence.map(
    ({ slot, does_not_exist }) => `${SLOT_LABEL[slot] ?? slot}: ${does_not_exist ? 'does not exist' : 'attached'}`,
  );
  return {
    today: dateIn(timeZone, step.now),
    payerName: denial.payer_name,
    claimNumber: claim?.claim_number ?? null,
    payerClaimNumber: claim?.payer_claim_number ?? null,
    patientName: [claim?.patient_first_name, claim?.patient_last_name].filter(Boolean).join(' '),
    memberId: claim?.member_id ?? null,
    serviceDates: [...new Set([claim?.service_from, claim?.service_to])].filter(Boolean).join(' to '),
    procedures: claim?.procedures.join(', ') ?? null,
    diagnoses: claim?.diagnoses.join(', ') ?? null,
    billingName: claim?.payee_name ?? null,
    billingNpi: claim?.payee_npi ?? null,
    taxId: claim?.payee_tax_id ?? null,
    renderingName: claim?.rendering_name ?? claim?.rendering_npi ?? claim?.payee_name ?? null,
    amount: (denial.amount_cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' }),
    noticeOn: denial.notice_on,
    wording: denial.wording ?? 'as coded on the remittance',
    reasons: view.path ? pathRow(view.path).when : null,
    evidence: [...new Set(evidence)].join('\n') || null,
    requestedLevel: 'in-network',
    history:
      history.map(({ at, sentence }) => `${dateIn(timeZone, at.toISOString())}: ${sentence}`).join('\n') ||
      'No answer is on record.',
  };
}
