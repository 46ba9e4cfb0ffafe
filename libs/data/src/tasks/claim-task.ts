import type { TaskView } from '@overturn/contracts';
import { allows } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { claiming } from './claim-next.ts';
import { mayWork } from './may-work.ts';
import { readTask } from './read-task.ts';
import { refuseTask } from './refuse-task.ts';
import { claimedViews, taskView } from './task-rows.ts';
import type { TaskRow } from './task-rows.ts';
import { tellTask } from './tell-task.ts';
import type { TouchedTask } from './tell-task.ts';

/** Takes one open task; one that is the caller's already stays so. Throws TASK_TAKEN or TASK_NOT_OPEN, saying who. */
export async function claimTask(tx: Tx, now: Date, caller: Caller, id: string): Promise<TaskView> {
  const picked = sql`select t.id from task t where t.id = ${id} and t.state = 'open' and ${mayWork(caller)} for update`;
  const row = await tx.row<TaskRow>(
    sql`with ${claiming(now, caller, picked)} ${claimedViews(sql`claimed t`, caller.name)}`,
  );
  if (row) return taskView(row);
  const mine = await tx.row(
    sql`select from task where id = ${id} and state = 'claimed' and assignee_id = ${caller.id}`,
  );
  return mine ? readTask(tx, caller, id) : refuseTask(tx, caller, id);
}

/** Gives a claimed task back to the queue: its own holder, or a supervisor for somebody else. */
export async function releaseTask(tx: Tx, now: Date, caller: Caller, id: string): Promise<TaskView> {
  const whose = allows(caller, 'task.supervise') ? sql`true` : sql`t.assignee_id = ${caller.id}`;
  const touched = await tx.row<TouchedTask & { was: string }>(sql`
    update task t set state = 'open', assignee_id = null, claimed_at = null, version = t.version + 1
    from (select id, assignee_id from task where id = ${id} for update) before
    where t.id = before.id and t.state = 'claimed' and ${whose} and ${mayWork(caller)}
    returning t.id, t.denial_id "denialId", t.client_id "clientId", before.assignee_id was`);
  if (!touched) return refuseTask(tx, caller, id);
  await tellTask(tx, now, caller, touched, {
    act: 'task.released',
    before: { state: 'claimed', assigneeId: touched.was },
    after: { state: 'open' },
  });
  return readTask(tx, caller, id);
}
