import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DenialView, Problem } from '@overturn/contracts';
import { asOwner } from '@overturn/data/test-support/rows';
import { signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const LETTER = {
  payerName: 'Invented Payer',
  claimNumber: 'CLM-778812',
  serviceFrom: '2026-10-01',
  amountCents: 125_000,
  codes: [{ group: 'CO', carc: '242' }],
  procedures: ['99214'],
  noticeOn: '2026-11-12',
};
const OUT = { outcome: 'out-of-network', source: 'directory', checkedOn: '2026-11-20' };
let api: Harness;
let opened = 0;
beforeAll(async () => void (api = await startHarness()), 120_000);
afterAll(() => api.stop());

const sqlOf = (text: string, values: unknown[]) =>
  asOwner(api.services.databaseUrl, (owner) => owner.query<Record<string, unknown>>(text, values));
const open = async (changes: object = {}): Promise<string> => {
  const body = { ...LETTER, payerClaimNumber: `ICN-${++opened}`, ...changes };
  const { id } = (await api.call('POST', '/denials', body)).body;
  await sqlOf('update denial set network_status = $2 where id = $1', [id, JSON.stringify(OUT)]);
  return id;
};
const tell = (id: string, facts: object, more: object = {}) =>
  api.call<Problem & { items: DenialView['screeningFacts'] }>('POST', `/denials/${id}/screening-facts`, {
    facts,
    ...more,
  });
const read = async (id: string) => (await api.call<DenialView>('GET', `/denials/${id}`)).body;
const pathOf = ({ paths }: DenialView, path: string) => paths.find((one) => one.id === path)!;

const far = (provider: string, more: object = {}) => ({
  ...{ provider, contactedOn: '2026-11-02', distanceMiles: 80, canDoIt: true, answer: 'No date before January' },
  ...more,
});
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
    const id = await open(changes);
    expect(pathOf(await read(id), path).verdict).not.toBe('applies');
    expect((await tell(id, facts)).status).toBe(200);
    expect([path, pathOf(await read(id), path).verdict]).toEqual([path, verdict]);
  });

  it('moves what is proposed, what is proven, what is asked and the score', async () => {
    const id = await open();
    const before = await read(id);
    expect(pathOf(before, 'access-gap')).toMatchObject({
      suggested: true,
      verdict: 'may-apply',
      questions: [{ askedOf: 'us', facts: ['alternatives', 'specialty', 'county', 'maxMiles', 'maxWaitBusinessDays'] }],
    });
    await tell(id, { ...GAP, alternatives: [far('A'), far('B'), far('C', { nextDateOn: '2026-12-01' })] });
    const after = await read(id);
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
    const id = await open({ codes: [{ group: 'CO', carc: '242' }], remarks: ['N830'] });
    const steps = async () => (await read(id)).triage.questions.map(({ id: question }) => question);
    expect(await steps()).toContain('V8.steps');
    await tell(id, { referral: 'none' });
    expect(await steps()).not.toContain('V8.steps');
  });
});

describe('an answer', () => {
  it('is kept with who said it and when; a later one wins, and it can be taken back', async () => {
    const id = await open();
    const told = { saidBy: 'Ana at the office, ref 12', toldOn: '2026-11-20', source: 'call' };
    const first = await tell(id, { urgency: 'none', rateAgreed: false }, told);
    expect(first.body.items).toEqual([
      expect.objectContaining({
        name: 'urgency',
        answer: 'Neither',
        ...told,
        by: expect.objectContaining({ kind: 'key' }),
      }),
      expect.objectContaining({ name: 'rateAgreed', answer: 'No', question: 'Is a rate agreed?' }),
    ]);
    await tell(id, { urgency: 'urgent' });
    expect((await read(id)).screeningFacts).toEqual([
      expect.objectContaining({ name: 'urgency', value: 'urgent', saidBy: null }),
      expect.objectContaining({ name: 'rateAgreed', value: false, saidBy: told.saidBy }),
    ]);
    await tell(id, { urgency: null });
    expect((await read(id)).screeningFacts.map(({ name }) => name)).toEqual(['rateAgreed']);
    const { rows } = await sqlOf(
      `select act, before, after from audit_entry where denial_id = $1 and subject_id = 'urgency' order by id`,
      [id],
    );
    expect(rows).toEqual([
      { act: 'question.answered', before: null, after: { value: 'none', ...told } },
      {
        act: 'question.answered',
        before: { value: 'none', ...told },
        after: expect.objectContaining({ value: 'urgent' }),
      },
      { act: 'question.reopened', before: expect.objectContaining({ value: 'urgent' }), after: null },
    ]);
    const { items } = (await api.call<{ items: { sentence: string }[] }>('GET', `/denials/${id}/timeline`)).body;
    expect(items.map(({ sentence }) => sentence).slice(0, 4)).toEqual([
      'Not known after all: Was it an emergency or urgent?',
      'Was it an emergency or urgent? Urgent.',
      'Is a rate agreed? No.',
      'Was it an emergency or urgent? Neither.',
    ]);
  });

  it('tells the workflow to look again, without the answer, and the other pages', async () => {
    const id = await open();
    await tell(id, { urgency: 'none' });
    await tell(id, { urgency: 'none' });
    const { rows } = await sqlOf(`select kind, payload from outbox_message where denial_id = $1 and kind <> 'start'`, [
      id,
    ]);
    expect(rows).toEqual([{ kind: 'facts-changed', payload: { of: 'screening' } }]);
    const events = await sqlOf(`select 1 from live_event where denial_id = $1 and kind = 'denial'`, [id]);
    expect(events.rows.length).toBeGreaterThan(0);
  });

  it('sent twice under one key is one act', async () => {
    const id = await open();
    const body = { facts: { urgency: 'none' } };
    const send = () => api.call('POST', `/denials/${id}/screening-facts`, body, { 'idempotency-key': `once-${id}` });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(
      (await sqlOf(`select from audit_entry where denial_id = $1 and act = 'question.answered'`, [id])).rowCount,
    ).toBe(1);
  });

  it.each([
    [{ urgency: 'maybe' }, {}, 'facts.urgency', 'Choose one of: emergency, urgent, none.'],
    [{ rateAgreed: 'yes' }, {}, 'facts.rateAgreed', 'Say true or false.'],
    [{ contractEndNoticeOn: '2026-02-30' }, {}, 'facts.contractEndNoticeOn', expect.any(String)],
    [
      { contractEndNoticeOn: '2199-01-01' },
      {},
      'facts.contractEndNoticeOn',
      'Its end was noticed on: this day is still to come.',
    ],
    [{ maxMiles: -3 }, {}, 'facts.maxMiles', expect.any(String)],
    [{ colour: 'blue' }, {}, 'facts', expect.stringMatching(/^Choose facts of: urgency, /)],
    [{}, {}, 'facts', 'Name a fact.'],
    [{ urgency: 'none' }, { toldOn: '2199-01-01' }, 'toldOn', 'Told on: this day is still to come.'],
    [
      { alternatives: [far('A'), { provider: 'B' }] },
      {},
      'facts.alternatives',
      'In-network providers, row 2: Contacted on is needed.',
    ],
  ])('%o is refused with field and remedy', async (facts, more, field, sentence) => {
    const id = await open();
    const { status, body } = await tell(id, facts, more);
    expect({ status, errors: body.errors }).toEqual({ status: 400, errors: [{ field, sentence }] });
    expect((await read(id)).screeningFacts).toEqual([]);
  });

  it('is a specialist’s to give; not for a closed denial, nor for one of another organization', async () => {
    const id = await open();
    const password = 'correct horse battery staple';
    await api.call('POST', '/users', { email: 's@facts.test', name: 'Sol', password, role: 'specialist' });
    const sol = await signIn(api, 's@facts.test', password);
    const path = `/denials/${id}/screening-facts`;
    expect((await api.call('POST', path, { facts: { urgency: 'none' } }, sol)).status).toBe(200);
    expect((await tell('01890000-0000-7000-8000-000000000000', { urgency: 'none' })).status).toBe(404);
    await sqlOf('update denial_view set closing = true where denial_id = $1', [id]);
    const closed = await tell(id, { urgency: 'urgent' });
    expect([closed.status, closed.body.code, closed.body.detail]).toEqual([
      409,
      'DENIAL_CLOSED',
      'The denial is closed: its questions can be answered once a supervisor has reopened it.',
    ]);
  });
});
