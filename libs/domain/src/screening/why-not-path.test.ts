import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PathId, PATHS } from '../denial/paths.ts';
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
  it.each([
    ['external-review', {}, /internal levels of appeal, and they are not done/],
    ['external-review', { appealsLost: 1, levels: 2, exception: 'refused' }, /internal levels/],
    ['external-review', { filingForces: true }, /internal levels/],
    ['external-review', { appealsLost: 1, levels: 1 }, undefined],
    ['external-review', { deemedExhausted: true }, undefined],
    ['regulator-complaint', {}, /it missed none/],
    ['regulator-complaint', { payerLate: ['erisa.appeal.post-service.decision'] }, undefined],
    ['underpayment', {}, /Nothing was paid/],
    ['underpayment', { paidCents: 4_000 }, undefined],
    ['underpayment', { remarks: ['N877'] }, undefined],
    ['underpayment', { class: 'out-of-network-underpayment' }, undefined],
    ['underpayment', { paidCents: 4_000, appealable: false }, /no appeal rights/],
  ] as [PathId, Partial<ScreenFacts>, RegExp | undefined][])('by way of %s, with %o', (path, facts, why) => {
    const refused = whyNotPath(path, { ...DENIED, ...facts });
    if (why) expect(refused).toMatch(why);
    else expect(refused).toBeUndefined();
  });
  it.each(PATHS.filter(({ asks }) => asks === 'appeal').map(({ path }) => path))(
    'by way of %s is refused of a denial of which nothing is known, but to a supervisor with a reason',
    (path) => {
      const override = { by: 'M. Ortiz', reason: 'The plan has no exception form.' };
      expect(whyNotPath(path, DENIED)).toMatch(/A supervisor may decide otherwise/);
      expect(whyNotPath(path, { ...DENIED, override })).toBeUndefined();
    },
  );
  it('is all that waits', () => {
    for (const { path } of PATHS.filter(({ asks }) => asks !== 'appeal'))
      expect(whyNotPath(path, DENIED)).toBeUndefined();
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
