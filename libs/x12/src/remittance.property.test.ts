import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RemittanceEvent } from './events.ts';
import { readRemittance, readRemittanceSync } from './read-remittance.ts';
import { remittanceParts } from './remittance.arbitrary.ts';
import { writeRemittance } from './write-remittance.ts';
import type { RemittancePart } from './write-remittance.ts';

const PARTS = new Set(['interchange', 'group', 'transaction', 'claim', 'providerAdjustment']);
/** What the reader finds out by itself: places, separators, and which date is the notice's. */
const FOUND = new Set(['at', 'separators', 'noticeOn', 'source']);

const partsOf = (events: Iterable<RemittanceEvent | RemittancePart>): unknown =>
  JSON.parse(
    JSON.stringify(
      [...events].filter(({ type }) => PARTS.has(type)),
      (key, value: unknown) => (FOUND.has(key) ? undefined : value),
    ),
  );

const SEPARATORS = [
  { separators: {}, lineBreak: '\n' },
  { separators: {}, lineBreak: '' },
  { separators: { component: '>', segment: '|' }, lineBreak: '\r\n' },
  { separators: { element: '|', segment: '\\', component: '<', repetition: '!' }, lineBreak: '' },
  { separators: { element: '\u001d', segment: '\u001c', component: '\u001f' }, lineBreak: '' },
];

const joined = (chunks: Iterable<Uint8Array>): Uint8Array => new Uint8Array(Buffer.concat([...chunks]));

const gathered = async (events: AsyncIterable<RemittanceEvent>): Promise<RemittanceEvent[]> => {
  const all: RemittanceEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
};

/** Cuts bytes at the given places. */
const split = (bytes: Uint8Array, cuts: number[]): Uint8Array[] => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((one, other) => one - other), bytes.length];
  return places.slice(1).map((to, index) => bytes.slice(places[index], to));
};

describe('reading and writing', () => {
  it('gives the same parts again, whatever the separators and line breaks', () => {
    fc.assert(
      fc.property(remittanceParts, fc.constantFrom(...SEPARATORS), (parts, options) => {
        const events = [...readRemittanceSync(writeRemittance(parts, options))];
        expect(partsOf(events)).toEqual(partsOf(parts));
        expect(events.filter(({ type }) => type === 'refused')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on how the bytes are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        remittanceParts,
        fc.constantFrom(...SEPARATORS),
        fc.array(fc.nat(), { maxLength: 20 }),
        async (parts, options, cuts) => {
          const bytes = joined(writeRemittance(parts, options));
          const whole = [...readRemittanceSync([bytes])];
          expect(await gathered(readRemittance(split(bytes, cuts)))).toEqual(whole);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reads byte by byte what it reads at once', () => {
    fc.assert(
      fc.property(remittanceParts, (parts) => {
        const bytes = joined(writeRemittance(parts));
        const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
        expect([...readRemittanceSync(single)]).toEqual([...readRemittanceSync([bytes])]);
      }),
      { numRuns: 40 },
    );
  });

  it('cuts damaged bytes the same way too', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        fc.constantFrom('', 'ISA*00*', 'ST*835*1~CLP*', 'GS*HP*'),
        (noise, cuts, start) => {
          const bytes = joined([new TextEncoder().encode(start), noise]);
          expect([...readRemittanceSync(split(bytes, cuts))]).toEqual([...readRemittanceSync([bytes])]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
