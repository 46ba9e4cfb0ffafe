import type { TaskView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { mayWork } from './may-work.ts';
import { readTask } from './read-task.ts';
import { refuseTask } from './refuse-task.ts';
import { tellTask } from './tell-task.ts';
import type { TouchedTask } from './tell-task.ts';

/** Puts a task out of sight until then; its own clocks go on. Not past the safe filing date, not past its own due time, and not into the past. */
export async function snoozeTask(tx: Tx, now: Date, caller: Caller, id: string, until: Date): Promise<TaskView> {
  if (until <= now) throw bad('Choose a time that is still to come.');
  const task = await tx.row<
    TouchedTask & { was: Date | null; isPastSafe: boolean; isPastDue: boolean; isLate: boolean }
  >(sql`
    update task t set snoozed_until = ${until}, version = t.version + 1
    where t.id = ${id} and (t.state = 'open' or (t.state = 'claimed' and t.assignee_id = ${caller.id})) and ${mayWork(caller)}
    returning t.id, t.denial_id "denialId", t.client_id "clientId", old.snoozed_until was, coalesce(${until.toISOString().slice(0, 10)}::date >= t.safe_due_on, false) "isPastSafe",
      ${until} > t.due_at "isPastDue", ${now} >= t.due_at "isLate"`);
  if (!task) return refuseTask(tx, caller, id);
  if (task.isPastSafe) throw bad('The safe filing date comes before then. Choose an earlier time.');
  if (task.isLate) throw bad('This task is late, so it stays in sight. Do it, or hand it to somebody who can.');
  if (task.isPastDue) throw bad('This task is due before then. Choose an earlier time.');
  await tellTask(tx, now, caller, task, { act: 'task.snoozed', before: { until: task.was }, after: { until } });
  return readTask(tx, caller, id);
}

const bad = (sentence: string): DomainError => new DomainError('BAD_INPUT', sentence, { fields: { until: sentence } });
