import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { ChildSpec } from './children.ts';
import { makeDirectory, type PostgresPlace } from './postgres-place.ts';
import { clearRemains } from './postgres-remains.ts';
import { run } from './run.ts';

const OWNER = 'overturn';
const DATABASE = 'overturn_main';

export interface PostgresSettings {
  port: number;
  password: string;
  /** A throw-away cluster for tests: survives the death of a process, not of the machine. */
  throwAway?: boolean;
}

/** Little enough for a laptop, enough that a hundred thousand tasks stay in memory. Durability is never traded away. */
const TUNING = {
  shared_buffers: '256MB',
  max_connections: '200',
  random_page_cost: '1.1',
  effective_io_concurrency: '64',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  jit: 'off',
  log_checkpoints: 'off',
  log_min_messages: 'log', // a refused statement is told to whoever sent it; its message may quote a patient
};

const THROW_AWAY = { fsync: 'off', full_page_writes: 'off', shared_buffers: '64MB' };

export const databaseUrl = ({ port, password }: PostgresSettings, database = DATABASE): string =>
  `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;

/** Makes the cluster when there is none; one half made by an earlier start is made again. */
export async function initPostgres(place: PostgresPlace, password: string): Promise<void> {
  if (existsSync(join(place.data, 'PG_VERSION'))) return;
  const fresh = `${place.data}.new`;
  const passwordFile = join(fresh, 'password');
  const { uid, gid } = place.runAs;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(fresh), { recursive: true });
  makeDirectory(fresh, place.runAs);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid);
  const cluster = join(fresh, 'cluster');
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = [
    `--pgdata=${cluster}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    ...locale,
  ];
  await run(join(place.native, 'bin/initdb'), args, { ...place.runAs, cwd: '/' });
  renameSync(cluster, place.data);
  rmSync(fresh, { recursive: true, force: true });
}

/** How the cluster is run and when it counts as up. */
export function postgresSpec(place: PostgresPlace, settings: PostgresSettings, logFile: string): ChildSpec {
  const tuning = { ...TUNING, ...(settings.throwAway ? THROW_AWAY : {}) };
  const options = Object.entries(tuning).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const listen = ['-p', String(settings.port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  return {
    name: 'postgres',
    command: join(place.native, 'bin/postgres'),
    args: ['-D', place.data, ...listen, ...options],
    env: { ...process.env, LC_ALL: 'C' },
    cwd: '/',
    ...place.runAs,
    logFile,
    stopSignal: 'SIGINT', // "fast": open transactions are rolled back, then a clean shutdown
    graceMs: 30_000,
    readyWithinMs: 60_000,
    prepare: () => clearRemains(place.data),
    isReady: () => answers(databaseUrl(settings, 'postgres')),
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates the database when it is not there. */
export async function createDatabase(settings: PostgresSettings, name = DATABASE, template?: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(settings, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    const from = template ? ` template ${client.escapeIdentifier(template)}` : '';
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}${from}`);
  } finally {
    await client.end();
  }
}
