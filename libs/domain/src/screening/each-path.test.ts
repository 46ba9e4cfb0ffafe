import { describe, expect, it } from '@jest/globals';
import { PATH_IDS, type PathId } from '../denial/paths.ts';
import type { ScreenFacts } from './findings.ts';
import { serviceOf } from './procedure-services.ts';
import { screenPaths } from './screen-paths.ts';
import { DENIED, FAR, OUT, screenedFor, standard } from './test-support/screen-facts.ts';

/** A magnetic resonance of the spine at an in-network hospital, by its procedure alone. */
const IMAGING: ScreenFacts = { ...OUT, facilityNetwork: 'in', placeOfService: '22', service: serviceOf(['72148']) };
/** The provider left the network while a patient was in care. */
const LEFT: ScreenFacts = {
  ...OUT,
  contractEndNoticeOn: '2026-03-01',
  continuingCare: 'pregnant',
  contractEnded: true,
};

/** Path, what leads to it, the fact that is different where it does not, and what is said of it then and there. */
const CASES: [PathId, ScreenFacts, Partial<ScreenFacts>, string, string][] = [
  [
    'correction',
    { ...DENIED, networkOutcome: 'in-network' },
    { networkOutcome: 'out-of-network', claimErrors: [] },
    'In network on the date of service after all.',
    'Out of network on the date of service, as verified.',
  ],
  [
    'correction',
    { ...OUT, claimErrors: ['npi'] },
    { claimErrors: [] },
    'The claim itself is wrong: it is corrected, not appealed.',
    'The claim itself is right.',
  ],
  [
    'correction',
    { ...OUT, class: 'contract-load', networkOutcome: 'unknown' },
    { class: 'out-of-network' },
    'The contracted rate is not on file: a strong hint that the provider is in network.',
    'Who was in network on the date of service?',
  ],
  [
    'correction',
    { ...OUT, networkOutcome: 'unknown', contractCode: true },
    { contractCode: false },
    'The contracted rate is not on file: a strong hint that the provider is in network.',
    'Who was in network on the date of service?',
  ],
  [
    'correction',
    { ...OUT, class: 'contract-load', networkOutcome: undefined },
    { networkOutcome: 'out-of-network' },
    'The contracted rate is not on file: a strong hint that the provider is in network.',
    'Out of network on the date of service, as verified.',
  ],
  [
    'correction',
    { ...OUT, appealable: false },
    { appealable: true },
    'The claim itself is wrong: it is corrected, not appealed.',
    'The claim itself is right.',
  ],
  [
    'referral-or-authorization',
    { ...OUT, class: 'referral', referral: 'matches' },
    { referral: 'none' },
    'A referral or authorization is on record.',
    'There is no referral or authorization on record.',
  ],
  [
    'referral-or-authorization',
    { ...OUT, class: 'authorization', referral: 'obtainable' },
    { referral: 'none' },
    'A referral or authorization can be had after the fact.',
    'None can be had after the fact.',
  ],
  [
    'referral-or-authorization',
    { ...OUT, denialIs: 'referral', referral: 'mismatch' },
    { denialIs: 'network' },
    'The payer names a referral or authorization, not the network.',
    'The payer names no referral or authorization.',
  ],
  [
    'no-surprises',
    { ...OUT, facilityNetwork: 'in', placeOfService: '22', taxonomy: '2085R0202X' },
    { facilityNetwork: 'out' },
    'The No Surprises Act protects the service.',
    'The facility was not participating on the date of service.',
  ],
  [
    'no-surprises',
    IMAGING,
    { placeOfService: '11', facilityKind: 'imaging-centre' },
    'The No Surprises Act protects the service.',
    'A free-standing imaging centre usually is not protected.',
  ],
  [
    'no-surprises',
    IMAGING,
    { service: serviceOf(['72148', '63030']), consent: 'valid' },
    'The No Surprises Act protects the service.',
    'The No Surprises Act does not protect the service.',
  ],
  [
    'no-surprises',
    { ...OUT, urgency: 'emergency' },
    { urgency: 'none' },
    'An emergency.',
    'The No Surprises Act does not protect the service.',
  ],
  [
    'directory-misinformation',
    { ...OUT, networkOutcome: 'directory-was-wrong' },
    { networkOutcome: 'out-of-network' },
    'The directory or the plan said in network.',
    'Neither directory nor plan said in network.',
  ],
  [
    'directory-misinformation',
    { ...OUT, directorySaid: 'in-network' },
    { proofs: { 'directory-proof': 'none' } },
    'The directory or the plan said in network.',
    'Its proof does not exist: dated capture of the directory.',
  ],
  [
    'continuity-of-care',
    { ...LEFT, serviceOn: '2026-05-30' },
    { serviceOn: '2026-05-31' },
    'The service lies within 90 days of the notice.',
    'The service does not lie within the 90 days from the notice.',
  ],
  [
    'continuity-of-care',
    { ...LEFT, serviceOn: '2026-03-01' },
    { serviceOn: '2026-02-28' },
    'The service lies within 90 days of the notice.',
    'The service does not lie within the 90 days from the notice.',
  ],
  [
    'continuity-of-care',
    { ...LEFT, serviceOn: '2026-05-30', continuingCare: 'inpatient' },
    { continuingCare: 'none' },
    'A continuing-care patient.',
    'No continuing-care patient.',
  ],
  [
    'access-gap',
    { ...OUT, standard, alternatives: [FAR, FAR] },
    { alternatives: [FAR, { ...FAR, waitBusinessDays: 12 }] },
    'No participating provider is within the distance or wait standard.',
    'A participating provider is in reach.',
  ],
  [
    'access-gap',
    { ...OUT, class: 'contract-load', standard, alternatives: [FAR, FAR] },
    { networkOutcome: 'unknown' },
    'The denial is about the network.',
    'The denial is not about the network.',
  ],
  [
    'expertise-gap',
    { ...OUT, alternatives: [{ canDoIt: false }] },
    { alternatives: [{ canDoIt: false }, { canDoIt: true }] },
    'Nobody in the network can do it.',
    'Somebody in the network can do it.',
  ],
  [
    'single-case-agreement',
    { ...OUT, exception: 'granted', rateAgreed: false },
    { rateAgreed: true },
    'The rate is open.',
    'The rate is agreed.',
  ],
  [
    'underpayment',
    { ...OUT, class: 'out-of-network-underpayment' },
    { class: 'other' },
    'Paid, but at the out-of-network rate.',
    'Not paid at the out-of-network rate.',
  ],
  [
    'underpayment',
    { ...OUT, paidLevel: 'out-of-network' },
    { paidLevel: 'in-network' },
    'Paid, but at the out-of-network rate.',
    'Not paid at the out-of-network rate.',
  ],
  [
    'underpayment',
    { ...OUT, remarks: ['N877'], facilityNetwork: undefined },
    { remarks: ['N859'] },
    'The payer made its initial payment under the Act: what is open is the amount, by negotiation.',
    'No remark says that an initial payment was made under the Act.',
  ],
  [
    'appeal',
    { ...OUT, exception: 'refused' },
    { exception: 'asked' },
    'The exception was refused.',
    'No exception was refused.',
  ],
  [
    'appeal',
    { ...OUT, exception: 'silent' },
    { exception: 'not-asked' },
    'The payer did not answer the exception.',
    'The payer is not silent.',
  ],
  [
    'appeal',
    { ...OUT, exception: 'refused', appealsLost: 1, levels: 2 },
    { levels: 1 },
    'An internal level of appeal is open.',
    'No internal level of appeal is open.',
  ],
  [
    'appeal',
    { ...OUT, filingForces: true },
    { filingForces: false },
    'The filing date forces it.',
    'The filing date leaves time.',
  ],
  [
    'appeal',
    { ...OUT, class: 'authorization', referral: 'denied' },
    { referral: 'matches' },
    'The authorization itself was denied: that denial is appealed.',
    'No authorization was denied.',
  ],
  [
    'external-review',
    { ...OUT, exception: 'refused', appealsLost: 1, alternatives: [{ canDoIt: false }] },
    { levels: 2 },
    'Who can do it is a medical judgement.',
    'The internal levels are not done.',
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
    'The payer missed no date of its own.',
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
    'Not yet: “Correction or reprocessing” is open.',
  ],
  [
    'no-ground',
    { ...OUT, class: 'timely-filing' },
    { class: 'out-of-network' },
    'Nothing applies, or the evidence does not exist.',
    'Not yet: “Network gap: access” is open.',
  ],
  [
    'no-ground',
    { ...OUT, class: 'authorization', referral: 'none' },
    { referral: 'obtainable' },
    'Nothing applies, or the evidence does not exist.',
    'Not yet: “Referral or authorization correction” is open.',
  ],
];

describe('each path', () => {
  it.each(CASES)('%s is proposed, with its reason', (path, facts, _, reason) => {
    const { proposed } = screenPaths(facts);
    expect(proposed).toMatchObject({ path, verdict: 'applies' });
    expect(proposed.reasons).toContain(reason);
  });
  it.each(CASES)('%s is not, when one fact is another, and says why', (path, facts, change, _, why) => {
    const { proposed } = screenPaths({ ...facts, ...change });
    expect(proposed.path).not.toBe(path);
    const { verdict, reasons, questions } = screenedFor({ ...facts, ...change }, path);
    expect(verdict).not.toBe('applies');
    expect([...reasons, ...questions.map(({ question }) => question)]).toContain(why);
  });
  it('has a case of its own', () =>
    expect(PATH_IDS.filter((path) => !CASES.some(([one]) => one === path))).toEqual([]));
});
