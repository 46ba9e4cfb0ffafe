import { afterEach, describe, expect, it } from '@jest/globals';
import { Client as TemporalClient, Connection } from '@temporalio/client';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { hasRedis } from './redis.ts';
import { startServices, type ServiceOptions, type Services } from './services.ts';

const itWithRedis = (await hasRedis()) ? it : it.skip;
const started: Services[] = [];
const start = async (options: ServiceOptions): Promise<Services> => {
  const services = await startServices(options);
  started.push(services);
  return services;
};
afterEach(async () => {
  for (const services of started.splice(0)) await services.stop();
}, 60_000);

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

describe('the services of a test', () => {
  it('are a Postgres 18 of its own, and what one writes another never sees', async () => {
    const [one, other] = await Promise.all([start({ database: 'empty' }), start({ database: 'empty' })]);
    await ask(one.databaseUrl, 'create table only_here (id int)');
    expect(await ask(one.databaseUrl, 'show server_version_num')).toEqual([expect.stringMatching(/^18/)]);
    expect(await ask(other.databaseUrl, "select to_regclass('only_here')")).toEqual([null]);
  }, 120_000);

  it('keep what was committed when Postgres is killed and started again', async () => {
    const services = await start({ database: 'empty' });
    await ask(services.databaseUrl, 'create table kept as select 42 as answer');
    await services.kill('postgres', 'SIGKILL');
    await expect(ask(services.databaseUrl, 'select 1')).rejects.toThrow();
    await services.restart('postgres');
    expect(await ask(services.databaseUrl, 'select answer from kept')).toEqual([42]);
  }, 120_000);

  it('are a Temporal server that knows our search attributes', async () => {
    const { temporalAddress } = await start({ database: 'none', temporal: 'memory' });
    const connection = await Connection.connect({ address: temporalAddress });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    await connection.close();
    expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(['OverturnStage', 'OverturnNextDue']));
  }, 120_000);

  it('are a Temporal whose half year passes in seconds', async () => {
    const { timeSkipping } = await start({ database: 'none', temporal: 'time-skipping' });
    if (!timeSkipping) throw new Error('no time-skipping server');
    const worker = await Worker.create({
      connection: timeSkipping.nativeConnection,
      taskQueue: 'naps',
      workflowBundle: await bundleWorkflowCode({ workflowsPath: `${import.meta.dirname}/nap.workflow.ts` }),
    });
    const client = new TemporalClient({ connection: timeSkipping.connection });
    const began = Date.now();
    const result = await worker.runUntil(async () => {
      const handle = await client.workflow.start('nap', { taskQueue: 'naps', workflowId: 'nap', args: ['180 days'] });
      await timeSkipping.sleep('181 days');
      return (await handle.describe()).status.name;
    });
    expect(result).toBe('COMPLETED');
    expect(Date.now() - began).toBeLessThan(20_000);
  }, 120_000);

  itWithRedis(
    'are a Redis that never evicts',
    async () => {
      const { redisUrl = '' } = await start({ database: 'none', redis: true });
      const redis = new Redis(redisUrl);
      expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
      redis.disconnect();
    },
    60_000,
  );
});
