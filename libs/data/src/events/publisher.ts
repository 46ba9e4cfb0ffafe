import type { Config } from '@overturn/config';
import { sql } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { EVENTS_CHANNEL, wakeThroughRedis } from './wake.ts';

const BATCH = 1000;

/**
 * Numbers committed events, one publisher at a time, so that a reader at number n never misses one below n; then wakes the readers.
 * Returns how many it numbered.
 */
export async function publishEvents(database: Database, { REDIS_URL }: Pick<Config, 'REDIS_URL'>): Promise<number> {
  const numbered = await database.acrossOrganizations(async (tx) => {
    const lock = await tx.row<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(4713, 1) as mine`);
    if (!lock?.mine) return 0;
    const count = await tx.run(sql`
      with waiting as (select draft_id from live_event where id is null order by draft_id limit ${BATCH})
      update live_event e set id = numbered.id
      from (select draft_id, nextval('live_event_number') as id from (select draft_id from waiting order by draft_id) w) numbered
      where e.draft_id = numbered.draft_id`);
    if (count > 0 && !REDIS_URL) await tx.run(sql`select pg_notify(${EVENTS_CHANNEL}, '')`);
    return count;
  });
  if (numbered > 0 && REDIS_URL) await wakeThroughRedis(REDIS_URL);
  return numbered;
}
