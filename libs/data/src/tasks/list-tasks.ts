import type { TaskQuery, TaskView } from '@overturn/contracts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';
import { maySee, mayWork } from './may-work.ts';
import { taskView, taskViews } from './task-rows.ts';
import type { TaskRow } from './task-rows.ts';

/** A page of tasks: what is to do by urgency, what is done newest first. */
export async function listTasks(
  tx: Tx,
  now: Date,
  caller: Caller,
  query: TaskQuery,
): Promise<{ items: TaskView[]; nextCursor: string | null }> {
  const { sort, keyOf, direction } = query.state === 'completed' ? DONE : TO_DO;
  const rows = await tx.rows<TaskRow>(sql`
    ${taskViews(sql`task t`)}
    where t.organization_id = ${tx.organizationId} and ${IN_STATE[query.state]} and ${viewOf(now, caller, query)} and ${wantedOf(query)}
      and ${after(sort, direction, query.cursor)}
    order by ${sort} ${direction === '>' ? sql`` : sql`desc`}, t.id ${direction === '>' ? sql`` : sql`desc`} limit ${query.limit + 1}`);
  const page = pageOf(rows, query.limit, keyOf);
  return { ...page, items: page.items.map(taskView) };
}

const TO_DO = { sort: sql`t.due_at`, direction: '>', keyOf: (row: TaskRow) => [row.dueAt, row.id] } as const;
const DONE = {
  sort: sql`t.completed_at`,
  direction: '<',
  keyOf: (row: TaskRow) => [row.completedAt!, row.id],
} as const;

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

function after(sort: Sql, direction: '<' | '>', cursor: string | undefined): Sql {
  if (cursor === undefined) return sql`true`;
  const [at, id] = readCursor(cursor, 2);
  const comparison = direction === '>' ? sql`>` : sql`<`;
  return sql`(${sort}, t.id) ${comparison} (${at}::timestamptz, ${id}::uuid)`;
}
