import { describe, expect, it } from '@jest/globals';
import type { RemittanceEvent } from './events.ts';
import { generateRemittance } from './generate.ts';
import { SeededRandom } from './random.ts';
import { readRemittanceSync } from './read-remittance.ts';
import { writeRemittance } from './write-remittance.ts';

const FILES = 100_000;
const SEED = Number(process.env['OVERTURN_SEED'] ?? Date.now() % 2 ** 32);
/** A file of a few kilobytes: whatever is made of it, reading it must not take longer than this. */
const MOST_MILLISECONDS = 2_000;
const TELLING = [
  '*',
  '~',
  ':',
  '^',
  '\n',
  'ISA*',
  'GS*',
  'ST*835*',
  'ST*837*',
  'SE*',
  'CLP*',
  'SVC*',
  'CAS*',
  'IEA*',
  '\0',
  '\xff',
  '-',
  '.',
  '9999999999999',
].map((text) => Buffer.from(text, 'latin1'));

type Mutation = (bytes: Buffer, random: SeededRandom) => Buffer;
const place = (bytes: Buffer, random: SeededRandom): number => random.between(0, Math.max(bytes.length - 1, 0));

const MUTATIONS: [Mutation, ...Mutation[]] = [
  (bytes, random) => (bytes.length > 0 && (bytes[place(bytes, random)] = random.between(0, 255)), bytes),
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => bytes.subarray(place(bytes, random)),
  (bytes, random) => {
    const at = place(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + random.between(1, 200)))]);
  },
  (bytes, random) => {
    const at = place(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), TELLING[random.between(0, TELLING.length - 1)]!, bytes.subarray(at)]);
  },
  (bytes, random) => {
    const at = place(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(place(bytes, random)), bytes.subarray(at)]).subarray(
      0,
      20_000,
    );
  },
  (bytes, random) => {
    const [one, other] = [random.between(0, 255), random.between(0, 255)];
    return bytes.map((byte) => (byte === one ? other : byte)) as Buffer;
  },
];

function* split(bytes: Uint8Array, random: SeededRandom): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const to = from + random.between(1, bytes.length);
    yield bytes.subarray(from, to);
    from = to;
  }
}

/** The last event is the summary, it is the only one, and it counts what was yielded. */
function check(events: RemittanceEvent[]): void {
  const last = events.at(-1);
  if (last?.type !== 'summary' || events.filter(({ type }) => type === 'summary').length !== 1)
    throw new Error('no summary, or several');
  const { counts, totals } = last.summary;
  const many = (type: RemittanceEvent['type']): number => events.filter((event) => event.type === type).length;
  if (
    counts.claims !== many('claim') ||
    counts.warnings !== many('warning') ||
    counts.refused !== many('refused') ||
    counts.transactions !== many('transaction')
  )
    throw new Error('counts that are not what was yielded');
  if (!Object.values(totals).every(Number.isSafeInteger)) throw new Error('totals that are no whole cents');
}

describe('mutated files', () => {
  it(`${FILES.toLocaleString('en-US')} of them each end in a result`, () => {
    const random = new SeededRandom(SEED);
    const originals = [1, 2, 3].map((seed) =>
      Buffer.concat([
        ...writeRemittance(generateRemittance({ claims: seed * 2, denied: 0.5, datedOn: '2026-11-18', seed }), {
          lineBreak: seed === 1 ? '\n' : '',
        }),
      ]),
    );
    let slowest = 0;
    for (let file = 0; file < FILES; file++) {
      let bytes: Buffer = Buffer.from(originals[file % originals.length]!);
      for (let left = random.between(1, 5); left > 0; left--) bytes = random.pick(MUTATIONS)(bytes, random);
      const from = performance.now();
      try {
        const events = [...readRemittanceSync([bytes])];
        check(events);
        if (file % 10 === 0) expect([...readRemittanceSync(split(bytes, random))]).toEqual(events);
      } catch (error) {
        throw new Error(`Seed ${SEED}, file ${file}: ${bytes.toString('base64')}`, { cause: error });
      }
      slowest = Math.max(slowest, performance.now() - from);
    }
    expect(slowest).toBeLessThan(MOST_MILLISECONDS);
  }, 600_000);
});
