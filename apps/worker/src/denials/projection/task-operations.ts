import { QUEUES, taskKindRow } from '@overturn/domain';
import type { TaskKind } from '@overturn/domain';
import { taskTimes } from '@overturn/domain/clocks/task-times';
import { writeAudit } from '@overturn/data/audit/audit';
import { sql } from '@overturn/data/database/database';
import { draftEvent } from '@overturn/data/events/live-events';
import type { Op } from '@overturn/workflows/activities';
import { dateIn } from '@overturn/domain/dates/instants';
import { sayDate } from '@overturn/domain/dates/iso-date';
import { calendarOf } from './calendar.ts';
import { isRegimeOpen } from './case-rows.ts';
import type { CaseRows } from './case-rows.ts';
import { nearestFiling, readDeadlines } from './deadlines.ts';
import { TIMER } from './step-context.ts';
import type { StepContext } from './step-context.ts';
import { readTaskContext } from './task-context.ts';

type Of<Name extends Op['op']> = Extract<Op, { op: Name }>;
interface TaskRow {
  id: string;
  kind: TaskKind;
  /** Who had it before. */
  held_by: string | null;
}

/** What makes a task needless. */
const HOLDS: Record<NonNullable<Of<'open-task'>['unless']>, (rows: CaseRows) => boolean> = {
  'regime-settled': (rows) => !isRegimeOpen(rows),
};

/** Who holds it from its opening on. */
const HOLDER: Record<Of<'open-task'>['giveTo'], (context: StepContext, op: Of<'open-task'>) => Promise<string | null>> =
  {
    queue: async () => null,
    owner: async ({ rows }) => rows.denial.owner_id,
    named: namedPerson,
  };
const HOLDER_WORDS = { queue: '', owner: 'the owner of this denial', named: 'the person whom that answer names' };

/** Whom the answer of the task before it names. */
async function namedPerson({ tx, step }: StepContext, { namedIn }: Of<'open-task'>): Promise<string | null> {
  const row = await tx.row<{ person: string | null }>(sql`
    select answer ->> 'person' as person from task
    where denial_id = ${step.denialId} and generation = ${step.generation} and key = ${namedIn ?? null}`);
  return row?.person ?? null;
}

const queueLabel = (queue: string): string => QUEUES.find((row) => row.queue === queue)?.label ?? queue;

export async function openTask(context: StepContext, op: Of<'open-task'>): Promise<void> {
  const { tx, step, now, rows, timeline } = context;
  if (op.unless && HOLDS[op.unless](rows)) return;
  const kind = taskKindRow(op.kind);
  const calendar = calendarOf(context);
  const filing = nearestFiling(readDeadlines(context))?.deadline;
  const openedAt = now.toISOString();
  const times = taskTimes(op.kind, { openedAt, filing }, calendar, context.rules.rules.clockRows);
  const dueOn = dateIn(calendar.timeZone, times.dueAt);
  const owner = await HOLDER[op.giveTo](context, op);
  const role = kind.workedBy === 'supervisor' || (op.giveTo === 'owner' && !owner) ? 'supervisor' : 'specialist';
  const task = await tx.row<{ id: string }>(sql`
    insert into task (organization_id, client_id, team_id, denial_id, generation, key, kind, queue, skill, state, role, assignee_id, claimed_at,
                      due_at, due_on, remind_at, raise_at, amount_cents, context, opened_at)
    values (${tx.organizationId}, ${rows.denial.client_id}, ${rows.denial.team_id}, ${step.denialId}, ${step.generation}, ${op.key}, ${op.kind},
            ${kind.queue}, ${kind.skill}, ${owner ? 'claimed' : 'open'}, ${role}, ${owner}, ${owner ? now : null},
            ${times.dueAt}, ${dueOn}, ${times.remindAt}, ${times.raiseAt}, ${rows.denial.amount_cents},
            ${JSON.stringify(await readTaskContext(context, op))}::jsonb, ${now})
    on conflict (denial_id, generation, key) do nothing returning id`);
  if (!task) return;
  await tellTask(context, task.id, 'task.opened', { kind: op.kind, why: op.why });
  const to = owner
    ? HOLDER_WORDS[op.giveTo]
    : role === 'supervisor'
      ? 'a supervisor'
      : `the queue “${queueLabel(kind.queue)}”`;
  timeline.push({
    actor: TIMER,
    code: `task.opened.${op.kind}`,
    sentence: `${kind.title}: given to ${to}, due ${sayDate(dueOn)}.`,
  });
}

/** Withdraws a task by the same compare-and-set that decides every race; a completion still held marks it "cancel wanted". */
export async function cancelTask(context: StepContext, { key, why }: Of<'cancel-task'>): Promise<void> {
  const { tx, step, timeline } = context;
  const task = await tx.row<TaskRow>(sql`
    update task set state = 'cancelled', version = version + 1
    where denial_id = ${step.denialId} and generation = ${step.generation} and key = ${key} and state in ('open', 'claimed')
    returning id, kind, old.assignee_id as held_by`);
  if (!task) {
    await tx.run(sql`
      update task set cancel_wanted = true where denial_id = ${step.denialId} and generation = ${step.generation} and key = ${key} and state = 'completed'`);
    return;
  }
  await tellTask(context, task.id, 'task.cancelled', { why }, { heldBy: task.held_by });
  timeline.push({
    actor: TIMER,
    code: `task.cancelled.${task.kind}`,
    sentence: `${taskKindRow(task.kind).title}: no longer needed.`,
  });
}

export async function remindTask(context: StepContext, { key }: Of<'remind-task'>): Promise<void> {
  const task = await openTaskRow(context, sql`reminded_at = ${context.now}`, key, true);
  if (!task) return;
  const sentence = `${taskKindRow(task.kind).title}: half of its time has passed.`;
  context.notices.push({
    tell: 'owner',
    code: 'task.reminded',
    sentence,
    dedupeKey: `remind/${task.id}`,
    taskId: task.id,
  });
  await tellTask(context, task.id, 'task.reminded', {});
}

/** Late: whoever held it lets it go, and the queue has it again, in sight. */
export async function returnTask(context: StepContext, { key }: Of<'return-task'>): Promise<void> {
  const { now } = context;
  const task = await openTaskRow(
    context,
    sql`returned_at = ${now}, state = 'open', assignee_id = null, claimed_at = null, snoozed_until = null`,
    key,
  );
  if (!task) return;
  await tellTask(context, task.id, 'task.returned', { state: 'open' }, { heldBy: task.held_by });
  const sentence = `${taskKindRow(task.kind).title} is late and back in its queue.`;
  context.timeline.push({ actor: TIMER, code: `task.returned.${task.kind}`, sentence });
}

export async function raiseTask(context: StepContext, { key }: Of<'raise-task'>): Promise<void> {
  const kind = await context.tx.row<{ kind: TaskKind }>(sql`
    select kind from task where denial_id = ${context.step.denialId} and generation = ${context.step.generation} and key = ${key}`);
  if (!kind) return;
  const tell = taskKindRow(kind.kind).lateTells;
  const task = await openTaskRow(context, sql`raised_at = ${context.now}, raised_to = ${tell}`, key, true);
  if (!task) return;
  await tellTask(context, task.id, 'task.raised', { to: tell });
  const sentence = `${taskKindRow(task.kind).title} is late: raised to the ${tell}.`;
  context.notices.push({ tell, code: 'task.raised', sentence, dedupeKey: `raise/${task.id}`, taskId: task.id });
  context.timeline.push({ actor: TIMER, code: `task.raised.${task.kind}`, sentence });
}

/** An answer in its seconds of undo may be taken back: `whileHeld` tells of such a task as of one that is open. */
const openTaskRow = (
  { tx, step }: StepContext,
  change: ReturnType<typeof sql>,
  key: string,
  whileHeld = false,
): Promise<TaskRow | undefined> =>
  tx.row<TaskRow>(sql`
    update task set ${change}, version = version + 1
    where denial_id = ${step.denialId} and generation = ${step.generation} and key = ${key}
      and (state in ('open', 'claimed') or ${whileHeld} and exists (
        select from outbox_message m where m.task_id = task.id and m.released_at is null))
    returning id, kind, old.assignee_id as held_by`);

async function tellTask(
  { tx, step, now, rows }: StepContext,
  taskId: string,
  act: string,
  after: object,
  before?: object,
): Promise<void> {
  const subject = { kind: 'task', id: taskId };
  await writeAudit(tx, TIMER, now, { act, subject, denialId: step.denialId, before, after });
  await draftEvent(tx, now, { kind: 'task', denialId: step.denialId, taskId, clientId: rows.denial.client_id });
}
