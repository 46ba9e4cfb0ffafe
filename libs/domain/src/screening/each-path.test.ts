import { describe, expect, it } from '@jest/globals';
import { PATH_IDS, type PathId } from '../denial/paths.ts';
import type { ScreenFacts } from './findings.ts';
import { screenPaths } from './screen-paths.ts';
import { DENIED, FAR, OUT, screenedFor, standard } from './test-support/screen-facts.ts';

/** Path, what leads to it, and the fact that is different where it does not. */
const CASES: [PathId, ScreenFacts, Partial<ScreenFacts>, string][] = [
  [
    'correction',
    { ...DENIED, networkOutcome: 'in-network' },
    { networkOutcome: 'out-of-network', claimErrors: [] },
    'In network on the date of service after all.',
  ],
  [
    'correction',
    { ...OUT, claimErrors: ['npi'] },
    { claimErrors: [] },
    'The claim itself is wrong: it is corrected, not appealed.',
  ],
  [
    'correction',
    { ...OUT, class: 'contract-load' },
    { class: 'out-of-network' },
    'The contracted rate is not on file: a strong hint that the provider is in network.',
  ],
  [
    'correction',
    { ...OUT, appealable: false },
    { appealable: true },
    'The claim itself is wrong: it is corrected, not appealed.',
  ],
  [
    'referral-or-authorization',
    { ...OUT, class: 'referral', referral: 'matches' },
    { referral: 'none' },
    'A referral or authorization is on record.',
  ],
  [
    'referral-or-authorization',
    { ...OUT, class: 'authorization', referral: 'obtainable' },
    { referral: 'none' },
    'A referral or authorization can be had after the fact.',
  ],
  [
    'referral-or-authorization',
    { ...OUT, denialIs: 'referral', referral: 'mismatch' },
    { denialIs: 'network' },
    'The payer names a referral or authorization, not the network.',
  ],
  [
    'no-surprises',
    { ...OUT, facilityNetwork: 'in', placeOfService: '22', taxonomy: '2085R0202X' },
    { facilityNetwork: 'out' },
    'The No Surprises Act protects the service.',
  ],
  ['no-surprises', { ...OUT, urgency: 'emergency' }, { urgency: 'none' }, 'An emergency.'],
  [
    'directory-misinformation',
    { ...OUT, networkOutcome: 'directory-was-wrong' },
    { networkOutcome: 'out-of-network' },
    'The directory or the plan said in network.',
  ],
  [
    'directory-misinformation',
    { ...OUT, directorySaid: 'in-network' },
    { proofs: { 'directory-proof': 'none' } },
    'The directory or the plan said in network.',
  ],
  [
    'continuity-of-care',
    {
      ...OUT,
      contractEndNoticeOn: '2026-03-01',
      serviceOn: '2026-05-30',
      continuingCare: 'pregnant',
      contractEnded: true,
    },
    { serviceOn: '2026-05-31' },
    'The service lies within 90 days of the notice.',
  ],
  [
    'continuity-of-care',
    {
      ...OUT,
      contractEndNoticeOn: '2026-03-01',
      serviceOn: '2026-05-30',
      continuingCare: 'inpatient',
      contractEnded: true,
    },
    { continuingCare: 'none' },
    'A continuing-care patient.',
  ],
  [
    'access-gap',
    { ...OUT, standard, alternatives: [FAR, FAR] },
    { alternatives: [FAR, { ...FAR, waitBusinessDays: 12 }] },
    'No participating provider is within the distance or wait standard.',
  ],
  [
    'expertise-gap',
    { ...OUT, alternatives: [{ canDoIt: false }] },
    { alternatives: [{ canDoIt: false }, { canDoIt: true }] },
    'Nobody in the network can do it.',
  ],
  [
    'single-case-agreement',
    { ...OUT, exception: 'granted', rateAgreed: false },
    { rateAgreed: true },
    'The rate is open.',
  ],
  [
    'underpayment',
    { ...OUT, class: 'out-of-network-underpayment' },
    { class: 'other' },
    'Paid, but at the out-of-network rate.',
  ],
  [
    'underpayment',
    { ...OUT, paidLevel: 'out-of-network' },
    { paidLevel: 'in-network' },
    'Paid, but at the out-of-network rate.',
  ],
  ['appeal', { ...OUT, exception: 'refused' }, { exception: 'asked' }, 'The exception was refused.'],
  ['appeal', { ...OUT, exception: 'silent' }, { exception: 'not-asked' }, 'The payer did not answer the exception.'],
  ['appeal', { ...OUT, filingForces: true }, { filingForces: false }, 'The filing date forces it.'],
  [
    'appeal',
    { ...OUT, class: 'authorization', referral: 'denied' },
    { referral: 'matches' },
    'The authorization itself was denied: that denial is appealed.',
  ],
  [
    'external-review',
    { ...OUT, exception: 'refused', appealsLost: 1, alternatives: [{ canDoIt: false }] },
    { levels: 2 },
    'Who can do it is a medical judgement.',
  ],
  [
    'regulator-complaint',
    {
      ...OUT,
      exception: 'does-not-exist',
      appealable: true,
      appealsLost: 1,
      alternatives: [{ canDoIt: true }],
      payerLate: ['aca.external.preliminary-notice'],
    },
    { payerLate: [] },
    'The payer missed its own date.',
  ],
  [
    'no-ground',
    {
      ...OUT,
      exception: 'does-not-exist',
      tried: ['appeal'],
      alternatives: [FAR, { canDoIt: true, waitBusinessDays: 3 }],
      standard,
      rateAgreed: true,
    },
    { claimErrors: undefined },
    'Nothing applies, or the evidence does not exist.',
  ],
];

describe('each path', () => {
  it.each(CASES)('%s is proposed, with its reason', (path, facts, _, reason) => {
    const { proposed } = screenPaths(facts);
    expect(proposed).toMatchObject({ path, verdict: 'applies' });
    expect(proposed.reasons).toContain(reason);
  });
  it.each(CASES)('%s is not, when one fact is another', (path, facts, change) => {
    const { proposed } = screenPaths({ ...facts, ...change });
    expect(proposed.path).not.toBe(path);
    expect(screenedFor({ ...facts, ...change }, path).verdict).not.toBe('applies');
  });
  it('has a case of its own', () =>
    expect(PATH_IDS.filter((path) => !CASES.some(([one]) => one === path))).toEqual([]));
});
