/** `npm start`: everything one installation needs, kept running until Ctrl-C. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './builds.ts';
import { loadRest, provideFirstLook, type FirstLook } from './first-look.ts';
import { choosePorts, keptSecret } from './installation.ts';
import { homeDir, nodeBinary, root } from './paths.ts';
import { removePidFile, runningLauncher, stopLeftovers, STOP_ORDER, writePidFile } from './pid-files.ts';
import { nextFreePort, takePort } from './ports.ts';
import { identify } from './processes.ts';
import { answersOk, apiSpec, apiUrl, workerSpec, type ProductEnvironment } from './product.ts';
import { say, step } from './progress.mjs';
import { run } from './run.ts';
import { provideDatabase, provideTemporal } from './services.ts';
import { Stack } from './stack.ts';
import { stopRequest } from './stop-request.ts';
import { startWatchers } from './watchers.ts';

const FIRST_PORT = 3000;
const READY_WITHIN_MS = 60_000;

const home = homeDir();
const logs = join(home, 'logs');
const watch = process.argv.includes('--watch');
let isStopping = false;
const stack = new Stack(home, (line) => say(`  ${line}`));

async function claimHome(): Promise<void> {
  mkdirSync(logs, { recursive: true });
  const other = runningLauncher(home);
  if (other) {
    const where = other.url ? ` at ${other.url}` : '';
    throw new Error(
      `Overturn already runs from ${home}${where} (process ${other.pid}). Set OVERTURN_HOME for a second one.`,
    );
  }
  const left = await stopLeftovers(home);
  if (left.length > 0) say(`  An earlier run was cut off; stopped what it left running: ${left.join(', ')}.`);
  writeLauncher();
}

const writeLauncher = (url?: string): void =>
  writePidFile(home, {
    name: 'launcher',
    stopSignal: 'SIGTERM',
    graceMs: 60_000,
    ...identify(process.pid),
    ...(url ? { url } : {}),
  });

/** PORT as given, which must be free; else the first free one from 3000. */
async function choosePort(host: string): Promise<string> {
  const { PORT } = process.env;
  if (PORT === undefined || PORT === '') return String(await nextFreePort(FIRST_PORT, host));
  if (!(await takePort(Number(PORT), host))) {
    throw new Error(`Port ${PORT} on ${host} is taken. Set PORT to a free one, or leave it out for the next free one.`);
  }
  return PORT;
}

async function environment(): Promise<ProductEnvironment> {
  const host = process.env['HOST'] ?? '127.0.0.1';
  return {
    HOST: host,
    PORT: await choosePort(host),
    OVERTURN_SECRET: process.env['OVERTURN_SECRET'] ?? keptSecret(home, 'secret'),
    OVERTURN_BOOTSTRAP_KEY: process.env['OVERTURN_BOOTSTRAP_KEY'] ?? keptSecret(home, 'bootstrap-key'),
    FILES_DIR: process.env['FILES_DIR'] ?? join(home, 'files'),
    TEMPORAL_NAMESPACE: process.env['TEMPORAL_NAMESPACE'] ?? 'default',
    DASHBOARD_DIR: process.env['DASHBOARD_DIR'] ?? join(root, 'apps/dashboard/dist'),
  };
}

async function start(): Promise<void> {
  await claimHome();
  const base = await environment();
  const ports = await choosePorts(home);
  mkdirSync(base['FILES_DIR'] ?? '', { recursive: true });
  const [database, temporal] = await Promise.all([
    provideDatabase(stack, home, ports.postgres),
    provideTemporal(stack, home, ports, base['TEMPORAL_NAMESPACE'] ?? 'default'),
    step('Compiling', () => build()),
  ]);
  if (watch) await startWatchers(stack, logs);
  const env = { ...base, DATABASE_URL: database.url, TEMPORAL_ADDRESS: temporal.address };
  await step('Bringing the database to the present', () =>
    run(nodeBinary, [join(root, 'libs/data/src/migrate.ts')], { env: { ...process.env, ...env } }),
  );
  const options = { env, logs, watch };
  await step('Starting api and worker', async () => {
    await Promise.all([stack.start(workerSpec(options)), stack.start(apiSpec(options))]);
    await untilReady(`${apiUrl(env)}/api/health/ready`);
  });
  writeLauncher(apiUrl(env));
  const isOwnDatabase = process.env['DATABASE_URL'] === undefined;
  const look = isOwnDatabase ? await step('Preparing the first look', () => provideFirstLook(home, env)) : undefined;
  const queues = process.env['REDIS_URL'] ? 'queues on Redis' : 'queues on Postgres';
  report(env, [database.what, temporal.what, queues], look);
  if (look) await loadRest(home, env, look, () => isStopping);
}

async function untilReady(url: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await answersOk(url))) {
    if (Date.now() > until)
      throw new Error(`The api runs, but ${url} still says that something is missing. See ${logs}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function report(env: ProductEnvironment, running: readonly string[], look: FirstLook | undefined): void {
  say(`  Running: ${running.join(' · ')} · api · worker`);
  say(`  State and logs: ${home}`);
  say('');
  say(`  Overturn is at ${apiUrl(env)}`);
  if (look) say(`  Sign in as ${look.email} with the password ${look.password}`);
  else say('  Sign in with an account of your own, or make one with the bootstrap key (OVERTURN_BOOTSTRAP_KEY).');
  say('  Ctrl-C stops everything; the next start goes on from here.');
}

const requested = stopRequest();
say('Overturn');
const started = start();
started.catch(() => undefined);
let exitCode = 0;
try {
  await Promise.race([started, requested]);
  await requested;
  isStopping = true;
  say('\n  Stopping …');
} catch (error) {
  say(`\n${error instanceof Error ? error.message : String(error)}`);
  exitCode = 1;
}
await stack.stop(STOP_ORDER);
if (runningLauncher(home)?.pid === process.pid) removePidFile(home, 'launcher');
if (exitCode === 0) say('  Stopped. Everything is kept.');
process.exit(exitCode);
