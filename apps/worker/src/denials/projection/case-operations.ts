import { closureRow, pathRow, stageRow } from '@overturn/domain';
import { writeAudit } from '@overturn/data/audit/audit';
import { sql } from '@overturn/data/database/database';
import { releaseMessage } from '@overturn/data/outbox/outbox';
import { draftEvent } from '@overturn/data/events/live-events';
import type { Op } from '@overturn/workflows/activities';
import { commandSentence } from './command-sentence.ts';
import type { DecidedCommand } from './command-sentence.ts';
import { payerDateLines } from './payer-note.ts';
import { ruleLines } from './rule-note.ts';
import { NOTES } from './note-sentences.ts';
import { ENGINE, TIMER } from './step-context.ts';
import type { StepContext, TimelineLine } from './step-context.ts';
import { cancelTask } from './task-operations.ts';

type Of<Name extends Op['op']> = Extract<Op, { op: Name }>;

export async function enterStage(
  { tx, step, now, rows, timeline }: StepContext,
  { stage }: Of<'stage'>,
): Promise<void> {
  await tx.run(sql`update denial_view set stage = ${stage} where denial_id = ${step.denialId}`);
  await writeAudit(tx, TIMER, now, {
    act: 'denial.stage',
    subject: { kind: 'denial', id: step.denialId },
    denialId: step.denialId,
    before: { stage: rows.view.stage },
    after: { stage },
  });
  timeline.push({ actor: TIMER, code: `stage.${stage}`, sentence: `Now: ${stageRow(stage).label.toLowerCase()}.` });
}

/** The run that was lost left its tasks and its answers: nothing of them is asked or done again. */
export async function takeUp({ tx, step, now, timeline }: StepContext): Promise<void> {
  await writeAudit(tx, ENGINE, now, {
    act: 'denial.taken-up',
    subject: { kind: 'denial', id: step.denialId },
    denialId: step.denialId,
    after: { generation: step.generation },
  });
  const sentence = 'The workflow of this denial was lost and has been taken up where it stood.';
  timeline.push({ actor: ENGINE, code: 'taken-up', sentence });
}

export async function takePath(
  { tx, step, now, rows, timeline }: StepContext,
  { path, suggested }: Of<'path'>,
): Promise<void> {
  await tx.run(sql`update denial_view set path = ${path} where denial_id = ${step.denialId}`);
  await writeAudit(tx, TIMER, now, {
    act: 'denial.path',
    subject: { kind: 'denial', id: step.denialId },
    denialId: step.denialId,
    before: { path: rows.view.path },
    after: { path },
  });
  const how = suggested ? 'as suggested' : 'instead of the suggested one';
  timeline.push({ actor: TIMER, code: 'path', sentence: `Path taken ${how}: ${pathRow(path).label}.` });
}

export async function attachClaim(
  { tx, step, now, timeline }: StepContext,
  { claimId }: Of<'attach-claim'>,
): Promise<void> {
  const claim = await tx.row<{ paid_cents: number; claim_status: string }>(sql`
    select paid_cents, claim_status from claim where id = ${claimId}`);
  if (!claim) return;
  await writeAudit(tx, TIMER, now, {
    act: 'denial.claim-attached',
    subject: { kind: 'claim', id: claimId },
    denialId: step.denialId,
  });
  const paid = (claim.paid_cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
  timeline.push({
    actor: TIMER,
    code: 'claim-attached',
    sentence: `A new remittance decided this claim again: ${paid} paid.`,
  });
}

export async function decideCommand({ tx, now, step, timeline }: StepContext, op: Of<'command'>): Promise<void> {
  const command = await tx.row<Omit<DecidedCommand, 'refusal'> & Pick<TimelineLine, 'actor'>>(sql`
    update command c set state = ${op.state}, reason = ${op.reason}, decided_at = ${now}
    from (select before, after from (select 1) one left join audit_entry e
      on e.denial_id = ${step.denialId} and e.subject_kind = 'command' and e.subject_id = ${op.commandId} and e.act = 'command.change-fact') changed
    where c.id = ${op.commandId} and c.state = 'queued' returning c.kind, c.actor, c.payload, changed.before, changed.after`);
  if (!command) return;
  await draftEvent(tx, now, { kind: 'command', denialId: step.denialId, subjectId: op.commandId });
  const sentence = commandSentence({ ...command, refusal: op.state === 'applied' ? null : (op.reason ?? '') });
  timeline.push({ actor: command.actor, code: `command.${command.kind}.${op.state}`, sentence });
}

export async function note(context: StepContext, { code, values = {} }: Of<'note'>): Promise<void> {
  const { timeline } = context;
  const sentence = NOTES[code]?.(values);
  if (sentence) timeline.push({ actor: TIMER, code, sentence });
  if (code === 'payer-row-changed') timeline.push(...payerDateLines(context));
  if (code === 'rule-changed') timeline.push(...(await ruleLines(context, String(values['changeId']))));
}

/** Closes unless a message was released that the workflow has not taken: then it stays open and is asked again. */
export async function closeDenial(context: StepContext, op: Of<'close'>): Promise<void> {
  const { tx, step, now, rows, timeline } = context;
  const held = await tx.rows<{ id: string }>(sql`
    select id from outbox_message where denial_id = ${step.denialId} and released_at is null order by created_at, id`);
  for (const { id } of held) await releaseMessage(tx, now, id); // an answer in its seconds of undo is heard before the end
  if (held.length > 0 || rows.view.last_number > op.lastNumber) return;
  await tx.run(sql`
    update denial_view set closing = true, stage = 'closed', outcome = ${op.reason}, closed_at = ${now}, next_wake_at = null
    where denial_id = ${step.denialId}`);
  await cancelWhatIsOpen(context);
  await tx.run(sql`update deadline set state = 'withdrawn' where denial_id = ${step.denialId} and state = 'running'`);
  await writeAudit(tx, TIMER, now, {
    act: 'denial.closed',
    subject: { kind: 'denial', id: step.denialId },
    denialId: step.denialId,
    before: { stage: rows.view.stage },
    after: { outcome: op.reason },
  });
  timeline.push({ actor: TIMER, code: 'closed', sentence: `Closed: ${closureRow(op.reason).label.toLowerCase()}.` });
}

/** What was asked in the same breath: the workflow did not know of it as it closed. */
async function cancelWhatIsOpen(context: StepContext): Promise<void> {
  const { tx, step } = context;
  const tasks = await tx.rows<{ key: string }>(sql`
    select key from task
    where denial_id = ${step.denialId} and generation = ${step.generation} and state in ('open', 'claimed') order by opened_at, key`);
  for (const { key } of tasks) await cancelTask(context, { op: 'cancel-task', key, why: 'closed' });
}
