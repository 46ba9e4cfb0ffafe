import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn } from '../test-support/api-harness.ts';
import { far, ScreeningDesk } from '../test-support/screening-desk.ts';

let desk: ScreeningDesk;
beforeAll(async () => void (desk = await ScreeningDesk.open()), 120_000);
afterAll(() => desk.api.stop());

describe('an answer', () => {
  it('is kept with who said it and when; a later one wins, and it can be taken back', async () => {
    const id = await desk.openDenial();
    const told = { saidBy: 'Ana at the office, ref 12', toldOn: '2026-11-20', source: 'call' };
    const first = await desk.tell(id, { urgency: 'none', rateAgreed: false }, told);
    expect(first.body.items).toEqual([
      expect.objectContaining({
        name: 'urgency',
        answer: 'Neither',
        ...told,
        by: expect.objectContaining({ kind: 'key' }),
      }),
      expect.objectContaining({ name: 'rateAgreed', answer: 'No', question: 'Is a rate agreed?' }),
    ]);
    await desk.tell(id, { urgency: 'urgent' });
    expect((await desk.read(id)).screeningFacts).toEqual([
      expect.objectContaining({ name: 'urgency', value: 'urgent', saidBy: null }),
      expect.objectContaining({ name: 'rateAgreed', value: false, saidBy: told.saidBy }),
    ]);
    await desk.tell(id, { urgency: null });
    expect((await desk.read(id)).screeningFacts.map(({ name }) => name)).toEqual(['rateAgreed']);
    const { rows } = await desk.sql(
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
    const { items } = (await desk.api.call<{ items: { sentence: string }[] }>('GET', `/denials/${id}/timeline`)).body;
    expect(items.map(({ sentence }) => sentence).slice(0, 4)).toEqual([
      'Not known after all: Was it an emergency or urgent?',
      'Was it an emergency or urgent? Urgent.',
      'Is a rate agreed? No.',
      'Was it an emergency or urgent? Neither.',
    ]);
  });

  it('tells the workflow to look again, without the answer, and the other pages', async () => {
    const id = await desk.openDenial();
    await desk.tell(id, { urgency: 'none' });
    await desk.tell(id, { urgency: 'none' });
    const { rows } = await desk.sql(
      `select kind, payload from outbox_message where denial_id = $1 and kind <> 'start'`,
      [id],
    );
    expect(rows).toEqual([{ kind: 'facts-changed', payload: { of: 'screening' } }]);
    const events = await desk.sql(`select 1 from live_event where denial_id = $1 and kind = 'denial'`, [id]);
    expect(events.rows.length).toBeGreaterThan(0);
  });

  it('sent twice under one key is one act', async () => {
    const id = await desk.openDenial();
    const body = { facts: { urgency: 'none' } };
    const send = () =>
      desk.api.call('POST', `/denials/${id}/screening-facts`, body, { 'idempotency-key': `once-${id}` });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(
      (await desk.sql(`select from audit_entry where denial_id = $1 and act = 'question.answered'`, [id])).rowCount,
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
    const id = await desk.openDenial();
    const { status, body } = await desk.tell(id, facts, more);
    expect({ status, errors: body.errors }).toEqual({ status: 400, errors: [{ field, sentence }] });
    expect((await desk.read(id)).screeningFacts).toEqual([]);
  });

  it('is a specialist’s to give; not for a closed denial, nor for one of another organization', async () => {
    const id = await desk.openDenial();
    const password = 'correct horse battery staple';
    await desk.api.call('POST', '/users', { email: 's@facts.test', name: 'Sol', password, role: 'specialist' });
    const sol = await signIn(desk.api, 's@facts.test', password);
    const path = `/denials/${id}/screening-facts`;
    expect((await desk.api.call('POST', path, { facts: { urgency: 'none' } }, sol)).status).toBe(200);
    expect((await desk.tell('01890000-0000-7000-8000-000000000000', { urgency: 'none' })).status).toBe(404);
    await desk.sql('update denial_view set closing = true where denial_id = $1', [id]);
    const closed = await desk.tell(id, { urgency: 'urgent' });
    expect([closed.status, closed.body.code, closed.body.detail]).toEqual([
      409,
      'DENIAL_CLOSED',
      'The denial is closed: its questions can be answered once a supervisor has reopened it.',
    ]);
  });
});
