import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateRemittance, writeRemittance } from '@overturn/x12';
import { hasRedis } from '../support/services/redis.ts';
import { ChaosGround } from './chaos-ground.ts';
import { followEvents } from './event-stream.ts';
import { YESTERDAY } from './letters.ts';
import { persist } from './persistent.ts';
import { listenToRedis } from './redis-monitor.ts';

const describeWithRedis = (await hasRedis()) ? describe : describe.skip;

describeWithRedis('queues, imports and live events on Redis', () => {
  let ground: ChaosGround;
  beforeAll(async () => void (ground = await ChaosGround.open({ redis: true })), 240_000);
  afterAll(() => ground?.close(), 60_000);

  async function upload(seed: number): Promise<string> {
    const parts = generateRemittance({ claims: 50, denied: 0.1, datedOn: YESTERDAY, seed });
    const form = new FormData();
    form.append('file', new Blob([Buffer.concat([...writeRemittance(parts)])]), 'remittance.835');
    const { status, body } = await persist(ground.machine.staff, 'POST', '/remittances', form);
    expect(status).toBe(202);
    return String(body['id']);
  }
  const untilImported = (id: string): Promise<void> =>
    ground.untilNone('the file is read', "select from remittance where id = $1 and state <> 'imported'", [id]);

  it('an import is queued there, and its events wake the readers through it', async () => {
    const monitor = await listenToRedis(ground.product.services.redisUrl!);
    const events = await followEvents(ground.machine.staff);
    const id = await upload(1);
    await untilImported(id);
    await events.until(({ kind, subjectId }) => kind === 'remittance' && subjectId === id);
    await events.until(({ kind }) => kind === 'task');
    events.close();
    const heard = monitor.heard();
    monitor.close();
    expect(heard).toContain(`overturn:imports:`);
    expect(heard).toContain(id);
    expect(heard).toMatch(/^publish overturn_events $/im);
    expect(await ground.rows("select tablename from pg_tables where schemaname = 'queue'")).toEqual([]);
  }, 120_000);

  it('a file that comes while Redis is away is taken, and read when it is back', async () => {
    const events = await followEvents(ground.machine.staff);
    await ground.product.kill('redis');
    const id = await upload(2);
    expect((await ground.row<{ state: string }>('select state from remittance where id = $1', [id])).state).toBe(
      'received',
    );
    await ground.product.restart('redis');
    await untilImported(id);
    await events.until(({ kind, subjectId }) => kind === 'remittance' && subjectId === id);
    events.close();
    const { denials } = await ground.row<{ denials: number }>(
      'select count(*)::int denials from denial d join claim c on c.id = d.claim_id where c.remittance_id = $1',
      [id],
    );
    expect(denials).toBe(5);
  }, 120_000);
});
