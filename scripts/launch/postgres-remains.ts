/** What a Postgres that was cut off leaves in the way of the next one: its pid file, and statements still at work. */
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beganAt, identify, stopProcess } from './processes.ts';
import { run } from './run.ts';

const GRACE_MS = 30_000;
const STATEMENT_GRACE_MS = 5_000;

export async function clearRemains(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pidLine, dataLine] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(pidLine);
  const isServing = dataLine === data && (await commandOf(pid)).includes(data);
  if (isServing) await stopProcess(identify(pid), 'SIGINT', GRACE_MS);
  // Postgres trusts the file while the number answers: another program may have it now, or the system has not yet
  // buried the one that was killed.
  rmSync(file, { force: true });
  await Promise.all((await workingIn(data)).map((left) => stopProcess(identify(left), 'SIGTERM', STATEMENT_GRACE_MS)));
}

const commandOf = async (pid: number): Promise<string> =>
  pid > 0 && beganAt(pid) !== undefined ? run('ps', ['-o', 'args=', '-ww', '-p', String(pid)]).catch(() => '') : '';

/** Every process of a cluster works in its data directory: those that outlived their server hold its shared memory. */
async function workingIn(data: string): Promise<number[]> {
  const place = realpathSync(data);
  if (process.platform === 'linux')
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && cwdOf(name) === place)
      .map(Number);
  const found = await run('lsof', ['-t', '-a', '-d', 'cwd', place]).catch(() => '');
  return found.split('\n').filter(Boolean).map(Number);
}

function cwdOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // gone, or another user's
  }
}
