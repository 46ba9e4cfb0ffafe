import { describe, expect, it } from '@jest/globals';
import { businessDaysBetween, filingUrgency, taskUrgency } from './urgency.ts';

const NEW_YORK = 'America/New_York';
const now = Date.parse('2026-11-20T15:00:00Z'); // Friday, 10:00 in New York

describe('business days between', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-25', '2026-11-27', 1], // Thanksgiving between
    ['2026-01-01', '2026-11-20', undefined],
  ])('%s to %s is %s', (from, to, days) => expect(businessDaysBetween(from, to)).toBe(days));
});

describe('a task', () => {
  it.each([
    ['2026-11-20T22:00:00Z', '2026-11-20', 'today', 'Today, by 17:00'],
    ['2026-11-20T14:00:00Z', '2026-11-20', 'late', 'Late since 09:00'],
    ['2026-11-19T22:00:00Z', '2026-11-19', 'late', '1 bd late'],
    ['2026-11-23T22:00:00Z', '2026-11-23', 'soon', 'Mon 23 Nov'],
    ['2026-11-25T22:00:00Z', '2026-11-25', 'later', 'Wed 25 Nov'],
    ['2027-01-05T22:00:00Z', '2027-01-05', 'later', 'Tue 5 Jan 2027'],
  ])('due %s is %s %s: %s', (dueAt, dueOn, level, words) =>
    expect(taskUrgency({ dueAt, dueOn, kind: 'chase-payer', legalDueOn: null }, now, NEW_YORK)).toEqual({
      level,
      words,
    }),
  );
  it.each([
    ['protect-filing-date', '2026-11-17', 'late', 'Overdue'],
    ['protect-filing-date', '2026-11-20', 'soon', 'Mon 23 Nov'],
    ['chase-payer', '2026-11-17', 'soon', 'Mon 23 Nov'],
  ] as const)('%s with the legal date %s is %s: %s', (kind, legalDueOn, level, words) => {
    const task = { dueAt: '2026-11-23T22:00:00Z', dueOn: '2026-11-23', kind, legalDueOn };
    expect(taskUrgency(task, now, NEW_YORK)).toEqual({ level, words });
  });
});

describe('the filing date', () => {
  const today = '2026-11-20';
  it.each([
    ['2026-11-20', '2026-11-30', 'late', '5 bd to legal'],
    ['2026-11-13', '2026-11-20', 'late', 'Last day'],
    ['2026-11-06', '2026-11-13', 'late', 'Passed Fri 13 Nov'],
    ['2026-11-25', '2026-12-03', 'today', '3 bd left'],
    ['2026-12-04', '2026-12-11', 'soon', '9 bd left'],
    ['2027-04-29', '2027-05-06', 'later', 'Thu 29 Apr 2027'],
    [null, null, 'none', 'Not known'],
  ])('safe %s, legal %s is %s: %s', (safeDueOn, legalDueOn, level, words) =>
    expect(filingUrgency({ safeDueOn, legalDueOn }, today)).toEqual({ level, words }),
  );
  it.each([
    ['met', 'Filed'],
    ['filed-late', 'Filed late'],
    ['decided', 'Not filing'],
  ])('a filing that is %s is not urgent: %s', (filingState, words) =>
    expect(filingUrgency({ safeDueOn: '2026-11-01', legalDueOn: '2026-11-08', filingState }, today)).toEqual({
      level: 'none',
      words,
    }),
  );
});
