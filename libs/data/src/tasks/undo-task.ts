import type { TaskView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { takeApprovalBack } from '../documents/approve-document.ts';
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
  const task = await tx.row<TouchedTask & { state: string; outcome: string; answer: unknown }>(sql`
    update task set state = case when cancel_wanted then 'cancelled' else 'claimed' end, claimed_at = ${now},
      outcome = null, answer = null, completed_at = null, completed_by = null, completed_by_key = null, version = version + 1
    where id = ${id} and state = 'completed'
    returning id, denial_id "denialId", client_id "clientId", state, old.outcome, old.answer`);
  if (!task) return refuseTask(tx, caller, id);
  await takeApprovalBack(tx, now, id);
  await tellTask(tx, now, caller, task, {
    act: 'task.undone',
    before: { state: 'completed', outcome: task.outcome, answer: task.answer },
    after: { state: task.state },
  });
  return readTask(tx, caller, id);
}

/** Lets the held message go at once: the undo notice was dismissed. One that is gone already is as wanted. */
export async function dismissUndo(tx: Tx, now: Date, caller: Caller, id: string): Promise<TaskView> {
  const held = await heldMessage(tx, caller, id);
  if (held) await handOn(tx, now, caller, held);
  return readTask(tx, caller, id);
}

/** Who asks for a denial's next step will not take back the last one: what they hold there is let go. */
export async function releaseHeld(tx: Tx, now: Date, caller: Caller, denialId: string): Promise<void> {
  const held = await tx.rows<HeldMessage>(sql`
    select o.id, o.task_id "taskId", o.denial_id "denialId" from outbox_message o join task t on t.id = o.task_id
    where o.denial_id = ${denialId} and o.released_at is null and t.completed_by = ${caller.id} order by o.created_at`);
  for (const message of held) await handOn(tx, now, caller, message);
}

interface HeldMessage {
  id: string;
  taskId: string;
  denialId: string;
}

async function handOn(tx: Tx, now: Date, caller: Caller, { id, taskId, denialId }: HeldMessage): Promise<void> {
  if (!(await releaseMessage(tx, now, id))) return;
  await writeAudit(tx, actorOf(caller), now, {
    act: 'task.handed-on',
    subject: { kind: 'task', id: taskId },
    denialId,
    after: { messageId: id },
  });
}

async function takeBack(tx: Tx, caller: Caller, id: string): Promise<void> {
  const held = await heldMessage(tx, caller, id);
  if (held && (await withdrawMessage(tx, held.id))) return;
  const done = await tx.row<{ mine: boolean }>(sql`
    select coalesce(completed_by, completed_by_key) = ${caller.id}::uuid mine from task where id = ${id} and state = 'completed'`);
  if (!done) return refuseTask(tx, caller, id);
  throw done.mine
    ? new DomainError('ALREADY_HANDED_ON', 'This was already handed on. Correct it on the denial’s page instead.', {
        taskId: id,
      })
    : new DomainError('NOT_ALLOWED', 'Only the person who finished a task can take it back.', { taskId: id });
}

function heldMessage(tx: Tx, caller: Caller, id: string): Promise<HeldMessage | undefined> {
  return tx.row<HeldMessage>(sql`
    select o.id, o.task_id "taskId", o.denial_id "denialId" from outbox_message o join task t on t.id = o.task_id
    where o.task_id = ${id} and o.released_at is null and t.completed_by = ${caller.id}`);
}
