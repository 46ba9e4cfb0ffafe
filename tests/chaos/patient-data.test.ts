import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client as TemporalClient, Connection } from '@temporalio/client';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasRedis } from '../support/services/redis.ts';
import { ALLOWED } from './allowed-places.ts';
import { ChaosGround } from './chaos-ground.ts';
import { playWithPlanted } from './planted-play.ts';
import { PLANTED } from './planted.ts';
import { keepQueueRows, QUEUE_ROWS, quoteRowsOnce, refusals, TIMES } from './planted-triggers.ts';
import { listenToRedis } from './redis-monitor.ts';
import type { RedisMonitor } from './redis-monitor.ts';
import { searchFiles, searchTables, searchTemporal } from './search-places.ts';

const backends = [['Postgres', false] as const, ...((await hasRedis()) ? [['Redis', true] as const] : [])];

describe.each(backends)('patient data, with queues on %s', (_name, redis) => {
  let ground: ChaosGround;
  let monitor: RedisMonitor | undefined;

  beforeAll(async () => {
    ground = await ChaosGround.open({ redis, env: { LOG_LEVEL: 'debug' } });
    if (redis) monitor = await listenToRedis(ground.product.services.redisUrl!);
    else await keepQueueRows(ground);
    await quoteRowsOnce(ground);
    await playWithPlanted(ground);
  }, 240_000);
  afterAll(async () => {
    monitor?.close();
    await ground?.close();
  }, 60_000);

  it('was quoted by errors of Postgres in a request, an import, a step and a printed letter', async () => {
    expect(new Set(Object.values(await refusals(ground)))).toEqual(new Set([TIMES]));
  });

  it('stands in the tables that are for it, and in no other', async () => {
    expect([...(await searchTables(ground))].sort()).toEqual(Object.keys(ALLOWED).sort());
  }, 60_000);

  it('is not in Temporal: ids, memos, attributes, histories', async () => {
    const { places, workflows, events } = await searchTemporal(ground);
    process.stdout.write(`searched ${workflows} workflows with ${events} events\n`);
    expect([...places]).toEqual([]);
    expect(workflows).toBeGreaterThan(3);
    expect(events).toBeGreaterThan(100);
  }, 60_000);

  it('is not in logs, file names, or whatever else lies on the disk', () => {
    expect([...searchFiles(ground.product.services.home)]).toEqual([]);
    expect(ground.product.logs('api')).toContain('"route":"/api/search"');
    expect(ground.product.logs('worker')).toContain('polling');
  });

  it('never went through a queue or a wake-up', async () => {
    const through = monitor ? monitor.heard() : JSON.stringify(await ground.rows(`select row from ${QUEUE_ROWS}`));
    for (const part of ['imports', 'documents', 'remittanceId', 'documentId']) expect(through).toContain(part);
    expect(monitor ? monitor.planted() : []).toEqual([]);
  });

  it('would be found wherever it leaked to', async () => {
    const { services } = ground.product;
    const leak = `leaked ${PLANTED.lastName}`;
    await ground.rows('update heartbeat set details = to_jsonb($1::text)', [leak]);
    await ground.rows(`update live_event set kind = $1 where draft_id = (select min(draft_id) from live_event)`, [
      leak,
    ]);
    appendFileSync(join(services.home, 'logs/worker.log'), leak);
    writeFileSync(join(services.home, 'files', `${PLANTED.memberId}.835`), '');
    await startLeakyWorkflow(services.temporalAddress);
    await monitor?.leak(leak);

    expect([...(await searchTables(ground))]).toEqual(expect.arrayContaining(['heartbeat.details', 'live_event.kind']));
    const files = [...searchFiles(services.home)];
    expect(files).toEqual(expect.arrayContaining(['logs/worker.log', `name of files/${PLANTED.memberId}.835`]));
    expect([...(await searchTemporal(ground)).places].sort()).toEqual([
      'described workflow',
      'listed workflow',
      'workflow history',
      'workflow id',
    ]);
    if (monitor) expect(monitor.planted()).not.toEqual([]);
  }, 60_000);
});

async function startLeakyWorkflow(address: string): Promise<void> {
  const connection = await Connection.connect({ address });
  await new TemporalClient({ connection }).workflow.start('nobody-works-at-this', {
    workflowId: `leak/${PLANTED.claimNumber}`,
    taskQueue: 'nobody',
    args: [{ patient: PLANTED.firstName }],
    memo: { patient: PLANTED.firstName },
  });
  await connection.close();
}
