import { DomainError, rolesUpTo, taskKindRow } from '@overturn/domain';
import type { TaskKind } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { maySee } from './may-work.ts';
import { ASSIGNEE_NAME } from './task-rows.ts';

interface Refused {
  kind: TaskKind;
  state: string;
  role: string;
  teamId: string;
  assigneeId: string | null;
  assigneeName: string | null;
  doneBy: string | null;
  completedAt: Date | null;
}

/** Why the compare-and-set found nothing to change: who has the task, who did it, or that it is not this person's. Always throws. */
export async function refuseTask(tx: Tx, caller: Caller, id: string): Promise<never> {
  const task = await tx.row<Refused>(sql`
    select t.kind, t.state, t.role, t.team_id "teamId", t.assignee_id "assigneeId", ${ASSIGNEE_NAME} "assigneeName", t.completed_at "completedAt",
      coalesce((select u.name from user_account u where u.id = t.completed_by), (select k.name from api_key k where k.id = t.completed_by_key)) "doneBy"
    from task t where t.id = ${id} and ${maySee(caller)}`);
  if (!task) throw new DomainError('TASK_NOT_FOUND', 'There is no such task here.', { taskId: id });
  const { title } = taskKindRow(task.kind);
  const about = { taskId: id, state: task.state };
  if (task.state === 'completed') {
    const at = task.completedAt?.toISOString();
    throw new DomainError('TASK_NOT_OPEN', `${task.doneBy ?? 'Someone'} finished “${title}” already.`, {
      ...about,
      doneBy: task.doneBy,
      at,
    });
  }
  if (task.state === 'cancelled')
    throw new DomainError('TASK_NOT_OPEN', `“${title}” is no longer needed: the denial has moved on.`, about);
  if (!rolesUpTo(caller.role).some((role) => role === task.role))
    throw new DomainError('NOT_ALLOWED', `“${title}” is for a ${task.role}.`, about);
  if (caller.teamIds.length > 0 && !caller.teamIds.includes(task.teamId))
    throw new DomainError('NOT_ALLOWED', `“${title}” belongs to another team.`, about);
  if (task.state === 'claimed' && task.assigneeId !== caller.id)
    throw new DomainError('TASK_TAKEN', `${task.assigneeName ?? 'Someone'} has “${title}”.`, {
      ...about,
      takenBy: task.assigneeName,
    });
  throw new DomainError('TASK_NOT_OPEN', `“${title}” is ${task.state}: this is not possible now.`, about);
}
