import { describe, expect, it } from '@jest/globals';
import { withOffset } from '../dates/instants.ts';
import { TASK_KINDS, type TaskKind } from '../tasks/task-kinds.ts';
import { followUps } from './follow-ups.ts';
import { taskTimes } from './task-times.ts';

const ZONE = 'America/Chicago';
const CALENDAR = { timeZone: ZONE };
const local = (instant: string) => withOffset(instant, ZONE).slice(0, 16);
const times = (kind: TaskKind, openedAt: string, safeDue?: string, legalDue = '2027-01-11') => {
  const { dueAt, remindAt, returnAt, raiseAt, raiseTo } = taskTimes(
    kind,
    { openedAt, ...(safeDue && { filing: { safeDue, legalDue } }) },
    CALENDAR,
  );
  return [dueAt, remindAt, returnAt, raiseAt].map(local).concat(raiseTo);
};

describe('task times', () => {
  it('give one business day over Labor Day, remind at half of the working hours, raise a day later', () => {
    expect(times('review-intake', '2026-09-04T14:00:00.000Z')).toEqual([
      '2026-09-08T17:00',
      '2026-09-08T08:00',
      '2026-09-08T17:00',
      '2026-09-09T17:00',
      'supervisor',
    ]);
  });

  it('raise a rescue to the manager', () => {
    expect(times('rescue', '2026-11-23T13:00:00.000Z')).toEqual([
      '2026-11-24T17:00',
      '2026-11-24T07:00',
      '2026-11-24T17:00',
      '2026-11-25T17:00',
      'manager',
    ]);
  });

  it.each([
    ['on a Saturday', '2026-11-21T18:00:00.000Z', '2026-11-23T17:00'],
    ['in working hours', '2026-11-23T15:00:00.000Z', '2026-11-23T17:00'],
    ['after the day has ended', '2026-11-24T00:00:00.000Z', '2026-11-24T17:00'],
  ])('want the filing date protected the same day, opened %s', (_, openedAt, dueAt) => {
    expect(times('protect-filing-date', openedAt)[0]).toBe(dueAt);
  });

  it('never lie after the tier of the filing date that tells the same person', () => {
    // Opened when T-10 holds for 2027-01-04: the supervisor hears of the date on 24 December.
    expect(times('log-alternatives', '2026-12-22T15:00:00.000Z', '2027-01-04')).toEqual([
      '2026-12-24T07:00',
      '2026-12-23T08:00',
      '2026-12-24T07:00',
      '2026-12-24T07:00',
      'supervisor',
    ]);
    expect(times('log-alternatives', '2026-12-01T15:00:00.000Z', '2027-01-04')[0]).toBe('2026-12-08T17:00');
  });

  it('are their own once the safe date is here', () => {
    expect(times('protect-filing-date', '2027-01-04T13:00:00.000Z', '2027-01-04').slice(0, 4)).toEqual([
      '2027-01-04T17:00',
      '2027-01-04T12:00',
      '2027-01-04T17:00',
      '2027-01-05T17:00',
    ]);
  });

  it.each([
    ['the safe date is past: before the legal date is', '2027-01-08T15:00:00.000Z', '2027-01-12T07:00'],
    ['the legal date is past: the next morning', '2027-01-20T15:00:00.000Z', '2027-01-21T07:00'],
  ])('never lie after the next overdue morning when %s', (_, openedAt, dueAt) =>
    expect(times('find-regime', openedAt, '2027-01-04')[0]).toBe(dueAt),
  );

  it('take the safe date of the clock that a task serves', () => {
    expect(
      local(
        taskTimes('supply-information', { openedAt: '2026-11-02T15:00:00.000Z', ownSafeDue: '2026-11-10' }, CALENDAR)
          .dueAt,
      ),
    ).toBe('2026-11-10T17:00');
  });

  it.each(TASK_KINDS.map(({ kind }) => kind))(
    '%s: remind, return and raise in that order, after it was opened',
    (kind) => {
      const openedAt = '2026-11-23T15:00:00.000Z';
      const { dueAt, remindAt, returnAt, raiseAt } = taskTimes(kind, { openedAt }, CALENDAR);
      expect(returnAt).toBe(dueAt);
      expect(openedAt < remindAt && remindAt < dueAt && dueAt < raiseAt).toBe(true);
    },
  );
});

describe('follow-ups', () => {
  const plan = followUps('2026-11-02', '2026-12-02', CALENDAR);

  it('acknowledge, chase after 14 days, then every 7 and on the decision date, and end in silence', () => {
    expect(plan.map(({ kind, on }) => [kind, on])).toEqual([
      ['acknowledgement', '2026-11-05'],
      ['chase', '2026-11-16'],
      ['chase', '2026-11-23'],
      ['chase', '2026-11-30'],
      ['chase', '2026-12-02'],
      ['chase', '2026-12-07'],
      ['silence', '2026-12-09'],
    ]);
  });

  it('begin at 07:00 of a business day', () => {
    expect(followUps('2026-10-31', '2026-11-30', CALENDAR).find(({ kind }) => kind === 'chase')).toMatchObject({
      on: '2026-11-14',
      at: '2026-11-16T13:00:00.000Z',
    });
  });
});
