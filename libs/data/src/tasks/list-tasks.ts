import type { TaskQuery, TaskView } from '@overturn/contracts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';
import { maySee, mayWork } from './may-work.ts';
import { BY_URGENCY } from './task-order.ts';
import { taskView, taskViews } from './task-rows.ts';
import type { TaskRow } from './task-rows.ts';

/** A page of tasks: what is to do by urgency, what is done newest first. */
export async function listTasks(
  tx: Tx,
  now: Date,
  caller: Caller,
  query: TaskQuery,
): Promise<{ items: TaskView[]; nextCursor: string | null }> {
  const { by, after, keyOf } = query.state === 'completed' ? DONE : TO_DO;
  const rows = await tx.rows<TaskRow>(sql`
    ${taskViews(sql`task t`)}
    where t.organization_id = ${tx.organizationId} and ${IN_STATE[query.state]} and ${viewOf(now, caller, query)} and ${wantedOf(query)}
      and ${query.cursor === undefined ? sql`true` : after(query.cursor)}
    order by ${by} limit ${query.limit + 1}`);
  const page = pageOf(rows, query.limit, keyOf);
  return { ...page, items: page.items.map(taskView) };
}

interface Order {
  by: Sql;
  /** What comes after the row whose key the cursor holds. */
  after(cursor: string): Sql;
  keyOf(row: TaskRow): (string | number | Date)[];
}
const TO_DO: Order = {
  by: BY_URGENCY,
  after(cursor) {
    const [filingAhead, dueAt, safeDueOn, id] = readCursor(cursor, 4);
    return sql`(${BY_URGENCY}) > (${filingAhead}::boolean, ${dueAt}::timestamptz, ${safeDueOn}::date, ${id}::uuid)`;
  },
  keyOf: (row) => [String(row.filingAhead), row.dueAt, row.safeDueOn ?? 'infinity', row.id],
};
const DONE: Order = {
  by: sql`t.completed_at desc, t.id desc`,
  after(cursor) {
    const [completedAt, id] = readCursor(cursor, 2);
    return sql`(t.completed_at, t.id) < (${completedAt}::timestamptz, ${id}::uuid)`;
  },
  keyOf: (row) => [row.completedAt!, row.id],
};

const IN_STATE: Record<TaskQuery['state'], Sql> = {
  open: sql`t.state in ('open', 'claimed')`,
  completed: sql`t.state = 'completed'`,
  all: sql`true`,
};

const isAwake = (now: Date): Sql => sql`(t.snoozed_until is null or t.snoozed_until <= ${now})`;

/** Whose tasks, and which of them. On a denial's own page nothing is hidden. */
function viewOf(now: Date, caller: Caller, { view, state, denialId }: TaskQuery): Sql {
  if (denialId !== undefined && view === 'team') return maySee(caller);
  const views: Record<TaskQuery['view'], () => Sql> = {
    mine: () =>
      state === 'completed'
        ? sql`t.completed_by = ${caller.id}`
        : sql`t.assignee_id = ${caller.id} and ${isAwake(now)}`,
    team: () => (state === 'open' ? sql`${mayWork(caller)} and ${isAwake(now)}` : mayWork(caller)),
    snoozed: () => sql`${mayWork(caller)} and t.snoozed_until > ${now}`,
    raised: () => sql`${mayWork(caller)} and t.raised_at is not null`,
  };
  return sql`${views[view]()} and ${maySee(caller)}`;
}

function wantedOf({ queue, denialId }: TaskQuery): Sql {
  const ofQueue = queue === undefined ? sql`true` : sql`t.queue = ${queue}`;
  return denialId === undefined ? ofQueue : sql`${ofQueue} and t.denial_id = ${denialId}`;
}
