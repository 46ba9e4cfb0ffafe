import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '@overturn/contracts';
import { Database } from '@overturn/data/database/database';
import { draftEvent } from '@overturn/data/events/live-events';
import { publishEvents } from '@overturn/data/events/publisher';
import { handUrls } from '@overturn/data/logins';
import { asOwner } from '@overturn/data/test-support/rows';
import { randomUUID } from 'node:crypto';
import { hasRedis } from '../../../../tests/support/services/redis.ts';
import { BOOTSTRAP_KEY, signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const WRITERS = 32;
const EACH = 25;
const READERS = 4;

/** Reads until `until` says so, hanging up now and then and coming back with the number of the last event it took. */
async function read(api: Harness, started: () => void, isDone: (seen: string[]) => boolean): Promise<string[]> {
  const seen: string[] = [];
  let last: string | undefined;
  while (!isDone(seen)) {
    const ending = new AbortController();
    const response = await fetch(`${api.url}/api/events`, {
      headers: { authorization: `Bearer ${BOOTSTRAP_KEY}`, ...(last !== undefined && { 'last-event-id': last }) },
      signal: ending.signal,
    });
    const hangUpAfter = Math.ceil(Math.random() * 60);
    let taken = 0;
    let text = '';
    try {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) {
          const id = /^id: (\d+)$/m.exec(block)?.[1];
          if (id === undefined) continue;
          last = id;
          started();
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (data === undefined) continue;
          seen.push((JSON.parse(data) as { subjectId: string }).subjectId);
          if (++taken >= hangUpAfter || isDone(seen)) ending.abort();
        }
      }
    } catch (error) {
      if (!ending.signal.aborted) throw error;
    }
  }
  return seen;
}

describe.each([['Postgres', false] as const, ...((await hasRedis()) ? [['Redis', true] as const] : [])])(
  'live events through %s',
  (_name, redis) => {
    let api: Harness;
    let db: Database;
    let engine: Database;
    beforeAll(async () => {
      api = await startHarness({ redis });
      const urls = handUrls(api.services.databaseUrl, api.services.env['OVERTURN_SECRET']!);
      db = new Database(urls.app, WRITERS);
      engine = new Database(urls.engine, 4);
    }, 120_000);
    afterAll(async () => {
      await db.close();
      await engine.close();
      await api.stop();
    });

    const ownerRows = (text: string, values: unknown[] = []): Promise<unknown[]> =>
      asOwner(api.services.databaseUrl, async (owner) => (await owner.query(text, values)).rows as unknown[]);

    it('miss none, though 32 write at once and the readers come and go', async () => {
      const { organization } = (await api.call<SessionView>('GET', '/session')).body;
      const wanted = WRITERS * EACH;
      let publishing = true;
      const publishers = [0, 1].map(async () => {
        while (publishing)
          if ((await publishEvents(engine, { REDIS_URL: redis ? api.services.redisUrl : undefined })) === 0)
            await new Promise((resolve) => setTimeout(resolve, 10));
      });
      let waiting = READERS;
      let begin!: () => void;
      const everyoneReads = new Promise<void>((resolve) => (begin = resolve));
      const readers = Array.from({ length: READERS }, () => {
        let told = false;
        const started = (): void => {
          if (!told && --waiting === 0) begin();
          told = true;
        };
        return read(api, started, (seen) => seen.length >= wanted);
      });
      await everyoneReads;
      const written = await Promise.all(
        Array.from({ length: WRITERS }, async () => {
          const ids: string[] = [];
          for (let n = 0; n < EACH; n++) {
            const subjectId = randomUUID();
            await db.forOrganization(organization.id, async (tx) => {
              await draftEvent(tx, new Date(), { kind: 'remittance', subjectId });
              if (Math.random() < 0.3) await new Promise((resolve) => setTimeout(resolve, Math.random() * 20)); // commits out of order
            });
            ids.push(subjectId);
          }
          return ids;
        }),
      );
      const all = new Set(written.flat());
      for (const seen of await Promise.all(readers)) {
        expect(seen).toHaveLength(wanted);
        expect(new Set(seen)).toEqual(all);
      }
      publishing = false;
      await Promise.all(publishers);
    }, 90_000);

    it('of another organization are never heard of', async () => {
      const other = (await api.call('POST', '/organizations', { name: 'Other' })).body.id;
      const before = await db.forOrganization(other, (tx) => tx.rows({ text: 'select 1 from live_event', values: [] }));
      await db.forOrganization(other, (tx) =>
        draftEvent(tx, new Date(), { kind: 'remittance', subjectId: randomUUID() }),
      );
      const mine = randomUUID();
      const { organization } = (await api.call<SessionView>('GET', '/session')).body;
      let listening!: () => void;
      const isListening = new Promise<void>((resolve) => (listening = resolve));
      const reader = read(api, listening, (seen) => seen.length >= 1);
      await isListening;
      await db.forOrganization(organization.id, (tx) =>
        draftEvent(tx, new Date(), { kind: 'remittance', subjectId: mine }),
      );
      while ((await publishEvents(engine, { REDIS_URL: redis ? api.services.redisUrl : undefined })) > 0);
      expect(before).toEqual([]);
      expect(await reader).toEqual([mine]);
    }, 30_000);

    it('that are no longer kept are not passed over: the reader is told to load anew', async () => {
      const opening = async (last: string): Promise<string> => {
        const ending = new AbortController();
        const headers = { authorization: `Bearer ${BOOTSTRAP_KEY}`, 'last-event-id': last };
        const { body } = await fetch(`${api.url}/api/events`, { headers, signal: ending.signal });
        const { value } = await body!.pipeThrough(new TextDecoderStream()).getReader().read();
        ending.abort();
        return value!;
      };
      const { organization } = (await api.call<SessionView>('GET', '/session')).body;
      await db.forOrganization(organization.id, async (tx) => {
        for (let n = 0; n < 3; n++) await draftEvent(tx, new Date(), { kind: 'remittance', subjectId: randomUUID() });
      });
      while ((await publishEvents(engine, { REDIS_URL: redis ? api.services.redisUrl : undefined })) > 0);
      const newest = Number(/^id: (\d+)$/m.exec(await opening(''))![1]);
      expect(await opening(String(newest - 2))).not.toContain('event: reload');
      await ownerRows('update live_event_floor set above = $1', [newest - 1]);
      expect(await opening(String(newest - 2))).toMatch(/^retry: 1000\nid: \d+\nevent: reload\ndata: {}\n\n/);
      expect(await opening(String(newest - 1))).not.toContain('event: reload');
      expect(await opening(String(newest + 1000))).toContain('event: reload');
    }, 30_000);

    it('end soon after whoever reads has signed out', async () => {
      const person = { email: `${randomUUID()}@example.test`, name: 'Ana', password: 'correct horse battery' };
      await api.call('POST', '/users', { ...person, role: 'specialist' });
      const cookies = await signIn(api, person.email, person.password);
      const reading = (await fetch(`${api.url}/api/events`, { headers: cookies })).text();
      expect((await api.call('DELETE', '/session', undefined, cookies)).status).toBe(204);
      expect(await reading).not.toContain('still here');
    }, 30_000);

    it('end when the api stops, which does not take long', async () => {
      const response = await fetch(`${api.url}/api/events`, { headers: { authorization: `Bearer ${BOOTSTRAP_KEY}` } });
      const began = Date.now();
      const reading = response.text();
      await api.stopApi();
      expect(await reading).toMatch(/^retry: 1000\nid: \d+/);
      expect(Date.now() - began).toBeLessThan(3000);
    }, 30_000);
  },
);
