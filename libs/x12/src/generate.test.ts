import { describe, expect, it } from '@jest/globals';
import { generateRemittance } from './generate.ts';
import type { GenerateOptions } from './generate.ts';
import { isNpi } from './npi.ts';
import { readRemittanceSync } from './read-remittance.ts';
import { codes, HEAD, read, WHOLE } from './reading.fixture.ts';
import { redateRemittance } from './redate.ts';
import { writeRemittance } from './write-remittance.ts';

const NETWORK_CODES = new Set(['242', '279', '243', '288', '197', '147']);

const bytesOf = (options: Partial<GenerateOptions>): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      ...writeRemittance(generateRemittance({ claims: 100, denied: 0.1, datedOn: '2026-11-18', seed: 1, ...options })),
    ]),
  );

describe('a generated remittance', () => {
  it.each([
    [1, 1, 1],
    [100, 0.1, 10],
    [1234, 0.29, 358],
    [50, 0, 0],
    [50, 1, 50],
  ])('of %d claims, %d denied, balances and has exactly %d denials', (claims, denied, denials) => {
    const result = read(bytesOf({ claims, denied }));
    const opened = result.claims.filter((claim) =>
      claim.lines.some((line) => line.adjustments.some(({ carc }) => NETWORK_CODES.has(carc))),
    );
    expect([result.claims.length, opened.length]).toEqual([claims, denials]);
    expect([codes(result), result.refused]).toEqual(['', []]);
  });

  it('is dated as asked, with services before the notice', () => {
    const { transactions, claims } = read(bytesOf({}));
    expect(transactions.map(({ notice }) => notice.noticeOn)).toEqual(['2026-11-18']);
    expect(claims.every(({ dates }) => dates.every(({ on }) => on < '2026-11-18' && on > '2026-09-20'))).toBe(true);
  });

  it('is the same for the same seed and shares no number with another', () => {
    expect(bytesOf({ seed: 5 })).toEqual(bytesOf({ seed: 5 }));
    const numbers = [5, 6].flatMap((seed) => {
      const { claims, transactions } = read(bytesOf({ seed, claims: 1500 }));
      const ofClaims = claims.flatMap((claim) => [
        claim.patientControlNumber,
        claim.payerClaimNumber,
        ...claim.lines.map((line) => line.references[0]?.value),
      ]);
      return [...ofClaims, ...transactions.map(({ payment }) => payment.traceNumber)];
    });
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('names sound NPIs and the payer asked for', () => {
    const { claims, transactions } = read(bytesOf({ payerName: 'Mapleton Health' }));
    expect(
      claims.every(({ parties }) => parties.filter(({ kind }) => kind === '82').every(({ id }) => isNpi(id ?? ''))),
    ).toBe(true);
    expect(transactions.map(({ payer }) => payer.name)).toEqual(['MAPLETON HEALTH']);
  });
});

describe('bringing the dates of a file near', () => {
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
  const redate = (text: string, datedOn: string): string =>
    Buffer.from(redateRemittance(bytes(text), datedOn)).toString('latin1');

  it('moves every date by the same days and gives the envelopes the new one', () => {
    const moved = redate(WHOLE, '2026-12-18');
    expect(moved).toBe(
      WHOLE.replace('261118', '261218')
        .replace('GS*HP*SENDER*RECEIVER*20261118', 'GS*HP*SENDER*RECEIVER*20261218')
        .replace('20261119', '20261219')
        .replace('405*20261118', '405*20261218')
        .replace('472*20261101', '472*20261201'),
    );
  });

  it('leaves a date that is none as it was', () => {
    expect(redate(WHOLE.replace('20261119', '20002316'), '2027-01-01')).toContain('*20002316~');
  });

  it('works without an envelope, and byte for byte back again', () => {
    const text = `${HEAD}CLP*A*1*80*80~DTM*232*20240229~`;
    expect(redate(redate(text, '2027-03-01'), '2026-11-18')).toBe(text);
  });

  it('refuses a file without a notice date', () => {
    expect(() => redateRemittance(bytes('%PDF-1.7'), '2026-11-18')).toThrow('no 835 with a notice date');
  });
});

describe('the writer', () => {
  it('refuses a value that holds a separator', () => {
    const parts = [...readRemittanceSync([bytesOf({ claims: 1 })])];
    expect(() => [...writeRemittance(parts, { separators: { element: 'E' } })]).toThrow(RangeError);
  });
});
