/**
 * `npm run bench:x12`: how fast the 835 reader is, beside a floor that only splits and beside two npm packages that
 * know no 835, on the same generated files; then whether its memory stays flat. `-- --quick` leaves out the big files.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { CONTENDERS } from './contenders.ts';

const isQuick = process.argv.includes('--quick');
/** Rounds are many where a file is small, so that every figure rests on a second or more of work. */
const SIZES = [
  { claims: 1_000, rounds: 30 },
  { claims: 10_000, rounds: 8 },
  ...(isQuick ? [] : [{ claims: 50_000, rounds: 3 }]),
];
/** Contenders take turns, so that a busy moment of the machine meets them all. */
const TURNS = 2;

interface Round {
  bytes: number;
  seconds: number[];
  cpuSeconds: number[];
  /** How many claims it met, where that is not how many there are. */
  miscounted: number | null;
}

interface Result {
  bytes: number;
  miscounted: number | null;
  best: number;
  bestCpu: number;
  first: number;
}

/** A process of its own for each: nobody runs on code that another one warmed or spoiled. */
function run(script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', join(import.meta.dirname, script), ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

function measure(claims: number, rounds: number): Map<string, Result> {
  const results = new Map<string, Result>();
  for (let turn = 0; turn < TURNS; turn++) {
    for (const name of Object.keys(CONTENDERS)) {
      const { bytes, seconds, cpuSeconds, miscounted } = JSON.parse(
        run('measure.ts', name, String(claims), String(rounds)),
      ) as Round;
      const before = results.get(name);
      const best = Math.min(before?.best ?? Infinity, ...seconds);
      const bestCpu = Math.min(before?.bestCpu ?? Infinity, ...cpuSeconds);
      const first = Math.min(before?.first ?? Infinity, seconds[0] ?? Infinity);
      results.set(name, { bytes, miscounted, best, bestCpu, first });
    }
  }
  return results;
}

const right = (text: string, width: number): string => text.padStart(width);

function report(claims: number, rounds: number): void {
  const results = measure(claims, rounds);
  const floor = results.get('floor')!;
  process.stdout.write(`\n${claims.toLocaleString('en-US')} claims, ${(floor.bytes / 1e6).toFixed(2)} MB\n`);
  process.stdout.write('                     MB/s   claims/s   of the floor   (CPU time)   first file of a process\n');
  for (const [name, { bytes, best, bestCpu, first, miscounted }] of results) {
    const speed = right((bytes / 1e6 / best).toFixed(1), 6);
    const perSecond = right(Math.round(claims / best).toLocaleString('en-US'), 10);
    const cold = `${(bytes / 1e6 / first).toFixed(1)} MB/s (${(floor.first / first).toFixed(2)})`;
    const wrong = miscounted === null ? '' : `   met ${miscounted} claims`;
    process.stdout.write(
      `${name.padEnd(18)} ${speed} ${perSecond} ${right((floor.best / best).toFixed(2), 14)}   ${right((floor.bestCpu / bestCpu).toFixed(2), 10)}   ${cold}${wrong}\n`,
    );
  }
}

process.stdout.write(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; chunks of 64 KB in memory.\n`,
);
process.stdout.write('Each figure is the best round of its contender, after the first file has warmed the process.\n');
process.stdout.write('floor: decodes the bytes, splits segments and elements, understands nothing.\n');
for (const { claims, rounds } of SIZES) report(claims, rounds);
process.stdout.write(`\nmemory, generated and read in one stream\n${run('memory.ts', isQuick ? '50000' : '500000')}`);
