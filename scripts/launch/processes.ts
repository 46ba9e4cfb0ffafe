import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process id is used again one day; with the moment it began it names one process. */
export interface ProcessIdentity {
  pid: number;
  began: string;
}

/** When the process began, in the machine's own words; undefined when there is none. */
export function beganAt(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}

export const identify = (pid: number): ProcessIdentity => ({ pid, began: beganAt(pid) ?? '' });

export const isAlive = ({ pid, began }: ProcessIdentity): boolean => began !== '' && beganAt(pid) === began;

/** Sends the signal; false when the process is gone already. */
export function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Asks a process of an earlier run to stop, waits, and ends it with its group when it does not. */
export async function stopProcess(identity: ProcessIdentity, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  if (!isAlive(identity)) return;
  signalProcess(identity.pid, signal);
  const until = Date.now() + graceMs;
  while (isAlive(identity) && Date.now() < until) await sleep(50);
  if (!isAlive(identity)) return;
  if (!signalProcess(-identity.pid, 'SIGKILL')) signalProcess(identity.pid, 'SIGKILL');
  while (isAlive(identity)) await sleep(50);
}
