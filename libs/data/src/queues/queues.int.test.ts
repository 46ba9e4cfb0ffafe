import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Services } from '../../../../tests/support/services/services.ts';
import { startServices } from '../../../../tests/support/services/services.ts';
import { hasRedis } from '../../../../tests/support/services/redis.ts';
import { openReceiver, openSender, prepareQueues } from './queues.ts';
import type { QueueSettings } from './queues.ts';

let services: Services;
const redisHere = await hasRedis();
beforeAll(async () => void (services = await startServices({ redis: redisHere })), 120_000);
afterAll(() => services.stop());

const settingsOf = (redis: boolean): QueueSettings => ({
  DATABASE_URL: services.databaseUrl,
  OVERTURN_SECRET: services.env['OVERTURN_SECRET']!,
  QUEUE_DATABASE_URL: undefined,
  REDIS_URL: redis ? services.redisUrl : undefined,
});

describe.each([['Postgres', false] as const, ...(redisHere ? [['Redis', true] as const] : [])])(
  'queues on %s',
  (_name, redis) => {
    it('hand a job over once, also when it is sent twice', async () => {
      const settings = settingsOf(redis);
      await Promise.all([prepareQueues(settings), prepareQueues(settings)]);
      const sender = openSender(settings, 'imports');
      const job = { organizationId: randomUUID(), remittanceId: randomUUID() };
      const last = { organizationId: randomUUID(), remittanceId: randomUUID() };
      await sender.add(job, { jobId: job.remittanceId });
      await sender.add(job, { jobId: job.remittanceId });
      await sender.add(last);
      const seen: unknown[] = [];
      await new Promise<void>((resolve) => {
        const receiver = openReceiver(settings, 'imports', async (data) => {
          seen.push(data);
          if (data.remittanceId === last.remittanceId) setImmediate(() => void receiver.close().then(resolve));
        });
      });
      await sender.close();
      expect(seen).toEqual([job, last]);
    }, 60_000);

    it('take nothing but ids', async () => {
      const sender = openSender(settingsOf(redis), 'documents');
      await expect(sender.add({ organizationId: 'Smith', documentId: 'John' })).rejects.toThrow('Invalid UUID');
      await sender.close();
    });
  },
);
