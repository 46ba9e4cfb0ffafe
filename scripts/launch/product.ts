/** Our own processes: how each is run, and when it counts as started. The launcher and the tests share this. */
import { join } from 'node:path';
import type { ChildSpec } from './children.ts';
import { nodeBinary, root } from './paths.ts';

export type ProductEnvironment = Record<string, string>;

export interface ProductOptions {
  env: ProductEnvironment;
  logs: string;
  /** Start again when a compiled file changes. */
  watch?: boolean;
}

const entryOf = (app: string): string => join(root, 'apps', app, 'dist/main.js');

function processSpec(app: string, { env, logs, watch = false }: ProductOptions): Omit<ChildSpec, 'isReady'> {
  return {
    name: app,
    command: nodeBinary,
    args: ['--enable-source-maps', ...(watch ? ['--watch', '--watch-preserve-output'] : []), entryOf(app)],
    env: { NODE_ENV: 'production', ...process.env, ...env },
    cwd: root,
    logFile: join(logs, `${app}.log`),
    stopSignal: 'SIGTERM',
    graceMs: 15_000,
    readyWithinMs: 60_000,
  };
}

/** The api counts as started when it is alive; whether all it needs answers is `/api/health/ready`. */
export const apiSpec = (options: ProductOptions): ChildSpec => ({
  ...processSpec('api', options),
  isReady: () => answersOk(`${apiUrl(options.env)}/api/health/live`),
});

const QUIET_LEVELS = ['silent', 'error', 'warn'];

/** The worker counts as started when it says that it polls; one told to be quiet, when it runs. */
export function workerSpec(options: ProductOptions): ChildSpec {
  const spec = processSpec('worker', options);
  const isQuiet = QUIET_LEVELS.includes(spec.env?.['LOG_LEVEL'] ?? '');
  return { ...spec, isReady: async (log) => isQuiet || /\bpolling\b/i.test(log()) };
}

/** Where a browser on this machine finds it. */
export function apiUrl({ HOST = '127.0.0.1', PORT = '3000' }: ProductEnvironment): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}

export const answersOk = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
