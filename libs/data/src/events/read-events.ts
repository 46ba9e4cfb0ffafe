import type { LiveEventView } from '@overturn/contracts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';

type Row = Omit<LiveEventView, 'at'> & { at: Date };

/** Most events of one reading; a reader that gets as many asks again at once. */
export const EVENTS_AT_ONCE = 500;

/** Events above a number, in order. One who works for some clients hears of those clients' cases only. */
export async function readEvents(
  tx: Tx,
  caller: Caller,
  after: number,
): Promise<{ events: LiveEventView[]; last: number }> {
  const rows = await tx.rows<Row & { mine: boolean }>(sql`
    select e.id, e.kind, e.denial_id "denialId", e.task_id "taskId", e.subject_id "subjectId", e.at, ${ofClients(caller)} mine
    from live_event e left join denial d on d.id = e.denial_id
    where e.organization_id = ${tx.organizationId} and e.id > ${after}::bigint order by e.id limit ${EVENTS_AT_ONCE}`);
  const events = rows.filter(({ mine }) => mine).map(({ mine: _, at, ...row }) => ({ ...row, at: at.toISOString() }));
  return { events, last: rows.at(-1)?.id ?? after };
}

export interface Beginning {
  at: number;
  /** Events after the reader's own number may be gone: what it shows has to be loaded anew. */
  missed: boolean;
}

/** Where a reader begins: at the number it brings, else, or when that is out of what is kept, at the newest event. */
export async function beginReadingAt(tx: Tx, from: number | undefined): Promise<Beginning> {
  const row = await tx.row<{ floor: number; newest: number | null }>(sql`
    select above floor, (select id from live_event where organization_id = ${tx.organizationId} and id is not null order by id desc limit 1) newest
    from live_event_floor`);
  const { floor, newest } = row!;
  const end = Math.max(floor, newest ?? 0);
  if (from === undefined) return { at: end, missed: false };
  const isKept = from >= floor && from <= end; // above the end: a number from before a restore
  return isKept ? { at: from, missed: false } : { at: end, missed: true };
}

const ofClients = ({ clientIds }: Caller): Sql =>
  clientIds.length === 0
    ? sql`true`
    : sql`coalesce(coalesce(e.client_id, d.client_id) = any(${clientIds}::uuid[]), false)`;
