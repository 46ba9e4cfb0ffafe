/**
 * Makes an 835 to try things with:
 *   npm run make:835 -- --claims 10000 --denied 0.1 --dated 2026-11-18 [--seed 7] [--payer "Name"] [--out file]
 *   npm run make:835 -- --from oon-managed-care.835 --dated 2026-11-18 [--out file]
 * The second form moves the dates of a file near. Without --out the file goes to the home of the installation.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateRemittance, readRemittanceSync, redateRemittance, seedOf, writeRemittance } from '@overturn/x12';
import type { Summary } from '@overturn/x12';

const ROOT = join(import.meta.dirname, '..');
const HOME = process.env['OVERTURN_HOME'] ?? join(ROOT, '.overturn');
const SAMPLES = process.env['OVERTURN_SAMPLES'] ?? join(ROOT, '../shared/samples/835');

const { values: asked } = parseArgs({
  options: {
    claims: { type: 'string', default: '100' },
    denied: { type: 'string', default: '0.1' },
    dated: { type: 'string' },
    from: { type: 'string' },
    out: { type: 'string' },
    payer: { type: 'string' },
    seed: { type: 'string' },
  },
});

/** Ends with a sentence instead of a stack: these are a person's slips. */
function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function numberOf(name: string, text: string, isSound: (value: number) => boolean, wanted: string): number {
  const value = Number(text);
  return text.trim() !== '' && isSound(value) ? value : stop(`--${name} must be ${wanted}, not "${text}".`);
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

const datedOn = asked.dated ?? stop('Say the date of the notice: --dated 2026-11-18');
if (!isDay(datedOn)) stop(`--dated must be a day like 2026-11-18, not "${datedOn}".`);

function redated(from: string): { name: string; chunks: Iterable<Uint8Array> } {
  const path = [resolve(process.env['INIT_CWD'] ?? '.', from), join(SAMPLES, from)].find((candidate) =>
    existsSync(candidate),
  );
  if (path === undefined) stop(`There is no file ${from}, neither here nor among the samples.`);
  return { name: `${basename(path, '.835')}-${datedOn}.835`, chunks: [redateRemittance(readFileSync(path), datedOn)] };
}

function generated(): { name: string; chunks: Iterable<Uint8Array> } {
  const claims = numberOf(
    'claims',
    asked.claims,
    (value) => Number.isSafeInteger(value) && value > 0,
    'a whole number above 0',
  );
  const denied = numberOf('denied', asked.denied, (value) => value >= 0 && value <= 1, 'a share from 0 to 1');
  const seed =
    asked.seed === undefined
      ? seedOf(`${claims} ${denied} ${datedOn} ${asked.payer}`)
      : numberOf(
          'seed',
          asked.seed,
          (value) => Number.isSafeInteger(value) && value >= 0 && value < 2 ** 32,
          'a whole number below 4294967296',
        );
  const parts = generateRemittance({
    claims,
    denied,
    datedOn,
    seed,
    ...(asked.payer === undefined ? {} : { payerName: asked.payer }),
  });
  return { name: `remittance-${datedOn}-${claims}-${seed}.835`, chunks: writeRemittance(parts) };
}

/** Writes chunk by chunk, and reads the chunks on the way, so that what is said about the file was found in it. */
function writeAndRead(path: string, chunks: Iterable<Uint8Array>): Summary {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  const written = function* (): Generator<Uint8Array> {
    for (const chunk of chunks) {
      writeSync(file, chunk);
      yield chunk;
    }
  };
  let summary: Summary | undefined;
  for (const event of readRemittanceSync(written())) if (event.type === 'summary') summary = event.summary;
  closeSync(file);
  return summary!;
}

const { name, chunks } = asked.from === undefined ? generated() : redated(asked.from);
const path = asked.out === undefined ? join(HOME, '835', name) : resolve(process.env['INIT_CWD'] ?? '.', asked.out);
const { counts, totals } = writeAndRead(path, chunks);
const dollars = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
process.stdout.write(`${path}\n`);
process.stdout.write(
  `${counts.claims} claims, ${counts.lines} lines, ${counts.adjustments} adjustments in ${counts.transactions} payments; charged ${dollars(totals.chargedCents)}, paid ${dollars(totals.paidCents)}; ${counts.warnings} warnings; ${(statSync(path).size / 1e6).toFixed(1)} MB\n`,
);
