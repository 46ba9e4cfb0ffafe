/** What runs from a home is written down there, so that a start after a crash finds and stops what was left. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, stopProcess, type ProcessIdentity } from './processes.ts';

export interface PidRecord extends ProcessIdentity {
  name: string;
  stopSignal: NodeJS.Signals;
  graceMs: number;
  /** The launcher's: where the product answers. */
  url?: string;
}

/** Stopped in this order: who asks first, who answers last. */
export const STOP_ORDER: readonly string[] = [
  'watch-api',
  'watch-worker',
  'watch-dashboard',
  'api',
  'worker',
  'temporal',
  'postgres',
];

const runDir = (home: string): string => join(home, 'run');
const fileOf = (home: string, name: string): string => join(runDir(home), `${name}.json`);

export function writePidFile(home: string, record: PidRecord): void {
  mkdirSync(runDir(home), { recursive: true });
  writeFileSync(fileOf(home, record.name), JSON.stringify(record));
}

export const removePidFile = (home: string, name: string): void => rmSync(fileOf(home, name), { force: true });

function readPidFiles(home: string): PidRecord[] {
  mkdirSync(runDir(home), { recursive: true });
  return readdirSync(runDir(home)).flatMap((file) => {
    try {
      return [JSON.parse(readFileSync(join(runDir(home), file), 'utf8')) as PidRecord];
    } catch {
      return []; // half-written when its writer was killed: it names nobody
    }
  });
}

/** The launcher that serves this home now, if one does. */
export const runningLauncher = (home: string): PidRecord | undefined =>
  readPidFiles(home).find((record) => record.name === 'launcher' && isAlive(record));

/** Stops what an earlier run left behind and gives the names. */
export async function stopLeftovers(home: string): Promise<string[]> {
  const left = readPidFiles(home).filter((record) => record.name !== 'launcher' && isAlive(record));
  left.sort((a, b) => STOP_ORDER.indexOf(a.name) - STOP_ORDER.indexOf(b.name));
  for (const record of left) await stopProcess(record, record.stopSignal, record.graceMs);
  rmSync(runDir(home), { recursive: true, force: true });
  mkdirSync(runDir(home), { recursive: true });
  return left.map((record) => record.name);
}
