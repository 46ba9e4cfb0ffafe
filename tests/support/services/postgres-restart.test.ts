import { afterEach, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { beganAt, signalProcess } from '../../../scripts/launch/processes.ts';
import { startServices, type Services } from './services.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
}, 60_000);

async function start(): Promise<Services> {
  const services = await startServices({ database: 'empty' });
  closing.push(() => services.stop());
  return services;
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  closing.push(() => client.end().catch(() => undefined));
  return client;
}

const answers = async (url: string): Promise<unknown> =>
  (await (await connect(url)).query('select 42 as answer')).rows[0];

/** A process of the owner's that has ended, and whose parent never asks how. */
async function unreaped({ uid, gid }: { uid: number; gid: number }): Promise<number> {
  // It ends once its parent has become a program that asks after nobody.
  const script = '(until grep -qx sleep /proc/$$/comm; do sleep 0.05; done) & echo $!; exec sleep 600';
  const parent = spawn('sh', ['-c', script], { uid, gid });
  closing.push(() => parent.kill('SIGKILL'));
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  while (beganAt(pid) !== undefined) await sleep(20);
  expect(signalProcess(pid, 0)).toBe(true);
  return pid;
}

it('Postgres starts though the system has not yet buried the process that was killed', async () => {
  const services = await start();
  const file = join(services.home, 'postgres/postmaster.pid');
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  await services.kill('postgres');
  writeFileSync(file, [await unreaped(statSync(file)), ...rest].join('\n'));
  await services.restart('postgres');
  expect(await answers(services.databaseUrl)).toEqual({ answer: 42 });
}, 60_000);

it('Postgres starts though a killed one left a statement running', async () => {
  const services = await start();
  const busy = await connect(services.databaseUrl);
  const { rows } = await busy.query<{ pid: number }>('select pg_backend_pid() as pid');
  busy.query('select count(*) from generate_series(1, 100000000000) as g where g % 7 = 3').catch(() => undefined);
  await sleep(300);
  await services.kill('postgres');
  expect(beganAt(rows[0]!.pid)).toBeDefined();
  await services.restart('postgres');
  expect(beganAt(rows[0]!.pid)).toBeUndefined();
  expect(await answers(services.databaseUrl)).toEqual({ answer: 42 });
}, 60_000);
