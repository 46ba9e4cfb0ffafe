import { describe, expect, it } from '@jest/globals';
import { readCodes } from '@overturn/domain/triage/read-codes';
import { amountAtStake } from './amount-at-stake.ts';

const claim = (chargedCents: number, paidCents: number, ...adjustments: [string, string, number][]) => ({
  chargedCents,
  paidCents,
  adjustments: adjustments.map(([group, carc, amountCents]) => ({
    ...{ group, carc, amountCents, lineOrdinal: null, quantity: null },
  })),
});

describe('what a denial is about', () => {
  it.each([
    ['a denied claim: all of it', claim(80_000, 0, ['CO', '242', 80_000]), 80_000],
    ['one denied line of a paid claim', claim(50_000, 10_000, ['PR', '279', 15_000], ['CO', '45', 25_000]), 15_000],
    ['several denying codes together', claim(900, 0, ['CO', '243', 500], ['CO', '197', 400]), 900],
    [
      'a paid claim with a remark: less the share of the patient',
      claim(80_000, 45_000, ['PR', '1', 30_000], ['CO', 'A2', 5_000]),
      5_000,
    ],
    ['a denial by remark alone: what was not paid', claim(80_000, 0, ['PR', '96', 80_000]), 80_000],
    ['a reversal: nothing is at stake below 0', claim(-80_000, 0, ['CO', '242', -80_000]), 0],
  ])('%s', (_what, given, cents) => {
    const { opening } = readCodes({ ...given, remarks: [], lineCount: 1 });
    expect(amountAtStake(given, opening)).toBe(cents);
  });
});
