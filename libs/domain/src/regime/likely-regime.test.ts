import { expect, it } from '@jest/globals';
import { likelyRegime } from './likely-regime.ts';

it.each([
  ['16', [], 'medicare-advantage'],
  ['MC', [], 'medicaid'],
  ['CH', [], 'tricare'],
  ['12', [], 'unknown'],
  ['12', ['N855'], 'erisa'],
  [undefined, ['N856'], 'aca'],
  ['MC', ['N855'], 'medicaid'],
  [undefined, ['N864'], 'unknown'],
])('CLP06 %s with %o makes %s likely, and settles nothing', (clp06, remarks, regime) => {
  const likely = likelyRegime(clp06, remarks);
  expect(likely).toMatchObject({ regime, settled: false });
  expect(likely.reasons.length).toBeGreaterThan(0);
});
