import type { Config } from '@overturn/config';
import { sql } from '../database/database.ts';
import type { Database } from '../database/database.ts';

const BATCH = 1000;
/** The channel on which readers are woken; it carries nothing. */
export const EVENTS_CHANNEL = 'overturn_events';

/**
 * Numbers committed events, one publisher at a time, so that a reader at number n never misses one below n; then wakes the readers.
 * Returns how many it numbered.
 */
export function publishEvents(database: Database, _config: Pick<Config, 'REDIS_URL'>): Promise<number> {
  return database.acrossOrganizations(async (tx) => {
    const lock = await tx.row<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(4713, 1) as mine`);
    if (!lock?.mine) return 0;
    const numbered = await tx.run(sql`
      with waiting as (select draft_id from live_event where id is null order by draft_id limit ${BATCH})
      update live_event e set id = numbered.id
      from (select draft_id, nextval('live_event_number') as id from (select draft_id from waiting order by draft_id) w) numbered
      where e.draft_id = numbered.draft_id`);
    if (numbered > 0) await tx.run(sql`select pg_notify(${EVENTS_CHANNEL}, '')`);
    return numbered;
  });
}
