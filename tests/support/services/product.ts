/** The product as it runs in production: the compiled api and worker as processes, on the services of a test. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { build } from '../../../scripts/launch/builds.ts';
import { Child } from '../../../scripts/launch/children.ts';
import { root } from '../../../scripts/launch/paths.ts';
import { freePort } from '../../../scripts/launch/ports.ts';
import { answersOk, apiSpec, apiUrl, workerSpec } from '../../../scripts/launch/product.ts';
import { startServices, type ServiceName, type ServiceOptions, type Services } from './services.ts';

export interface ProductOptions extends ServiceOptions {
  /** `temporal-test` reads the time from the time-skipping server. */
  clock?: 'system' | 'temporal-test';
  /** Compile the dashboard too, for tests in a browser. */
  dashboard?: boolean;
  /** Further settings for api and worker. */
  env?: Record<string, string>;
}

type ProcessName = 'api' | 'worker' | ServiceName;

export interface Product {
  url: string;
  /** `Authorization: Bearer <bootstrapKey>` may do everything in its own organization. */
  bootstrapKey: string;
  services: Services;
  /** Sends the signal (SIGKILL if none is named), waits for the end, and leaves it down. */
  kill(name: ProcessName, signal?: NodeJS.Signals): Promise<void>;
  /** Starts what was killed, with the same settings; resolves when it serves again. */
  restart(name: ProcessName): Promise<void>;
  /** What api or worker printed since its last start. */
  logs(name: 'api' | 'worker'): string;
  /** Process id, for a kill at a moment of the test's own. */
  pid(name: 'api' | 'worker'): number | undefined;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

/** Compiles what changed, starts services, worker and api, and resolves when the api says that it is ready. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const { clock = 'system', dashboard = false, env = {}, ...wanted } = options;
  const temporal = clock === 'temporal-test' ? 'time-skipping' : 'disk';
  const [services] = await Promise.all([
    startServices({ temporal, ...wanted }),
    build(dashboard ? ['api', 'worker', 'dashboard'] : ['api', 'worker']),
  ]);
  const bootstrapKey = randomBytes(24).toString('base64url');
  const settings = {
    ...services.env,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    OVERTURN_CLOCK: clock,
    OVERTURN_BOOTSTRAP_KEY: bootstrapKey,
    DASHBOARD_DIR: join(root, 'apps/dashboard/dist'),
    ...env,
  };
  const run = { env: settings, logs: join(services.home, 'logs') };
  const say = (line: string): void => console.warn(line);
  const own = {
    worker: new Child(workerSpec(run), services.home, say),
    api: new Child(apiSpec(run), services.home, say),
  };
  const isOwn = (name: ProcessName): name is keyof typeof own => name in own;
  const stop = async (): Promise<void> => {
    await own.api.stop();
    await own.worker.stop();
    await services.stop();
  };
  try {
    await Promise.all([own.worker.start(), own.api.start()]);
    await untilReady(apiUrl(settings), own.api);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: apiUrl(settings),
    bootstrapKey,
    services,
    kill: (name, signal = 'SIGKILL') => (isOwn(name) ? own[name].kill(signal) : services.kill(name, signal)),
    restart: (name) => (isOwn(name) ? own[name].start() : services.restart(name)),
    logs: (name) => own[name].log(),
    pid: (name) => own[name].pid,
    stop,
  };
}

async function untilReady(url: string, api: Child): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await answersOk(`${url}/api/health/ready`))) {
    if (Date.now() > until) throw new Error(`The api never said that it is ready. It printed:\n${api.log()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
