import { dateIn } from '@overturn/domain';
import { sql } from '@overturn/data/database/database';
import { writeAudit } from '@overturn/data/audit/audit';
import { draftEvent } from '@overturn/data/events/live-events';
import type { DocumentKind, Op } from '@overturn/workflows/activities';
import { fillLetter } from './letter.ts';
import { TIMER } from './step-context.ts';
import type { StepContext } from './step-context.ts';

type Of<Name extends Op['op']> = Extract<Op, { op: Name }>;
const TITLE: Record<DocumentKind, string> = {
  'exception-request': 'Network exception request',
  'appeal-1': 'Level 1 appeal',
};

/**
 * Drafts a letter from the newest template in force. Drafted again it carries over what came since, as a new
 * version; words that a person changed stay, and so does what is approved.
 */
export async function draftDocument(context: StepContext, { key, document, anew }: Of<'draft'>): Promise<void> {
  const { tx, step, now, rows, timeline } = context;
  if (anew) await setAsideSent(context, key);
  const template = await tx.row<{ id: string; title: string; body: string }>(sql`
    select id, title, body from letter_template where kind = ${document} and effective_from <= ${dateIn(rows.organization.time_zone, step.now)}
    order by version desc limit 1`);
  if (!template) throw new Error(`No template of ${document} is in force.`);
  const { body, exhibits } = await fillLetter(context, template.body);
  const level = document === 'appeal-1' ? 1 : null;
  const row = await tx.row<{ id: string; is_new: boolean }>(sql`
    insert into document (organization_id, denial_id, key, kind, level, template_id, state, title, body, exhibits, created_at, updated_at)
    values (${tx.organizationId}, ${step.denialId}, ${key}, ${document}, ${level}, ${template.id}, 'draft', ${TITLE[document]}, ${body},
            ${JSON.stringify(exhibits)}::jsonb, ${now}, ${now})
    on conflict (denial_id, key) do update set
      body = case when document.edited then document.body else excluded.body end, exhibits = excluded.exhibits,
      version = document.version + 1, updated_at = excluded.updated_at
    where document.state = 'draft' and document.approved_version is null
      and (document.exhibits <> excluded.exhibits or (not document.edited and document.body <> excluded.body))
    returning id, xmax = 0 as is_new`);
  if (!row) return;
  await draftEvent(tx, now, { kind: 'document', denialId: step.denialId, subjectId: row.id });
  if (!row.is_new) return;
  await writeAudit(tx, TIMER, now, {
    act: 'document.drafted',
    subject: { kind: 'document', id: row.id },
    denialId: step.denialId,
    after: { template: template.id },
  });
  timeline.push({
    actor: TIMER,
    code: `document.drafted.${document}`,
    sentence: `${TITLE[document]} drafted from template ${template.id}.`,
  });
}

/** A letter that went out stays as it was sent, under a key of its own. */
const setAsideSent = ({ tx, step }: StepContext, key: string): Promise<number> =>
  tx.run(sql`
    update document set key = concat(key, '/sent-', ${step.generation}::int, '-', ${step.seq}::int)
    where denial_id = ${step.denialId} and key = ${key} and state = 'sent'`);

/** Asks for the PDF of the approved version, or of what the filing clock takes as it stands; the file comes from a job, and with it a message. */
export async function renderDocument(context: StepContext, { key }: Of<'render'>): Promise<void> {
  const { tx, step, now } = context;
  const row = await tx.row<{ id: string; version: number }>(sql`
    update document set state = 'approved', approved_version = version, file_id = null, updated_at = ${now}
    where denial_id = ${step.denialId} and key = ${key} and state <> 'sent' returning id, version`);
  if (!row) return;
  context.toRender.push(row.id);
  await writeAudit(tx, TIMER, now, {
    act: 'document.approved',
    subject: { kind: 'document', id: row.id },
    denialId: step.denialId,
    after: { version: row.version },
  });
}

const WHY: Record<string, string> = {
  'filing-date': 'the filing date is near',
  'exception-denied': 'the exception was denied',
  'payer-silent': 'the payer did not answer',
  chosen: 'it was chosen',
};

/** One record a denial and level: joins the one that is there, whoever asked first. */
export async function ensureAppeal({ tx, step, now, timeline }: StepContext, op: Of<'appeal'>): Promise<void> {
  const row = await tx.row<{ id: string }>(sql`
    insert into appeal (organization_id, denial_id, level, reason, state, document_id, created_at)
    select ${tx.organizationId}, ${step.denialId}, ${op.level}, ${op.reason}, 'drafted', id, ${now}
    from document where denial_id = ${step.denialId} and key = ${op.document}
    on conflict (denial_id, level) do update set reason = excluded.reason, document_id = excluded.document_id
    where appeal.document_id is null returning id`); // of a denial that was reopened
  if (!row) return;
  await writeAudit(tx, TIMER, now, {
    act: 'appeal.drafted',
    subject: { kind: 'appeal', id: row.id },
    denialId: step.denialId,
    after: { level: op.level, reason: op.reason },
  });
  timeline.push({
    actor: TIMER,
    code: 'appeal.drafted',
    sentence: `Appeal level ${op.level} begun, because ${WHY[op.reason]}.`,
  });
}

type Settled = Of<'settle-appeal'>['how'];
const SETTLED: Record<Settled, (onGrant: 'hold' | 'withdraw') => string> = {
  granted: (onGrant) => (onGrant === 'hold' ? 'held' : 'withdrawn'),
  paid: () => 'withdrawn',
  won: () => 'won',
  lost: () => 'lost',
};

/** A granted exception holds or withdraws the protective appeal, as the organization has set; payment withdraws what was held. */
export async function settleAppeal(context: StepContext, op: Of<'settle-appeal'>): Promise<void> {
  const { tx, step, now, rows, timeline } = context;
  const state = SETTLED[op.how](rows.organization.protective_appeal_on_grant);
  const row = await tx.row<{ id: string }>(sql`
    update appeal set state = ${state} where denial_id = ${step.denialId} and level = ${op.level} and state in ('drafted', 'sent', 'held') returning id`);
  if (!row) return;
  if (state === 'withdrawn') await withdrawDocument(context, 'appeal-1');
  await writeAudit(tx, TIMER, now, {
    act: `appeal.${state}`,
    subject: { kind: 'appeal', id: row.id },
    denialId: step.denialId,
  });
  timeline.push({ actor: TIMER, code: `appeal.${state}`, sentence: `Appeal level ${op.level}: ${state}.` });
}

/** A letter that is no longer wanted, unless it went out. */
async function withdrawDocument({ tx, step, now }: StepContext, key: string): Promise<void> {
  const row = await tx.row<{ id: string }>(sql`
    update document set state = 'withdrawn', updated_at = ${now}
    where denial_id = ${step.denialId} and key = ${key} and state in ('draft', 'approved', 'rendered') returning id`);
  if (!row) return;
  await writeAudit(tx, TIMER, now, {
    act: 'document.withdrawn',
    subject: { kind: 'document', id: row.id },
    denialId: step.denialId,
  });
  await draftEvent(tx, now, { kind: 'document', denialId: step.denialId, subjectId: row.id });
}
