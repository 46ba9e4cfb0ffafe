/**
 * How fast the most urgent task is claimed with 100,000 open ones, beside the bare SQL: the same compare-and-set in one
 * prepared statement on a connection of its own, without transaction, tenancy, audit, event and the task's view.
 *
 *   npm run bench:tasks [-- --open 100000 --seconds 10 --connections 8]
 */
import { parseArgs } from 'node:util';
import type { Caller } from '@overturn/data/accounts/caller';
import { Database } from '@overturn/data/database/database';
import { handUrls } from '@overturn/data/logins';
import { claimNext } from '@overturn/data/tasks/claim-next';
import { Client } from 'pg';
import { addDenials, addTasks, asOwner, makePlace } from '../../libs/data/src/test-support/rows.ts';
import type { Place } from '../../libs/data/src/test-support/rows.ts';
import { startServices } from '../../tests/support/services/services.ts';

const { values } = parseArgs({
  options: {
    open: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '8' },
  },
});
const open = Number(values.open);
const seconds = Number(values.seconds);
const connections = Number(values.connections);

interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
}

/** Claims as fast as `connections` lanes can for so long; each lane waits for its answer before it asks again. */
async function measure(claim: (lane: number) => Promise<boolean>): Promise<Measured> {
  const took: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async (_, lane) => {
      while (performance.now() < until) {
        const start = performance.now();
        if (!(await claim(lane))) throw new Error('There was nothing left to claim: open more tasks.');
        took.push(performance.now() - start);
      }
    }),
  );
  const elapsed = (performance.now() - began) / 1000;
  took.sort((a, b) => a - b);
  const at = (part: number): number => took[Math.floor(took.length * part)] ?? 0;
  return { perSecond: took.length / elapsed, p50: at(0.5), p99: at(0.99) };
}

async function reset(databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, async (owner) => {
    await owner.query("update task set state = 'open', assignee_id = null, claimed_at = null where state <> 'open'");
    await owner.query('vacuum analyze task');
  });
}

async function measureBare(databaseUrl: string, place: Place, userId: string): Promise<Measured> {
  await reset(databaseUrl);
  const lanes = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      return client;
    }),
  );
  const text = `update task set state = 'claimed', assignee_id = $2, claimed_at = $3, version = version + 1
    where id = (select id from task where organization_id = $1 and state = 'open' order by due_at, id limit 1 for update skip locked)
    returning id, denial_id, kind, due_at`;
  const bare = await measure(async (lane) => {
    const { rowCount } = await lanes[lane]!.query({
      name: 'claim',
      text,
      values: [place.organizationId, userId, new Date()],
    });
    return rowCount === 1;
  });
  await Promise.all(lanes.map((client) => client.end()));
  return bare;
}

async function measureOurs(databaseUrl: string, appUrl: string, place: Place, userId: string): Promise<Measured> {
  await reset(databaseUrl);
  const db = new Database(appUrl, connections);
  const { organizationId } = place;
  const caller: Caller = {
    kind: 'person',
    id: userId,
    name: 'Bench',
    organizationId,
    role: 'specialist',
    clientIds: [],
    teamIds: [],
    isBootstrap: false,
  };
  const ours = await measure(async () => {
    const task = await db.forOrganization(organizationId, (tx) => claimNext(tx, new Date(), caller, {}));
    return task !== undefined;
  });
  await db.close();
  return ours;
}

const services = await startServices();
try {
  const { databaseUrl } = services;
  const place = await asOwner(databaseUrl, async (owner) => {
    const made = await makePlace(owner);
    for (let left = open; left > 0; left -= 20_000)
      await addTasks(owner, made, await addDenials(owner, made, Math.min(left, 20_000)));
    await owner.query('vacuum analyze');
    return made;
  });
  const userId = await asOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      "insert into user_account (email, name, password_hash, created_at) values ('bench@example.test', 'Bench', 'none', now()) returning id",
    );
    return rows[0]!.id;
  });
  const appUrl = handUrls(databaseUrl, services.env['OVERTURN_SECRET']!).app;
  const bare = await measureBare(databaseUrl, place, userId);
  const ours = await measureOurs(databaseUrl, appUrl, place, userId);
  const say = (name: string, { perSecond, p50, p99 }: Measured): void =>
    console.log(
      `${name.padEnd(12)} ${perSecond.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`,
    );
  console.log(`${open} open tasks, ${connections} connections, ${seconds} s each`);
  say('bare SQL', bare);
  say('claim-next', ours);
  console.log(`ratio ${(ours.perSecond / bare.perSecond).toFixed(2)} (wanted: at least 0.5, p99 under 25 ms)`);
} finally {
  await services.stop();
}
