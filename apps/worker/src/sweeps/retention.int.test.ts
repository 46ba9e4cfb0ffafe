import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@overturn/data/database/database';
import { handUrls } from '@overturn/data/logins';
import { asOwner, makePlace } from '@overturn/data/test-support/rows';
import { startServices } from '../../../../tests/support/services/services.ts';
import type { Services } from '../../../../tests/support/services/services.ts';
import { sweepOld } from './retention.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
let services: Services;
let engine: Database;
beforeAll(async () => {
  services = await startServices();
  engine = new Database(handUrls(services.databaseUrl, services.env['OVERTURN_SECRET']!).engine);
}, 120_000);
afterAll(async () => {
  await engine.close();
  await services.stop();
});

const rows = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner(services.databaseUrl, async (owner) => (await owner.query(text, values)).rows as Row[]);
const sweepAll = async (): Promise<number> => {
  let gone = 0;
  for (let more = -1; more !== 0; gone += more) more = await sweepOld(engine, NOW);
  return gone;
};

describe('the sweep', () => {
  it('deletes what is over its time in every organization, batch by batch, and nothing else', async () => {
    for (const name of ['One', 'Two']) {
      const { organizationId } = await asOwner(services.databaseUrl, (owner) => makePlace(owner, name));
      await rows(
        `insert into live_event (organization_id, kind, at, id)
         select $1, 'task', timestamptz '2026-11-15T12:00:00Z' + (n - 1500) * interval '1 second', nextval('live_event_number')
         from generate_series(1, 1600) n`,
        [organizationId],
      );
      await rows(
        `insert into idempotency_key (organization_id, actor_id, key, request_hash, created_at)
         select $1, 'a key', n::text, '', timestamptz '2026-10-23T12:00:00Z' + (n - 1100) * interval '1 second'
         from generate_series(1, 1200) n`,
        [organizationId],
      );
      await rows(
        `with person as (insert into user_account (email, name, password_hash, created_at) values ($1, 'P', '', now()) returning id)
         insert into user_session (token_hash, user_id, organization_id, created_at, expires_at, last_seen_at)
         select $1 || n, person.id, $2, now(), timestamptz '2026-11-22T12:00:00Z' + (n - 3) * interval '1 hour', now()
         from person, generate_series(1, 5) n`,
        [name, organizationId],
      );
    }
    await rows(
      "insert into live_event (organization_id, kind, at) select id, 'task', '2026-01-01' from organization limit 1",
    );
    expect(await sweepAll()).toBe(2 * (1499 + 1099 + 3));
    const left = await rows(`
      select (select count(*)::int from live_event where id is not null) events, (select count(*)::int from live_event where id is null) "unnumbered",
        (select count(*)::int from idempotency_key) keys, (select count(*)::int from user_session) sessions,
        (select min(at) from live_event where id is not null) "oldestEvent", (select min(created_at) from idempotency_key) "oldestKey"`);
    expect(left).toEqual([
      {
        ...{ events: 2 * 101, unnumbered: 1, keys: 2 * 101, sessions: 2 * 2 },
        oldestEvent: new Date('2026-11-15T12:00:00Z'),
        oldestKey: new Date('2026-10-23T12:00:00Z'),
      },
    ]);
  });

  it('remembers above which number every event is kept', async () => {
    const [floor] = await rows<{ above: number; lowest: number }>(`
      select above::int, (select min(id)::int from live_event where id > above) lowest from live_event_floor`);
    expect(floor!.lowest).toBe(floor!.above + 1);
    expect(await rows('select from live_event where id > (select above from live_event_floor)')).toHaveLength(101);
  });
});
