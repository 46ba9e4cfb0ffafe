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
  { claims: 1_000, rounds: 60 },
  { claims: 10_000, rounds: 15 },
  ...(isQuick ? [] : [{ claims: 50_000, rounds: 7 }]),
];

interface Measured {
  bytes: number;
  seconds: number[];
  /** How many claims it met where that is not how many there are. */
  miscounted: number | null;
}

/** A process of its own for each figure: nobody runs on code that another one warmed or spoiled. */
function run(script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', join(import.meta.dirname, script), ...args],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const median = (values: number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;

function measure(claims: number, rounds: number): void {
  const rows = Object.keys(CONTENDERS).map((name) => ({
    name,
    ...(JSON.parse(run('measure.ts', name, String(claims), String(rounds))) as Measured),
  }));
  const floor = median(rows[0]!.seconds);
  const floorFirst = rows[0]!.seconds[0]!;
  process.stdout.write(`\n${claims.toLocaleString('en-US')} claims, ${(rows[0]!.bytes / 1e6).toFixed(2)} MB\n`);
  process.stdout.write('                     MB/s   claims/s   of the floor   first run in a new process\n');
  for (const { name, bytes, seconds, miscounted } of rows) {
    const taken = median(seconds);
    const wrong = miscounted === null ? '' : `   met ${miscounted} claims`;
    const first = `${(bytes / 1e6 / seconds[0]!).toFixed(1)} MB/s (${(floorFirst / seconds[0]!).toFixed(2)})`;
    process.stdout.write(
      `${name.padEnd(18)} ${(bytes / 1e6 / taken).toFixed(1).padStart(6)} ${Math.round(claims / taken)
        .toLocaleString('en-US')
        .padStart(10)} ${(floor / taken).toFixed(2).padStart(14)}   ${first}${wrong}\n`,
    );
  }
}

process.stdout.write(
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; chunks of 64 KB in memory, median of the rounds.\n`,
);
process.stdout.write('floor: a loop that decodes the bytes, splits segments and elements, and understands nothing.\n');
for (const { claims, rounds } of SIZES) measure(claims, rounds);
process.stdout.write(`\nmemory, generated and read in one stream\n${run('memory.ts', isQuick ? '50000' : '500000')}`);
