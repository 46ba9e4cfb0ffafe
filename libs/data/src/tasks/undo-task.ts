import type { TaskView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { releaseMessage, withdrawMessage } from '../outbox/outbox.ts';
import { readTask } from './read-task.ts';
import { refuseTask } from './refuse-task.ts';
import { tellTask } from './tell-task.ts';
import type { TouchedTask } from './tell-task.ts';

/**
 * Takes a completion back while its message is held: one compare-and-set on the message decides. The task is this
 * person's again, or cancelled when the denial moved on meanwhile. Throws ALREADY_HANDED_ON. The audit keeps both acts.
 */
export async function undoTask(tx: Tx, now: Date, caller: Caller, id: string): Promise<TaskView> {
  await takeBack(tx, caller, id);
  const task = await tx.row<TouchedTask & { state: string }>(sql`
    update task set state = case when cancel_wanted then 'cancelled' else 'claimed' end, claimed_at = ${now},
      outcome = null, answer = null, completed_at = null, completed_by = null, completed_by_key = null, version = version + 1
    where id = ${id} and state = 'completed'
    returning id, denial_id "denialId", client_id "clientId", state`);
  if (!task) return refuseTask(tx, caller, id);
  await tellTask(tx, now, caller, task, {
    act: 'task.undone',
    before: { state: 'completed' },
    after: { state: task.state },
  });
  return readTask(tx, caller, id);
}

/** Lets the held message go at once: the undo notice was dismissed. One that is gone already is as wanted. */
export async function dismissUndo(tx: Tx, now: Date, caller: Caller, id: string): Promise<TaskView> {
  const held = await heldMessage(tx, caller, id);
  if (held) await releaseMessage(tx, now, held);
  return readTask(tx, caller, id);
}

/** Who asks for a denial's next step will not take back the last one: what they hold there is let go. */
export async function releaseHeld(tx: Tx, now: Date, caller: Caller, denialId: string): Promise<void> {
  const held = await tx.rows<{ id: string }>(sql`
    select o.id from outbox_message o join task t on t.id = o.task_id
    where o.denial_id = ${denialId} and o.released_at is null and t.completed_by = ${caller.id} order by o.created_at`);
  for (const { id } of held) await releaseMessage(tx, now, id);
}

async function takeBack(tx: Tx, caller: Caller, id: string): Promise<void> {
  const held = await heldMessage(tx, caller, id);
  if (held && (await withdrawMessage(tx, held))) return;
  const done = await tx.row<{ mine: boolean }>(sql`
    select coalesce(completed_by, completed_by_key) = ${caller.id}::uuid mine from task where id = ${id} and state = 'completed'`);
  if (!done) return refuseTask(tx, caller, id);
  throw done.mine
    ? new DomainError('ALREADY_HANDED_ON', 'This was already handed on. Correct it on the denial’s page instead.', {
        taskId: id,
      })
    : new DomainError('NOT_ALLOWED', 'Only the person who finished a task can take it back.', { taskId: id });
}

async function heldMessage(tx: Tx, caller: Caller, id: string): Promise<string | undefined> {
  const row = await tx.row<{ id: string }>(sql`
    select o.id from outbox_message o join task t on t.id = o.task_id
    where o.task_id = ${id} and o.released_at is null and t.completed_by = ${caller.id}`);
  return row?.id;
}
