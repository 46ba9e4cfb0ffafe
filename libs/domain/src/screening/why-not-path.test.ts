import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PATH_IDS } from '../denial/paths.ts';
import type { ScreenFacts } from './findings.ts';
import { screenPaths } from './screen-paths.ts';
import { anyFacts, DENIED } from './test-support/screen-facts.ts';
import { whyNotPath } from './why-not-path.ts';

describe('straight to appeal', () => {
  it.each([
    ['before anybody asked for an exception', {}, /Nobody has asked whether an exception exists/],
    ['while it is asked for', { exception: 'asked' }, /not answered yet/],
    ['under a remark without appeal rights', { appealable: false, filingForces: true }, /no appeal rights/],
    ['on an override without a reason', { override: { by: 'M. Ortiz', reason: ' ' } }, /Nobody has asked/],
    ['once refused', { exception: 'refused' }, undefined],
    ['on silence', { exception: 'silent' }, undefined],
    ['when the payer has none', { exception: 'does-not-exist' }, undefined],
    ['when the filing date forces it', { filingForces: true }, undefined],
    [
      'when a supervisor overrides it with a reason',
      { override: { by: 'M. Ortiz', reason: 'The plan has no exception form.' } },
      undefined,
    ],
    ['of a denied authorization', { referral: 'denied' }, undefined],
    ['of an emergency', { class: 'emergency' }, undefined],
  ] as [string, Partial<ScreenFacts>, RegExp | undefined][])('%s', (_, facts, why) => {
    const refused = whyNotPath('appeal', { ...DENIED, ...facts });
    if (why) expect(refused).toMatch(why);
    else expect(refused).toBeUndefined();
  });
  it('is the only path that waits for it', () => {
    for (const path of PATH_IDS.filter((one) => one !== 'appeal')) expect(whyNotPath(path, DENIED)).toBeUndefined();
  });
  it('is never proposed where it is refused', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { proposed } = screenPaths(facts);
        if (proposed.verdict === 'applies') expect(whyNotPath(proposed.path, facts)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
