import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DenialView } from '@overturn/contracts';
import { far, ScreeningDesk } from '../test-support/screening-desk.ts';

let desk: ScreeningDesk;
beforeAll(async () => void (desk = await ScreeningDesk.open()), 120_000);
afterAll(() => desk.api.stop());
const pathOf = ({ paths }: DenialView, path: string) => paths.find((one) => one.id === path)!;

const LEFT = { contractEnded: true, contractEndNoticeOn: '2026-08-01', continuingCare: 'pregnant' };
const GAP = { specialty: 'cardiology', maxMiles: 30 };

describe('what a person found out', () => {
  it.each([
    ['continuity of care', {}, LEFT, 'continuity-of-care', 'applies'],
    ['service after the 90 days', {}, { ...LEFT, contractEndNoticeOn: '2026-06-01' }, 'continuity-of-care', 'does-not'],
    ['no course of care', {}, { ...LEFT, continuingCare: 'none' }, 'continuity-of-care', 'does-not'],
    ['notice not known', {}, { ...LEFT, contractEndNoticeOn: null }, 'continuity-of-care', 'may-apply'],
    ['nobody in reach', {}, { ...GAP, alternatives: [far('A'), far('B')] }, 'access-gap', 'applies'],
    [
      'one of them in reach',
      {},
      { ...GAP, alternatives: [far('A'), far('B', { distanceMiles: 12 })] },
      'access-gap',
      'does-not',
    ],
    [
      'too long a wait',
      {},
      { maxWaitBusinessDays: 30, alternatives: [far('A', { nextDateOn: '2027-01-15' })] },
      'access-gap',
      'applies',
    ],
    ['no standard to measure by', {}, { alternatives: [far('A')] }, 'access-gap', 'may-apply'],
    [
      'the standard of Medicare Advantage',
      { regime: 'medicare-advantage' },
      { specialty: 'cardiology', county: 'metro', alternatives: [far('A')] },
      'access-gap',
      'applies',
    ],
    ['nobody can do it', {}, { alternatives: [far('A', { canDoIt: false })] }, 'expertise-gap', 'applies'],
    ['somebody can', {}, { alternatives: [far('A', { canDoIt: false }), far('B')] }, 'expertise-gap', 'does-not'],
    ['the directory said in network', {}, { directorySaid: 'in-network' }, 'directory-misinformation', 'applies'],
    ['it said out of network', {}, { directorySaid: 'out-of-network' }, 'directory-misinformation', 'does-not'],
    [
      'an HMO, and no emergency',
      { planType: 'hmo' },
      { directorySaid: 'in-network', urgency: 'none' },
      'directory-misinformation',
      'does-not',
    ],
    [
      'an HMO, urgent',
      { planType: 'hmo' },
      { directorySaid: 'in-network', urgency: 'urgent' },
      'directory-misinformation',
      'applies',
    ],
    [
      'a PPO, and no emergency',
      { planType: 'ppo' },
      { directorySaid: 'in-network', urgency: 'none' },
      'directory-misinformation',
      'applies',
    ],
    ['an emergency', {}, { urgency: 'emergency' }, 'no-surprises', 'applies'],
    [
      'radiology at a participating hospital',
      { procedures: ['70553'] },
      { facilityKind: 'hospital', facilityNetwork: 'in', urgency: 'none' },
      'no-surprises',
      'applies',
    ],
    [
      'radiology at a free-standing imaging centre',
      { procedures: ['70553'] },
      { facilityKind: 'imaging-centre', facilityNetwork: 'in', urgency: 'none' },
      'no-surprises',
      'does-not',
    ],
    [
      'other care at a participating hospital, without consent',
      {},
      { facilityKind: 'hospital', facilityNetwork: 'in', urgency: 'none', consent: 'none' },
      'no-surprises',
      'applies',
    ],
    [
      'other care there, with valid consent',
      {},
      { facilityKind: 'hospital', facilityNetwork: 'in', urgency: 'none', consent: 'valid' },
      'no-surprises',
      'does-not',
    ],
    [
      'ancillary care, whatever was signed',
      {},
      { facilityKind: 'hospital', facilityNetwork: 'in', urgency: 'none', consent: 'valid', service: 'anesthesiology' },
      'no-surprises',
      'applies',
    ],
    [
      'a referral that can be had',
      { codes: [{ group: 'CO', carc: '288' }] },
      { referral: 'obtainable' },
      'referral-or-authorization',
      'applies',
    ],
    [
      'none to be had',
      { codes: [{ group: 'CO', carc: '288' }] },
      { referral: 'none' },
      'referral-or-authorization',
      'does-not',
    ],
    ['a wrong NPI', {}, { claimErrors: 'npi' }, 'correction', 'applies'],
    [
      'a gap, and the rate open',
      {},
      { ...GAP, alternatives: [far('A')], rateAgreed: false },
      'single-case-agreement',
      'applies',
    ],
    [
      'a gap, and the rate agreed',
      {},
      { ...GAP, alternatives: [far('A')], rateAgreed: true },
      'single-case-agreement',
      'does-not',
    ],
    ['paid at the lower level', {}, { paidLevel: 'out-of-network' }, 'underpayment', 'applies'],
    ['a payer without exceptions', {}, { exceptionReview: 'does-not-exist' }, 'appeal', 'applies'],
    ['a payer that considered one', {}, { exceptionReview: 'considered' }, 'appeal', 'does-not'],
    ['internal levels deemed done', {}, { deemedExhausted: true }, 'external-review', 'may-apply'],
  ] as const)('%s', async (_, changes, facts, path, verdict) => {
    const id = await desk.openDenial(changes);
    expect(pathOf(await desk.read(id), path).verdict).not.toBe('applies');
    expect((await desk.tell(id, facts)).status).toBe(200);
    expect([path, pathOf(await desk.read(id), path).verdict]).toEqual([path, verdict]);
  });

  it('moves what is proposed, what is proven, what is asked and the score', async () => {
    const id = await desk.openDenial();
    const before = await desk.read(id);
    expect(pathOf(before, 'access-gap')).toMatchObject({
      suggested: true,
      verdict: 'may-apply',
      questions: [{ askedOf: 'us', facts: ['alternatives', 'specialty', 'county', 'maxMiles', 'maxWaitBusinessDays'] }],
    });
    await desk.tell(id, { ...GAP, alternatives: [far('A'), far('B'), far('C', { nextDateOn: '2026-12-01' })] });
    const after = await desk.read(id);
    expect(pathOf(after, 'access-gap')).toMatchObject({ suggested: true, verdict: 'applies', questions: [] });
    expect(pathOf(after, 'access-gap').evidence).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ proof: 'contacts', have: 3, state: 'held' }),
        expect.objectContaining({ proof: 'distances', have: 3 }),
        expect.objectContaining({ proof: 'wait-quotes', have: 1 }),
      ]),
    );
    expect(after.recoverability.score).toBeGreaterThan(before.recoverability.score);
  });

  it('is an answer to what triage asks too', async () => {
    const id = await desk.openDenial({ codes: [{ group: 'CO', carc: '242' }], remarks: ['N830'] });
    const steps = async () => (await desk.read(id)).triage.questions.map(({ id: question }) => question);
    expect(await steps()).toContain('V8.steps');
    await desk.tell(id, { referral: 'none' });
    expect(await steps()).not.toContain('V8.steps');
  });
});
