import { sql } from '../database/database.ts';
import type { Database, Tx } from '../database/database.ts';

/** Whether the database answers and has been brought to the present; false while it has not, throws when it is away. */
export async function isMigrated(db: Database): Promise<boolean> {
  const tables = await db.pool.query<{ there: boolean }>("select to_regclass('public.clock_row') is not null there");
  if (!tables.rows[0]?.there) return false;
  const shipped = await db.pool.query('select from clock_row limit 1');
  return shipped.rowCount === 1;
}

/** When the worker said last that it is alive; by the machine's clock, not the product's. Null: never. */
export async function lastHeartbeat(db: Database): Promise<Date | null> {
  const { rows } = await db.pool.query<{ at: Date | null }>("select max(at) at from heartbeat where kind = 'worker'");
  return rows[0]?.at ?? null;
}

export interface FindingRow {
  id: string;
  kind: string;
  sentence: string;
  foundAt: Date;
  repairedAt: Date | null;
  repair: string | null;
  denialId: string | null;
}

/** What the reconciler found in this organization, what is open first. */
export const readFindings = (tx: Tx): Promise<FindingRow[]> =>
  tx.rows(sql`
    select id, kind, sentence, found_at "foundAt", repaired_at "repairedAt", repair, denial_id "denialId" from finding
    order by repaired_at is not null, found_at desc, id limit 100`);

/** Messages of this organization that wait for the workflow engine. */
export async function readOutbox(tx: Tx, now: Date): Promise<{ waiting: number; oldestSeconds: number | null }> {
  const row = await tx.row<{ waiting: number; oldest: Date | null }>(sql`
    select count(*) waiting, min(released_at) oldest from outbox_message where released_at is not null and delivered_at is null`);
  const oldest = row?.oldest;
  return {
    waiting: row?.waiting ?? 0,
    oldestSeconds: oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1000) : null,
  };
}
