/**
 * The services a test runs on, real ones and all its own: Postgres from a prepared cluster, Temporal (the development
 * server, or the one whose time can be moved), Redis. Everything lives in a throw-away folder and is gone after `stop`.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
  chmodSync,
  readFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Child, type ChildSpec } from '../../../scripts/launch/children.ts';
import { stopLeftovers } from '../../../scripts/launch/pid-files.ts';
import { freePort } from '../../../scripts/launch/ports.ts';
import { databaseUrl, postgresSpec } from '../../../scripts/launch/postgres.ts';
import { identify, isAlive, type ProcessIdentity } from '../../../scripts/launch/processes.ts';
import { findTemporal } from '../../../scripts/launch/temporal-binary.ts';
import { temporalSpec } from '../../../scripts/launch/temporal.ts';
import { copyPreparedCluster, TEST_PASSWORD, TEST_SECRET } from './prepared-cluster.ts';
import { redisSpec } from './redis.ts';
import { startTimeSkipping } from './time-skipping-server.ts';

export interface ServiceOptions {
  /** `migrated` (the default) has our tables and logins, `empty` only the database, `none` starts no Postgres. */
  database?: 'migrated' | 'empty' | 'none';
  /** `memory` is quick, `disk` outlives a kill, `time-skipping` has a clock that the test moves. */
  temporal?: 'memory' | 'disk' | 'time-skipping' | 'none';
  /** Queues and live updates on Redis instead of Postgres; without a word, as `OVERTURN_TEST_REDIS` says. */
  redis?: boolean;
}

export type ServiceName = 'postgres' | 'temporal' | 'redis';

export interface Services {
  home: string;
  /** What a process of ours needs to be told; complete but for its port. */
  env: Record<string, string>;
  /** The owner's address. */
  databaseUrl: string;
  temporalAddress: string;
  /** Only with `temporal: 'time-skipping'`. */
  timeSkipping: TestWorkflowEnvironment | undefined;
  redisUrl: string | undefined;
  /** Ends a service at once and leaves it down. */
  kill(name: ServiceName, signal?: NodeJS.Signals): Promise<void>;
  /** Starts a service that was killed, on the same port with the same state. */
  restart(name: ServiceName): Promise<void>;
  stop(): Promise<void>;
}

/** The build runs the same tests a second time with queues and live updates on Redis. */
const REDIS_WANTED = process.env['OVERTURN_TEST_REDIS'] === '1';

const PREFIX = 'overturn-test-';

/** Starts what is asked for. Allow 60 s the first time on a machine; afterwards it takes about two. */
export async function startServices(options: ServiceOptions = {}): Promise<Services> {
  const { database = 'migrated', temporal = 'none', redis = REDIS_WANTED } = options;
  await sweepAbandoned();
  const home = makeHome();
  const children = new Map<string, Child>();
  const begin = async (spec: ChildSpec): Promise<void> => {
    const child = new Child(spec, home, (line) => console.warn(line));
    children.set(spec.name, child);
    await child.start();
  };
  const [url, clock, redisUrl] = await Promise.all([
    database === 'none' ? '' : startPostgres(home, database, begin),
    temporal === 'none' ? undefined : startTemporal(home, temporal, begin),
    redis ? startRedis(home, begin) : undefined,
  ]);
  const temporalAddress = clock?.address ?? '';
  const found = (name: ServiceName): Child => {
    const child = children.get(name);
    if (!child) throw new Error(`${name} was not started here.`);
    return child;
  };
  return {
    home,
    env: environment(home, url, temporalAddress, redisUrl),
    databaseUrl: url,
    temporalAddress,
    timeSkipping: clock?.environment,
    redisUrl,
    kill: (name, signal = 'SIGKILL') => found(name).kill(signal),
    restart: (name) => found(name).start(),
    async stop() {
      await clock?.environment?.teardown();
      await Promise.all([...children.values()].map((child) => child.stop()));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const environment = (
  home: string,
  url: string,
  temporalAddress: string,
  redisUrl?: string,
): Record<string, string> => ({
  DATABASE_URL: url,
  TEMPORAL_ADDRESS: temporalAddress,
  TEMPORAL_NAMESPACE: 'default',
  FILES_DIR: join(home, 'files'),
  OVERTURN_SECRET: TEST_SECRET,
  OVERTURN_DEMO: '0',
  ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
});

type Begin = (spec: ChildSpec) => Promise<void>;

async function startPostgres(home: string, kind: 'migrated' | 'empty', begin: Begin): Promise<string> {
  const place = await copyPreparedCluster(home, kind);
  const settings = { port: await freePort(), password: TEST_PASSWORD, throwAway: true };
  await begin(postgresSpec(place, settings, join(home, 'logs/postgres.log')));
  return databaseUrl(settings);
}

async function startTemporal(
  home: string,
  kind: 'memory' | 'disk' | 'time-skipping',
  begin: Begin,
): Promise<{ address: string; environment?: TestWorkflowEnvironment }> {
  if (kind === 'time-skipping') {
    const environment = await startTimeSkipping(home, begin);
    return { address: environment.address, environment };
  }
  const { path } = await findTemporal(() => undefined);
  const port = await freePort();
  const state = kind === 'disk' ? { databaseFile: join(home, 'temporal.db') } : {};
  await begin(temporalSpec({ binary: path, port, namespace: 'default', ...state }, join(home, 'logs/temporal.log')));
  return { address: `127.0.0.1:${port}` };
}

async function startRedis(home: string, begin: Begin): Promise<string> {
  const port = await freePort();
  await begin(redisSpec(home, port));
  return `redis://127.0.0.1:${port}`;
}

/** A folder that Postgres' lent user may pass through, marked with the process it belongs to. */
function makeHome(): string {
  const home = mkdtempSync(join(realpathSync(tmpdir()), PREFIX));
  chmodSync(home, 0o755);
  mkdirSync(join(home, 'files'));
  writeFileSync(join(home, 'owner.json'), JSON.stringify(identify(process.pid)));
  return home;
}

/** A test run that was killed could not clean up; the next one does. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = join(tmpdir(), name);
    const owner = ownerOf(home);
    if (!owner || isAlive(owner)) continue;
    await stopLeftovers(home);
    rmSync(home, { recursive: true, force: true });
  }
}

function ownerOf(home: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(join(home, 'owner.json'), 'utf8')) as ProcessIdentity;
  } catch {
    return undefined; // being made, or another user's
  }
}
