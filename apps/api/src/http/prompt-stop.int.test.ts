import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner } from '@overturn/data/test-support/rows';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { BOOTSTRAP_KEY, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const CALLERS = 8;
const headers = { authorization: `Bearer ${BOOTSTRAP_KEY}` };

let api: Harness;
beforeAll(async () => void (api = await startHarness()), 120_000);
afterAll(() => api.stop(), 20_000);

/** One request on a kept connection: its status with its whole body, or why there was none. */
const ask = (agent: Agent, path: string): Promise<number | string> =>
  new Promise((resolve) => {
    const asked = request(`${api.url}/api${path}`, { agent, headers }, (answer) => {
      answer.on('end', () => resolve(answer.statusCode!)).on('error', () => resolve('cut off'));
      answer.resume();
    });
    asked.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code!)).end();
  });

const connected = (text: string): Promise<void> =>
  new Promise((resolve) => {
    const { port, hostname } = new URL(api.url);
    const socket = connect(Number(port), hostname, () => {
      socket.write(text, () => resolve());
      socket.on('error', () => undefined);
    });
  });

describe('a stop', () => {
  it('is quick though callers keep their connections, and answers what is under way', async () => {
    const agent = new Agent({ keepAlive: true });
    const answers: (number | string)[] = [];
    const callers = Array.from({ length: CALLERS }, async () => {
      for (let last: number | string = 200; last === 200; answers.push(last)) last = await ask(agent, '/session');
    });
    await connected(''); // never asks anything
    await connected('GET /api/session HTTP/1.1\r\n'); // never ends its question
    await connected(`GET /api/events HTTP/1.1\r\nhost: x\r\nauthorization: ${headers.authorization}\r\n\r\n`); // never reads
    const idle = new Agent({ keepAlive: true });
    expect(await ask(idle, '/session')).toBe(200);

    await asOwner(api.services.databaseUrl, async (owner) => {
      await owner.query('begin');
      await owner.query('lock table client');
      const waiting = ask(new Agent({ keepAlive: true }), '/clients');
      const waits = "select from pg_locks where relation = 'client'::regclass and not granted";
      while ((await owner.query(waits)).rowCount === 0);
      const began = Date.now();
      const stopped = api.stopApi();
      while ((await ask(new Agent(), '/health/live')) !== 'ECONNREFUSED');
      await owner.query('commit');
      expect(await waiting).toBe(200);
      await stopped;
      expect(Date.now() - began).toBeLessThan(3_000);
    });
    await Promise.all(callers);
    expect(answers.filter((answer) => answer === 200).length).toBeGreaterThan(CALLERS);
    expect(answers).not.toContain('cut off');
  }, 60_000);
});
