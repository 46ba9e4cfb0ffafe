import type { TaskView } from '@overturn/contracts';
import { actorOf, personId } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { prepared, sql } from '../database/database.ts';
import type { Database, Sql } from '../database/database.ts';
import { mayWork } from './may-work.ts';
import { BY_URGENCY } from './task-order.ts';
import { claimedViews, taskView } from './task-rows.ts';
import type { TaskRow } from './task-rows.ts';

export interface NextWanted {
  queue?: string | undefined;
  clientId?: string | undefined;
}

/**
 * The most urgent task that this person may do, claimed in the same statement: whoever else asks at the moment gets
 * another one. Audit, live event and the denial's first owner are written by it too. Undefined: there is none.
 */
export async function claimNext(
  db: Database,
  now: Date,
  caller: Caller,
  wanted: NextWanted = {},
): Promise<TaskView | undefined> {
  const picked = sql`
    select t.id from task t
    where t.organization_id = ${caller.organizationId} and t.state = 'open' and ${mayWork(caller)}
      and (t.snoozed_until is null or t.snoozed_until <= ${now}) and ${narrowed(wanted)}
    order by ${BY_URGENCY} limit 1 for update skip locked`;
  const views = claimedViews(sql`claimed t`, caller.name);
  // as one value: the driver spends more on thirty columns than Postgres on the JSON
  const statement = sql`with ${claiming(now, caller, picked)} select row_to_json(seen) task from (${views}) seen`;
  const [row] = await db.once<{ task: TaskRow }>(caller.organizationId, prepared(statement));
  return row && taskView(row.task);
}

/** Claims what `picked` selects; every other part of the act reads the claimed row. */
export const claiming = (now: Date, caller: Caller, picked: Sql): Sql => sql`
  picked as (${picked}),
  claimed as (
    update task t set state = 'claimed', assignee_id = ${caller.id}, claimed_at = ${now}, snoozed_until = null, version = version + 1
    from picked where t.id = picked.id returning t.*),
  owned as (
    update denial d set owner_id = ${personId(caller)}::uuid from claimed c
    where d.id = c.denial_id and d.owner_id is null and ${personId(caller)}::uuid is not null returning d.id, d.owner_id),
  audited as (
    insert into audit_entry (organization_id, at, actor_kind, actor_id, act, subject_kind, subject_id, denial_id, before, after)
    select ${caller.organizationId}::uuid, ${now}::timestamptz, ${actorOf(caller).kind}, ${caller.id}, 'task.claimed', 'task', c.id, c.denial_id,
           case when o.id is null then '{"state":"open"}'::jsonb else '{"state":"open","ownerId":null}' end,
           case when o.id is null then jsonb_build_object('state', 'claimed', 'by', ${caller.name}::text)
             else jsonb_build_object('state', 'claimed', 'by', ${caller.name}::text, 'ownerId', o.owner_id) end
    from claimed c left join owned o on o.id = c.denial_id),
  told as (
    insert into live_event (organization_id, client_id, kind, denial_id, task_id, at)
    select ${caller.organizationId}::uuid, client_id, 'task', denial_id, id, ${now}::timestamptz from claimed)`;

function narrowed({ queue, clientId }: NextWanted): Sql {
  const ofQueue = queue === undefined ? sql`true` : sql`t.queue = ${queue}`;
  const ofClient = clientId === undefined ? sql`true` : sql`t.client_id = ${clientId}`;
  return sql`${ofQueue} and ${ofClient}`;
}
