/**
 * `npm run bench:intake`: how many denials a second a 10,000-claim file opens, beside starting the same workflows
 * directly: same server, same worker, same run. A denial counts as opened when Temporal has its workflow.
 * `-- --claims 10000 --denied 0.1 --rounds 2`; every round does both, in turns. The worker works on all of them meanwhile.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '@overturn/config';
import { sql } from '@overturn/data/database/database';
import { openSender, prepareQueues } from '@overturn/data/queues/queues';
import { Client, Connection } from '@temporalio/client';
import { deliverTo } from '../../apps/worker/src/relay/deliver.ts';
import type { Delivery } from '../../apps/worker/src/relay/deliver.ts';
import type { OutboxRow } from '../../apps/worker/src/relay/relay.ts';
import { build } from '../../scripts/launch/builds.ts';
import { Child } from '../../scripts/launch/children.ts';
import { workerSpec } from '../../scripts/launch/product.ts';
import { generated } from '../../tests/integration/intake-files.ts';
import { IntakeGround } from '../../tests/integration/intake-ground.ts';
import type { Organization } from '../../tests/integration/intake-ground.ts';

const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '10000' },
    denied: { type: 'string', default: '0.1' },
    rounds: { type: 'string', default: '2' },
  },
});
const [claims, denied, rounds] = [Number(values.claims), Number(values.denied), Number(values.rounds)];
/** As many calls to Temporal under way as the relay has. */
const LANES = 16;
const DATED_ON = new Date(Date.now() - 4 * 86_400_000).toISOString().slice(0, 10);

interface Arm {
  denials: number;
  /** From the first byte or call until the last workflow is there, and until the last has its first task. */
  startedMs: number;
  workedMs: number;
}

/** The denials of an organization whose workflow is there, and those that have reported once. */
async function standing(
  ground: IntakeGround,
  organization: Organization,
): Promise<{ started: number; worked: number }> {
  const [row] = await ground.rows<{ started: number; worked: number }>(
    organization,
    sql`
    select (select count(*) from outbox_message where kind = 'start' and delivered_at is not null) started,
      (select count(*) from denial_view where seq > 0) worked`,
  );
  return row!;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(25);
}

async function measure(
  ground: IntakeGround,
  organization: Organization,
  denials: number,
  begin: () => Promise<void>,
): Promise<Arm> {
  const from = performance.now();
  await begin();
  await until(async () => (await standing(ground, organization)).started === denials);
  const startedMs = performance.now() - from;
  await until(async () => (await standing(ground, organization)).worked === denials);
  return { denials, startedMs, workedMs: performance.now() - from };
}

/** An organization whose denials are in their rows and nobody started: their start messages are out of the relay's sight. */
async function withRowsOnly(
  ground: IntakeGround,
  seed: number,
): Promise<{ organization: Organization; starts: OutboxRow[] }> {
  const organization = await ground.newOrganization();
  await ground.import(organization, generated(claims, denied, DATED_ON, seed));
  const starts = await ground.rows<OutboxRow>(
    organization,
    sql`
    update outbox_message set released_at = null, not_before = 'infinity' where kind = 'start'
    returning id, organization_id, denial_id, generation, number, kind, payload`,
  );
  return { organization, starts };
}

/** Starts them one call each, and says so as the relay does. */
async function startDirectly(
  ground: IntakeGround,
  organization: Organization,
  starts: OutboxRow[],
  deliver: Delivery,
): Promise<void> {
  const queue = [...starts];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await deliver(next);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const now = ground.now();
  await ground.rows(
    organization,
    sql`update outbox_message set released_at = ${now}, delivered_at = ${now} where kind = 'start'`,
  );
}

async function main(): Promise<void> {
  const [ground] = await Promise.all([IntakeGround.open({ temporal: 'disk' }), build(['worker'])]);
  ground.today = new Date().toISOString().slice(0, 10);
  const config = readConfig(ground.services.env);
  await prepareQueues(config);
  console.log(`${cpus().length} cores, ${claims} claims, ${denied * 100} % denied, Temporal and Postgres on disk.`);
  const prepared = [];
  for (let round = 0; round < rounds; round++) prepared.push(await withRowsOnly(ground, 100 + round));

  const run = { env: { ...ground.services.env, LOG_LEVEL: 'info' }, logs: join(ground.services.home, 'logs') };
  const worker = new Child(workerSpec(run), ground.services.home, console.warn);
  await worker.start();
  const connection = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
  const imports = openSender(config, 'imports');
  const deliver = deliverTo(
    new Client({ connection, namespace: config.TEMPORAL_NAMESPACE }),
    config.OVERTURN_ROLLOVER_EVENTS,
  );
  try {
    const intake = async (count: number, share: number, seed: number): Promise<Arm> => {
      const organization = await ground.newOrganization();
      const remittanceId = await ground.receive(organization, generated(count, share, DATED_ON, seed));
      return measure(ground, organization, Math.round(count * share), () =>
        imports.add({ organizationId: organization.id, remittanceId }, { jobId: remittanceId }),
      );
    };
    await intake(300, 0.2, 1); // nobody is measured cold
    const arms: { name: string; arm: Arm }[] = [];
    for (const [round, { organization, starts }] of prepared.entries()) {
      const direct = () =>
        measure(ground, organization, starts.length, () => startDirectly(ground, organization, starts, deliver));
      const both = [
        { name: 'direct', go: direct },
        { name: 'intake', go: () => intake(claims, denied, 200 + round) },
      ];
      for (const { name, go } of round % 2 === 0 ? both : both.reverse()) {
        const arm = await go();
        arms.push({ name, arm });
        const rate = (ms: number): string => (arm.denials / (ms / 1000)).toFixed(0);
        console.log(
          `${name}: ${arm.denials} started in ${(arm.startedMs / 1000).toFixed(1)} s = ${rate(arm.startedMs)}/s; with their first task ${(arm.workedMs / 1000).toFixed(1)} s = ${rate(arm.workedMs)}/s`,
        );
      }
    }
    const rateOf = (name: string, of: 'startedMs' | 'workedMs'): number => {
      const own = arms.filter((one) => one.name === name).map(({ arm }) => arm);
      return own.reduce((sum, arm) => sum + arm.denials, 0) / (own.reduce((sum, arm) => sum + arm[of], 0) / 1000);
    };
    for (const [of, words] of [
      ['startedMs', 'opened'],
      ['workedMs', 'opened with their first task'],
    ] as const)
      console.log(
        `${words}: intake ${rateOf('intake', of).toFixed(0)}/s, direct ${rateOf('direct', of).toFixed(0)}/s, ratio ${(rateOf('intake', of) / rateOf('direct', of)).toFixed(2)} (wanted 0.8)`,
      );
  } finally {
    await imports.close();
    await connection.close();
    await worker.stop();
    await ground.close();
  }
}

await main();
