import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { nodeBinary, root } from '../../scripts/launch/paths.ts';
import { run } from '../../scripts/launch/run.ts';
import { dayOf } from '../support/days.ts';
import { Launched } from '../support/launched.ts';
import { letterOf } from '../support/letter.ts';
import { startServices } from '../support/services/services.ts';
import { hasRedis } from '../support/services/redis.ts';
import { Staff } from '../support/staff.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
}, 120_000);

function launch(env: Record<string, string> = {}): Launched {
  const launched = new Launched(env);
  closing.push(() => launched.stop());
  return launched;
}
const isReady = async (url: string): Promise<boolean> =>
  fetch(`${url}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** What `npm run verify:audit` says of a home that runs. */
function verifiedAudit(home: string): Promise<string> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_OPTIONS: '', OVERTURN_HOME: home };
  return run(nodeBinary, ['scripts/verify-audit.ts'], { cwd: root, env });
}

describe('npm start', () => {
  it('two homes at once are two installations, and a port that is taken is passed over', async () => {
    const blocker: Server = createServer().listen(3000, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve).once('error', resolve));
    closing.push(async () => blocker.close());
    const keys = ['first-key-of-an-installation-0001', 'second-key-of-an-installation-002'];
    const both = keys.map((key) => launch({ OVERTURN_BOOTSTRAP_KEY: key }));
    const urls = await Promise.all(both.map((one) => one.url()));
    expect(new Set(urls).size).toBe(2);
    expect(urls.filter((url) => url.endsWith(':3000'))).toEqual([]);
    for (const [index, url] of urls.entries()) {
      expect((await Staff.withKey(url, keys[index]!).request('GET', '/session')).status).toBe(200);
      expect((await Staff.withKey(url, keys[1 - index]!).request('GET', '/session')).status).toBe(401);
    }
    expect(await verifiedAudit(both[0]!.home)).toMatch(/: the chain holds\./);
  }, 240_000);

  it('a child that dies is said and started again', async () => {
    const product = launch();
    const url = await product.url();
    const { api } = product.running();
    process.kill(api!, 'SIGKILL');
    await product.says(/api stopped unexpectedly/);
    const until = Date.now() + 60_000;
    while (product.running()['api'] === api || !(await isReady(url))) {
      if (Date.now() > until) throw new Error(`The api did not come back:\n${product.output}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }, 240_000);

  it('with services of one’s own it starts none, and takes work on them', async () => {
    const services = await startServices({ database: 'empty', temporal: 'memory', redis: await hasRedis() });
    closing.push(() => services.stop());
    const key = 'a-key-of-an-installation-on-given-services';
    const { DATABASE_URL, TEMPORAL_ADDRESS, REDIS_URL } = services.env;
    const product = launch({
      DATABASE_URL: DATABASE_URL!,
      TEMPORAL_ADDRESS: TEMPORAL_ADDRESS!,
      ...(REDIS_URL && { REDIS_URL }),
      OVERTURN_BOOTSTRAP_KEY: key,
    });
    const staff = Staff.withKey(await product.url(), key);
    expect(Object.keys(product.running()).sort()).toEqual(['api', 'launcher', 'worker']);
    const today = dayOf(new Date());
    const { id } = await staff.post<{ id: string }>('/denials', letterOf(today, 'C-1'));
    const until = Date.now() + 60_000;
    while ((await staff.openTasks(id)).length === 0) {
      if (Date.now() > until) throw new Error(`No task came:\n${product.output}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }, 240_000);
});
