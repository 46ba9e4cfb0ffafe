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

const far = (provider: string, more: object = {}) => ({
  ...{ provider, contactedOn: '2026-11-02', distanceMiles: 80, canDoIt: true, answer: 'No date before January' },
  ...more,
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
    [{ urgency: 'maybe' }, {}, 'facts.urgency', 'Use one of emergency, urgent, none.'],
    [{ rateAgreed: 'yes' }, {}, 'facts.rateAgreed', 'Say true or false.'],
    [
      { contractEndNoticeOn: '2026-02-30' },
      {},
      'facts.contractEndNoticeOn',
      'This is no date. Write it as year-month-day, like 2026-11-30.',
    ],
    [
      { contractEndNoticeOn: '2199-01-01' },
      {},
      'facts.contractEndNoticeOn',
      'Its end was noticed on: this day is still to come.',
    ],
    [{ maxMiles: -3 }, {}, 'facts.maxMiles', 'Give a whole number, 0 to 10000.'],
    [{ colour: 'blue' }, {}, 'facts.colour', expect.stringMatching(/^There is nothing of this name\. Use urgency, /)],
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
