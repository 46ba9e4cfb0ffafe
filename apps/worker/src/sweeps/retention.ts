import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';

interface Kept {
  days: number;
  /** Deletes some of what is older than that; answers how many. */
  sweep: (database: Database, before: Date) => Promise<number>;
}

/** What is not kept for good, and for how long. A page that was away for longer than its events are kept is told to load anew. */
const KEPT = {
  liveEvents: { days: 7, sweep: sweepEvents },
  idempotencyKeys: { days: 30, sweep: sweepKeys },
  sessions: { days: 0, sweep: sweepSessions }, // they carry their own end
} satisfies Record<string, Kept>;

const BATCH = 1_000;
const DAY_MS = 86_400_000;

/** Deletes a batch of each kind whose time is over at `now`; answers how many rows went. */
export async function sweepOld(database: Database, now: Date): Promise<number> {
  let gone = 0;
  for (const { days, sweep } of Object.values(KEPT))
    gone += await sweep(database, new Date(now.getTime() - days * DAY_MS));
  return gone;
}

/** From the lowest number on, and in the same statement the floor under what is left. */
async function sweepEvents(database: Database, before: Date): Promise<number> {
  const row = await database.acrossOrganizations((tx) =>
    tx.row<{ gone: number }>(sql`
      with oldest as (select draft_id from live_event where id is not null order by id limit ${BATCH}),
        gone as (delete from live_event e using oldest o where e.draft_id = o.draft_id and e.at < ${before} returning e.id),
        floor as (update live_event_floor set above = greatest(above, (select max(id) from gone)) where exists (select from gone))
      select count(*) gone from gone`),
  );
  return row!.gone;
}

async function sweepKeys(database: Database, before: Date): Promise<number> {
  const organizations = await database.acrossOrganizations((tx) =>
    tx.rows<{ id: string }>(sql`select id from organization`),
  );
  let gone = 0;
  for (const { id } of organizations)
    gone += await database.forOrganization(id, (tx) =>
      tx.run(sql`
        delete from idempotency_key where id in (
          select id from idempotency_key where organization_id = ${id} and created_at < ${before} order by created_at limit ${BATCH})`),
    );
  return gone;
}

function sweepSessions(database: Database, before: Date): Promise<number> {
  return database.acrossOrganizations((tx) =>
    tx.run(sql`
      delete from user_session where id in (select id from user_session where expires_at <= ${before} limit ${BATCH})`),
  );
}
