import type { TaskView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';
import { prepared, sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { maySee } from './may-work.ts';
import { taskView, taskViews } from './task-rows.ts';
import type { TaskRow } from './task-rows.ts';

const findTask = (tx: Tx, caller: Caller, id: string): Promise<TaskRow | undefined> =>
  tx.row(prepared(sql`${taskViews(sql`task t`)} where t.id = ${id} and ${maySee(caller)}`));

/** One task. Throws TASK_NOT_FOUND. */
export async function readTask(tx: Tx, caller: Caller, id: string): Promise<TaskView> {
  const row = await findTask(tx, caller, id);
  if (!row) throw new DomainError('TASK_NOT_FOUND', 'There is no such task here.', { taskId: id });
  return taskView(row);
}
