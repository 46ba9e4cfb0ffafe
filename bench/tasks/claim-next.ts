/**
 * How fast the most urgent task is claimed with 100,000 open ones. Beside it in the same run, on connections of their
 * own and without tenancy or the task's view: the same act as one bare prepared statement (claim, first owner, audit,
 * event), and the claim alone, which is the floor.
 *
 *   npm run bench:tasks [-- --open 100000 --seconds 10 --connections 8]
 */
import { readFileSync } from 'node:fs';
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
const ROUNDS = 3;
const PID = 'select pg_backend_pid() pid';

/** What one contender did in all its rounds. */
interface Tally {
  /** Milliseconds of every claim. */
  took: number[];
  elapsedMs: number;
  /** Processor time of this process and of the Postgres behind it: a busy machine does not bend it. */
  processorMs: number;
}

const newTally = (): Tally => ({ took: [], elapsedMs: 0, processorMs: 0 });

/** Claims as fast as `connections` lanes can for a round; each lane waits for its answer before it asks again. */
async function measure(
  tally: Tally,
  backends: readonly number[],
  claim: (lane: number) => Promise<boolean>,
): Promise<void> {
  const before = processorMs(backends);
  const began = performance.now();
  const until = began + (seconds * 1000) / ROUNDS;
  await Promise.all(
    Array.from({ length: connections }, async (_, lane) => {
      while (performance.now() < until) {
        const start = performance.now();
        if (!(await claim(lane))) throw new Error('There was nothing left to claim: open more tasks.');
        tally.took.push(performance.now() - start);
      }
    }),
  );
  tally.elapsedMs += performance.now() - began;
  tally.processorMs += processorMs(backends) - before;
}

/** Of this process and of these Postgres backends, from /proc (ticks of 10 ms). */
function processorMs(backends: readonly number[]): number {
  const { user, system } = process.cpuUsage();
  const ticks = backends.map((pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return (user + system) / 1000 + ticks.reduce((sum, one) => sum + one * 10, 0);
}

async function reset(databaseUrl: string): Promise<void> {
  await asOwner(databaseUrl, async (owner) => {
    await owner.query("update task set state = 'open', assignee_id = null, claimed_at = null where state <> 'open'");
    await owner.query('update denial set owner_id = null where owner_id is not null');
    await owner.query('vacuum analyze');
  });
}

const CLAIM = `update task set state = 'claimed', assignee_id = $2, claimed_at = $3, version = version + 1
  where id = (select id from task where organization_id = $1 and state = 'open' order by filing_ahead, due_at, coalesce(safe_due_on, 'infinity'), id limit 1 for update skip locked)
  returning id, client_id, denial_id, kind, due_at`;
const ACT = `with claimed as (${CLAIM}),
  owned as (update denial d set owner_id = $2 from claimed c where d.id = c.denial_id and d.owner_id is null),
  audited as (
    insert into audit_entry (organization_id, at, actor_kind, actor_id, act, subject_kind, subject_id, denial_id, before, after)
    select $1, $3, 'person', $2::text, 'task.claimed', 'task', id, denial_id, '{"state":"open"}', '{"state":"claimed"}' from claimed),
  told as (
    insert into live_event (organization_id, client_id, kind, denial_id, task_id, at)
    select $1, client_id, 'task', denial_id, id, $3 from claimed)
  select * from claimed`;

async function measureBare(
  tally: Tally,
  databaseUrl: string,
  text: string,
  place: Place,
  userId: string,
): Promise<void> {
  await reset(databaseUrl);
  const lanes = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      return client;
    }),
  );
  const pids = await Promise.all(lanes.map(async (lane) => (await lane.query<{ pid: number }>(PID)).rows[0]!.pid));
  await measure(tally, pids, async (lane) => {
    const values = [place.organizationId, userId, new Date()];
    const { rowCount } = await lanes[lane]!.query({ name: 'claim', text, values });
    return rowCount === 1;
  });
  await Promise.all(lanes.map((client) => client.end()));
}

async function measureOurs(
  tally: Tally,
  databaseUrl: string,
  appUrl: string,
  place: Place,
  userId: string,
): Promise<void> {
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
  const asked = Array.from({ length: connections }, () =>
    db.once<{ pid: number }>(organizationId, { text: `${PID}, pg_sleep(0.2)`, values: [] }),
  );
  const pids = (await Promise.all(asked)).map(([row]) => row!.pid);
  await measure(tally, pids, async () => (await claimNext(db, new Date(), caller)) !== undefined);
  await db.close();
}

const rate = ({ took, elapsedMs }: Tally): number => (took.length / elapsedMs) * 1000;
const cost = (tally: Tally): number => tally.processorMs / tally.took.length;
const share = (a: number, b: number): string => (a / b).toFixed(2);
function say(name: string, tally: Tally): void {
  const sorted = tally.took.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
  const figures = [
    `${rate(tally).toFixed(0).padStart(6)}/s`,
    `p50 ${at(0.5)} ms`,
    `p99 ${at(0.99)} ms`,
    `${cost(tally).toFixed(2)} ms of processor a claim`,
  ];
  console.log(`${name.padEnd(12)} ${figures.join('   ')}`);
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
  const [floor, bare, ours] = [newTally(), newTally(), newTally()];
  for (let round = 0; round < ROUNDS; round++) {
    await measureBare(floor, databaseUrl, CLAIM, place, userId);
    await measureBare(bare, databaseUrl, ACT, place, userId);
    await measureOurs(ours, databaseUrl, appUrl, place, userId);
  }
  console.log(`${open} open tasks, ${connections} connections, ${seconds} s each, in ${ROUNDS} turns`);
  say('claim alone', floor);
  say('act in SQL', bare);
  say('claim-next', ours);
  console.log(
    `claim-next by the clock: ${share(rate(ours), rate(bare))} of the act in SQL (wanted 0.5), ${share(rate(ours), rate(floor))} of the claim alone`,
  );
  console.log(
    `by processor time:       ${share(cost(bare), cost(ours))} of the act in SQL, ${share(cost(floor), cost(ours))} of the claim alone`,
  );
} finally {
  await services.stop();
}
