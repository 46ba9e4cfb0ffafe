import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { HealthView } from '@overturn/contracts';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

/** Takes every connection and never says a word: an engine that hangs. */
const mute = createServer();
let api: Harness;
beforeAll(async () => {
  await once(mute.listen(0, '127.0.0.1'), 'listening');
  const address = `127.0.0.1:${(mute.address() as AddressInfo).port}`;
  api = await startHarness({}, { TEMPORAL_ADDRESS: address });
}, 120_000);
afterAll(async () => {
  await api.stop();
  mute.close();
});

it('an engine that takes connections and answers nothing is down, and the api is ready all the same', async () => {
  const { body } = await api.call<HealthView>('GET', '/health');
  expect([body.state, body.parts.find(({ name }) => name === 'temporal')]).toEqual([
    'degraded',
    { name: 'temporal', state: 'down', sentence: 'Does not answer. Answers are kept and go on when it is back.' },
  ]);
  const before = Date.now();
  expect((await api.call('GET', '/health/ready')).status).toBe(200);
  expect(Date.now() - before).toBeLessThan(1000);
});
