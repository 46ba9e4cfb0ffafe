import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClockList, ClockView, DeadlinePreview, DeadlinePreviewBody, Problem } from '@overturn/contracts';
import { CLOCK_IDS, evaluate, withOffset } from '@overturn/domain';
import type { Anchors } from '@overturn/domain';
import { CHICAGO, WORKED, WORKED_HOURS } from '@overturn/domain/clocks/test-support/worked-dates';
import { asOwner } from '@overturn/data/test-support/rows';
import { BOOTSTRAP_KEY, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

let api: Harness;
let clocks: ClockView[];
beforeAll(async () => {
  api = await startHarness();
  clocks = (await api.call<ClockList>('GET', '/clocks')).body.items;
}, 120_000);
afterAll(() => api.stop());

const ask = <T = DeadlinePreview>(body: object, headers: Record<string, string> = {}) =>
  api.call<T>('POST', '/deadlines/preview', body, headers);
const sqlAsOwner = (text: string) => asOwner(api.services.databaseUrl, (owner) => owner.query(text));
const firstOf = (id: string) => clocks.find((clock) => clock.id === id)!.anchors[0]!.event;

/** The same question with its first event as `anchorOn`, and the extension by its own name. */
function inShort(clock: string, anchors: Anchors): Partial<DeadlinePreviewBody> {
  const { extensionNoticedOn, ...others } = anchors;
  const first = firstOf(clock);
  return { clock, anchorOn: anchors[first], extensionNoticedOn, anchors: { ...others, [first]: undefined } };
}

describe('worked dates over HTTP', () => {
  it.each(WORKED)('%s (%s)', async (_, clock, anchors, policy, due) => {
    const { status, body } = await ask({ clock, anchors, ...CHICAGO, ...policy });
    expect({ status, body }).toMatchObject({ status: 200, body: due });
    expect(body.trace.map(({ output }) => output)).toEqual(expect.arrayContaining([due.legalDue]));
    expect((await ask({ ...inShort(clock, anchors), ...CHICAGO, ...policy })).body).toEqual(body);
  });

  it.each(WORKED_HOURS)('%s counts elapsed hours: %o', async (clock, anchors, due) => {
    const { body } = await ask({ clock, anchors, ...CHICAGO });
    expect(body).toMatchObject({ precision: 'instant', legalDue: due, chaseOn: due, lateOn: due });
    expect((await ask({ clock, anchorAt: Object.values(anchors)[0], ...CHICAGO })).body).toEqual(body);
    expect(new Date(body.trace[1]!.output)).toEqual(new Date(due));
  });

  it('an instant is the same moment in whatever zone is asked for', async () => {
    const question = { clock: 'erisa.claim.urgent.decision', anchorAt: '2026-10-31T09:30:00-05:00' };
    const due = async (timeZone: string) => (await ask({ ...question, timeZone })).body.legalDue;
    expect(await due('America/Chicago')).toBe('2026-11-03T08:30:00-06:00');
    expect(await due('America/Los_Angeles')).toBe('2026-11-03T06:30:00-08:00');
  });
});

describe('every clock', () => {
  it('is listed with what it looks at', () => {
    expect(new Set(clocks.map(({ id }) => id))).toEqual(new Set(CLOCK_IDS));
    expect(clocks.filter(({ id }) => id === 'ma.determination.prior-authorization')).toMatchObject([
      { amount: 14, effectiveTo: '2025-12-31', inputs: ['extensionNoticedOn', 'tolled'] },
      { amount: 7, effectiveFrom: '2026-01-01', effectiveTo: null, verified: true },
    ]);
    expect(clocks.find(({ id }) => id === 'erisa.appeal.file')).toMatchObject({
      ...{ stage: 'File the appeal', regime: 'erisa', owedBy: 'us', unit: 'calendarDays', amount: 180 },
      ...{ citation: '29 CFR 2560.503-1(h)(3)(i)', inputs: ['channel'] },
      anchors: [
        { event: 'receivedOn', label: 'Received', role: 'first' },
        { event: 'noticeOn', label: 'Notice dated', role: 'stands-in' },
      ],
    });
  });

  it.each(CLOCK_IDS)('%s answers as the rule does', async (id) => {
    const { unit } = clocks.find((clock) => clock.id === id)!;
    const anchors = { [firstOf(id)]: unit === 'hours' ? '2026-10-01T08:00' : '2026-10-01' };
    const { status, body } = await ask({ clock: id, anchors, ...CHICAGO });
    const found = evaluate(id, anchors, CHICAGO);
    const said = (due: string) => (found.precision === 'instant' ? withOffset(due, CHICAGO.timeZone) : due);
    const { stage, owedBy, citation, verified, assumed, effectiveFrom } = found;
    expect(status).toBe(200);
    expect(body).toMatchObject({ stage, owedBy, citation, verified, assumed, effectiveFrom });
    const { legalDue, safeDue, chaseOn, lateOn } = body;
    expect({ legalDue, safeDue, chaseOn, lateOn }).toEqual({
      legalDue: said(found.legalDue),
      ...(found.kind === 'ours' && { safeDue: said(found.safeDue) }),
      ...(found.kind === 'theirs' && { chaseOn: said(found.chaseOn), lateOn: said(found.lateOn) }),
    });
  });
});

describe('what is not said is the organization’s own', () => {
  it('zone, observed holidays and margin', async () => {
    const made = { name: 'West', timeZone: 'America/Los_Angeles', observedHolidays: false };
    const { id } = (await api.call('POST', '/organizations', made)).body;
    const west = { authorization: `Bearer ${BOOTSTRAP_KEY}`, 'x-organization': id };
    const hours = { clock: 'erisa.claim.urgent.decision', anchorAt: '2026-10-01T08:00' };
    expect((await ask(hours, west)).body).toMatchObject({
      timeZone: made.timeZone,
      legalDue: '2026-10-04T08:00:00-07:00',
    });
    const review = { clock: 'aca.external.preliminary-review', anchorOn: '2026-06-29' };
    expect((await ask(review, west)).body.legalDue).toBe('2026-07-06');
    expect((await ask({ ...review, observedHolidays: true }, west)).body.legalDue).toBe('2026-07-07');
    const filing = { clock: 'erisa.appeal.file', anchorOn: '2026-01-01' };
    expect((await ask(filing, west)).body.safeDue).toBe('2026-06-23');
    await sqlAsOwner(`update organization set extra_margin_days = 2 where id = '${id}'`);
    expect((await ask(filing, west)).body.safeDue).toBe('2026-06-18');
  });

  it('and a row that was corrected in the database is the one that counts', async () => {
    const question = { clock: 'followup.silence', anchorOn: '2026-10-01' };
    expect((await ask(question)).body.legalDue).toBe('2026-10-08');
    await sqlAsOwner(
      `update clock_row set row = row || '{"amount": 6, "citation": "Handbook 4"}' where clock_id = 'followup.silence'`,
    );
    expect((await ask(question)).body).toMatchObject({ legalDue: '2026-10-09', citation: 'Handbook 4' });
  });

  it('what means nothing to the clock is said to be unused', async () => {
    const question = {
      clock: 'erisa.appeal.file',
      anchorOn: '2026-01-01',
      extensionNoticedOn: '2026-02-01',
      levels: 2,
    };
    expect((await ask(question)).body).toMatchObject({
      legalDue: '2026-06-30',
      unused: ['extensionNoticedOn', 'levels'],
    });
  });
});

const FILING = { clock: 'erisa.appeal.file', anchorOn: '2026-01-01' };
const CLAIM = { clock: 'erisa.claim.pre-service.decision', anchorOn: '2026-10-01' };
describe('what cannot be answered names the field and what to do', () => {
  it.each<[object, string, RegExp]>([
    [{ anchorOn: '2026-01-01' }, 'clock', /Name a clock/],
    [{ ...FILING, clock: 'erisa.apeal.file' }, 'clock', /nearest: erisa\.appeal\.file/],
    [{ ...FILING, clock: 'appeal-erisa-file' }, 'clock', /nearest: erisa\.appeal\.file/],
    [{ clock: 'erisa.appeal.file' }, 'anchors.receivedOn', /receivedOn \(received\) or noticeOn .*not given/],
    [{ clock: 'erisa.appeal.file', anchors: { sentOn: '2026-01-01' } }, 'anchors.receivedOn', /not given/],
    [{ ...FILING, anchorOn: '2026-02-31' }, 'anchorOn', /neither a date/],
    [{ ...FILING, anchorOn: '9999-12-31' }, 'anchorOn', /neither a date/],
    [{ ...FILING, anchorOn: 20_260_101 }, 'anchorOn', /no date/],
    [{ clock: 'erisa.appeal.file', anchorAt: '2026-01-01T25:00' }, 'anchorAt', /Write 2026-11-30/],
    [{ clock: 'erisa.appeal.file', anchors: { receivedOn: 'soon' } }, 'anchors.receivedOn', /Write 2026-11-30/],
    [{ ...FILING, anchors: { gotOn: '2026-01-01' } }, 'anchors.gotOn', /Use noticeOn, receivedOn/],
    [{ ...FILING, chanel: 'mail' }, 'chanel', /Use clock, .*channel/],
    [{ ...FILING, anchorAt: '2026-01-02' }, 'anchorOn', /same event/],
    [{ ...FILING, anchors: { receivedOn: '2026-01-02' } }, 'anchorOn', /give one/],
    [{ ...FILING, timeZone: 'Mars/Olympus' }, 'timeZone', /like America\/Chicago/],
    [{ ...FILING, amount: -1 }, 'amount', /whole number/],
    [{ ...FILING, amount: 1.5 }, 'amount', /whole number/],
    [{ ...FILING, amount: 1e9 }, 'amount', /3650/],
    [{ ...FILING, channel: 'pigeon' }, 'channel', /portal, fax, mail/],
    [{ ...FILING, levels: 3 }, 'levels', /1 or 2/],
    [{ ...FILING, observedHolidays: 'yes' }, 'observedHolidays', /true or false/],
    [{ ...CLAIM, extensionNoticedOn: '2026-13-01' }, 'extensionNoticedOn', /year-month-day/],
    [{ ...CLAIM, extensionNoticedOn: '2026-09-30' }, 'extensionNoticedOn', /before the clock began/],
    [
      { ...CLAIM, extensionNoticedOn: '2026-10-10', anchors: { extensionNoticedOn: '2026-10-17' } },
      'extensionNoticedOn',
      /give one of them/,
    ],
    [{ ...CLAIM, tolled: [{ from: '2026-10-05', to: '2026-10-01' }] }, 'tolled.0.to', /before its start/],
    [{ ...CLAIM, tolled: [{ from: '2026-10-05' }] }, 'tolled.0.to', /year-month-day/],
    [
      { clock: 'medicaid.authorization.standard', anchorOn: '2025-12-15', ratingPeriodStart: '2026-07-01' },
      'ratingPeriodStart',
      /Give the start of the period in which that day lies/,
    ],
  ])('%j: %s', async (body, field, sentence) => {
    const { status, body: problem } = await ask<Problem>(body);
    expect({ status, code: problem.code }).toEqual({ status: 400, code: 'BAD_INPUT' });
    expect(problem.errors).toEqual([{ field, sentence: expect.stringMatching(sentence) }]);
  });

  it('a date before the rule was in force', async () => {
    const { status, body } = await ask<Problem>({ clock: 'nsa.idr.start', anchorOn: '2021-12-31' });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'CLOCK_NOT_IN_FORCE' });
    expect(body.errors).toEqual([
      { field: 'anchorOn', sentence: expect.stringMatching(/nsa\.idr\.start is in force from 2022-01-01/) },
    ]);
  });

  it('nobody who is not signed in', async () => {
    expect((await ask(FILING, { authorization: 'none' })).status).toBe(401);
    expect((await api.call('GET', '/clocks', undefined, { authorization: 'none' })).status).toBe(401);
  });
});
