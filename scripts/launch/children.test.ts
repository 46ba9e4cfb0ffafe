import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Child, type ChildSpec } from './children.ts';
import { runningLauncher, stopLeftovers, writePidFile } from './pid-files.ts';
import { beganAt, identify, isAlive, type ProcessIdentity } from './processes.ts';

let home: string;
let said: string[];
let children: Child[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'overturn-children-'));
  said = [];
  children = [];
});
afterEach(async () => {
  for (const child of children) await child.stop();
  rmSync(home, { recursive: true, force: true });
});

const STAYS = `console.log('up'); setInterval(() => undefined, 1000);`;

function child(script: string, more: Partial<ChildSpec> = {}): Child {
  const spec: ChildSpec = {
    name: 'worker',
    command: process.execPath,
    args: ['-e', script],
    logFile: join(home, 'logs/worker.log'),
    stopSignal: 'SIGTERM',
    graceMs: 1_000,
    readyWithinMs: 10_000,
    isReady: async (log) => log().includes('up'),
    ...more,
  };
  const made = new Child(spec, home, (line) => said.push(line));
  children.push(made);
  return made;
}

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; !condition(); await sleep(20))
    if (Date.now() > end) throw new Error('too late');
}

describe('a child', () => {
  it('is started again when it dies, and says so', async () => {
    const worker = child(STAYS);
    await worker.start();
    const first = worker.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await until(() => said.includes('worker is back.'));
    expect(said[0]).toBe('worker stopped unexpectedly (SIGKILL); starting it again in 0.5 s.');
    expect(worker.pid).not.toBe(first);
  }, 30_000);

  it('waits longer each time it dies again at once', async () => {
    const worker = child(`console.log('up'); setTimeout(() => process.exit(7), 300);`);
    await worker.start();
    await until(() => said.filter((line) => line.includes('stopped unexpectedly')).length === 3);
    expect(said.join('\n')).toMatch(/\(code 7\).* 0\.5 s[^]*\(code 7\).* 1 s[^]*\(code 7\).* 2 s/);
  }, 30_000);

  it('stays down when it was stopped', async () => {
    const worker = child(STAYS);
    await worker.start();
    const { pid = 0 } = worker;
    await worker.stop();
    expect(beganAt(pid)).toBeUndefined();
    expect(said).toEqual([]);
  }, 30_000);

  it('is ended when it will not stop', async () => {
    const worker = child(`process.on('SIGTERM', () => undefined); ${STAYS}`);
    await worker.start();
    const { pid = 0 } = worker;
    await worker.stop();
    expect(beganAt(pid)).toBeUndefined();
  }, 30_000);

  it('that never comes up fails with the end of its log', async () => {
    const worker = child(`console.error('the disk is full'); process.exit(1)`);
    await expect(worker.start()).rejects.toThrow(/worker stopped\.[^]*the disk is full/);
  }, 30_000);
});

describe('a home whose launcher was killed', () => {
  it('has what it left running stopped at the next start', async () => {
    const launcher = `
      import { Child } from ${JSON.stringify(join(import.meta.dirname, 'children.ts'))};
      const child = new Child({ name: 'worker', command: process.execPath, args: ['-e', ${JSON.stringify(STAYS)}],
        logFile: ${JSON.stringify(join(home, 'worker.log'))}, stopSignal: 'SIGTERM', graceMs: 1000, readyWithinMs: 10000,
        isReady: async (log) => log().includes('up') }, ${JSON.stringify(home)}, () => undefined);
      await child.start();
      process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--input-type=module', '-e', launcher]);
    const orphan = JSON.parse(readFileSync(join(home, 'run/worker.json'), 'utf8')) as ProcessIdentity;
    expect(isAlive(orphan)).toBe(true);
    expect(await stopLeftovers(home)).toEqual(['worker']);
    expect(isAlive(orphan)).toBe(false);
  }, 30_000);

  it('leaves alone a process that only has the same number', async () => {
    const record = { name: 'worker', stopSignal: 'SIGKILL', graceMs: 0 } as const;
    writePidFile(home, { ...record, pid: process.pid, began: 'long ago' });
    expect(await stopLeftovers(home)).toEqual([]);
  });

  it('knows a launcher that still runs', () => {
    writePidFile(home, { name: 'launcher', stopSignal: 'SIGTERM', graceMs: 0, ...identify(process.pid) });
    expect(runningLauncher(home)?.pid).toBe(process.pid);
  });
});
