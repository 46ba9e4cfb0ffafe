import type { TaskView } from '@overturn/contracts';
import { DomainError, rolesUpTo } from '@overturn/domain';
import type { Role } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { maySee } from './may-work.ts';
import { readTask } from './read-task.ts';
import { refuseTask } from './refuse-task.ts';
import { tellTask } from './tell-task.ts';
import type { TouchedTask } from './tell-task.ts';

/** Gives a task to a person who may do it, or (null) back to the queue. */
export async function assignTask(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  userId: string | null,
): Promise<TaskView> {
  if (userId !== null) await checkMay(tx, id, userId);
  const task = await tx.row<TouchedTask & { was: string | null; state: string }>(sql`
    update task t set state = ${userId === null ? 'open' : 'claimed'}, assignee_id = ${userId}, claimed_at = ${userId === null ? null : now},
      snoozed_until = null, version = t.version + 1
    from (select id, state, assignee_id from task where id = ${id} for update) before
    where t.id = before.id and t.state in ('open', 'claimed') and ${maySee(caller)}
    returning t.id, t.denial_id "denialId", t.client_id "clientId", before.assignee_id was, before.state`);
  if (!task) return refuseTask(tx, caller, id);
  const isOwner = userId !== null && (await becomesOwner(tx, task.denialId, userId));
  await tellTask(tx, now, caller, task, {
    act: 'task.assigned',
    before: { state: task.state, assigneeId: task.was, ...(isOwner && { ownerId: null }) },
    after: { state: userId === null ? 'open' : 'claimed', assigneeId: userId, ...(isOwner && { ownerId: userId }) },
  });
  return readTask(tx, caller, id);
}

/** Who is first given a task of a denial owns it. */
async function becomesOwner(tx: Tx, denialId: string, userId: string): Promise<boolean> {
  return (await tx.run(sql`update denial set owner_id = ${userId} where id = ${denialId} and owner_id is null`)) === 1;
}

/** Throws NOT_FOUND, or NOT_ALLOWED unless role, clients and teams of that person fit the task. */
export async function checkMay(tx: Tx, id: string, userId: string): Promise<void> {
  const person = await tx.row<{ name: string; role: Role; clientIds: string[]; teamIds: string[] }>(sql`
    select u.name, m.role, m.client_ids "clientIds", m.team_ids "teamIds"
    from membership m join user_account u on u.id = m.user_id where m.organization_id = ${tx.organizationId} and m.user_id = ${userId} and u.disabled_at is null`);
  if (!person) throw new DomainError('NOT_FOUND', 'There is no such person here.', { userId });
  const { name, role, clientIds, teamIds } = person;
  const fits = await tx.row(sql`
    select from task where id = ${id} and role = any(${rolesUpTo(role)})
      and (cardinality(${clientIds}::uuid[]) = 0 or client_id = any(${clientIds}::uuid[]))
      and (cardinality(${teamIds}::uuid[]) = 0 or team_id = any(${teamIds}::uuid[]))`);
  if (!fits)
    throw new DomainError('NOT_ALLOWED', `${name} may not do this task: role, client or team does not fit.`, {
      userId,
    });
}
