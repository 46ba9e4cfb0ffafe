import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { freePort, nextFreePort, takePort } from './ports.ts';

it('gives a port once, though nobody listens on it yet', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
  expect(new Set(ports).size).toBe(20);
  expect(await takePort(ports[0] ?? 0, '127.0.0.1')).toBe(false);
});

it('goes past a port on which somebody listens', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  expect(await takePort(port, '127.0.0.1')).toBe(false);
  expect(await nextFreePort(port, '127.0.0.1')).toBeGreaterThan(port);
  expect(await freePort(port)).not.toBe(port);
  server.close();
});
