import type { DenialPage, DenialQuery } from '@overturn/contracts';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';
import { DENIAL_ROWS, denialRowOf } from './denial-rows.ts';
import type { DenialListRow } from './denial-rows.ts';

interface Order {
  by: Sql;
  after: Sql;
  direction: Sql;
  type: Sql;
  keyOf(row: DenialListRow): (string | number | Date)[];
}
const ascending = { after: sql`>`, direction: sql`asc` };
const descending = { after: sql`<`, direction: sql`desc` };

const ORDERS: Record<DenialQuery['sort'], Order> = {
  due: { by: sql`v.sort_due_on`, type: sql`date`, ...ascending, keyOf: (row) => [row.sortDueOn, row.id] },
  amount: { by: sql`v.amount_cents`, type: sql`bigint`, ...descending, keyOf: (row) => [row.amountCents, row.id] },
  opened: { by: sql`d.opened_at`, type: sql`timestamptz`, ...descending, keyOf: (row) => [row.openedAt, row.id] },
};

/** A page of denials, by filter and order, with how many there are in all. */
export async function listDenials(tx: Tx, caller: Caller, query: DenialQuery): Promise<DenialPage> {
  const order = ORDERS[query.sort];
  const wanted = filterOf(tx, caller, query);
  const rows = await tx.rows<DenialListRow>(sql`
    ${DENIAL_ROWS} where ${wanted} and ${beyond(order, query.cursor)}
    order by ${order.by} ${order.direction}, v.denial_id ${order.direction} limit ${query.limit + 1}`);
  const counted = await tx.row<{ total: number }>(sql`
    select count(*) total from denial_view v join denial d on d.id = v.denial_id where ${wanted}`);
  const page = pageOf(rows, query.limit, order.keyOf);
  return { items: page.items.map(denialRowOf), nextCursor: page.nextCursor, total: counted?.total ?? 0 };
}

function filterOf(tx: Tx, caller: Caller, query: DenialQuery): Sql {
  const equals = (column: Sql, value: string | undefined): Sql =>
    value === undefined ? sql`true` : sql`${column} = ${value}`;
  const before = query.dueBefore === undefined ? sql`true` : sql`v.sort_due_on < ${query.dueBefore}::date`;
  return sql`v.organization_id = ${tx.organizationId} and ${ofClients(caller, sql`v.client_id`)} and ${IN_STATE[query.state]}
    and ${equals(sql`v.stage`, query.stage)} and ${equals(sql`v.class`, query.class)} and ${equals(sql`v.payer_id`, query.payer)}
    and ${equals(sql`v.client_id`, query.client)} and ${ofAssignee(caller, query.assignee)} and ${before}`;
}

const IN_STATE: Record<DenialQuery['state'], Sql> = {
  open: sql`v.stage <> 'closed'`,
  closed: sql`v.stage = 'closed'`,
  all: sql`true`,
};

function ofAssignee(caller: Caller, assignee: string | undefined): Sql {
  if (assignee === undefined) return sql`true`;
  if (assignee === 'none') return sql`d.owner_id is null`;
  return sql`d.owner_id = ${assignee === 'me' ? caller.id : assignee}::uuid`;
}

function beyond({ by, after, type }: Order, cursor: string | undefined): Sql {
  if (cursor === undefined) return sql`true`;
  const [value, id] = readCursor(cursor, 2);
  return sql`(${by}, v.denial_id) ${after} (${value}::${type}, ${id}::uuid)`;
}
