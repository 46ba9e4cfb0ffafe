import { describe, expect, it } from '@jest/globals';
import { CLOCK_ROWS } from './clock-rows.ts';
import { evaluate } from './evaluate.ts';
import { type Moves, movedDates, rowsUnder } from './moved-dates.ts';
import { responseDate } from './response-date.ts';

const POLICY = { timeZone: 'America/Chicago' };
const filing = (receivedOn: string, rows = CLOCK_ROWS) => ({
  purpose: 'appeal',
  due: evaluate('erisa.appeal.file', { receivedOn }, POLICY, rows),
});
const NOW = [filing('2026-01-01')];

describe('a date that would move', () => {
  it.each<[string, typeof NOW, typeof NOW, Moves]>([
    ['the same', NOW, NOW, 'none'],
    ['received later', NOW, [filing('2026-01-08')], 'later'],
    ['received earlier', NOW, [filing('2025-12-20')], 'earlier'],
    ['a first one', [], NOW, 'new'],
    ['one that falls away', NOW, [], 'gone'],
    [
      'a wider margin alone',
      NOW,
      [filing('2026-01-01', rowsUnder(CLOCK_ROWS, { clock: 'erisa.appeal.file', margin: 9 }))],
      'earlier',
    ],
    [
      'a wider margin, and more days',
      NOW,
      [filing('2026-01-01', rowsUnder(CLOCK_ROWS, { clock: 'erisa.appeal.file', amount: 200, margin: 30 }))],
      'later',
    ],
    [
      'and back',
      [filing('2026-01-01', rowsUnder(CLOCK_ROWS, { clock: 'erisa.appeal.file', amount: 200, margin: 30 }))],
      NOW,
      'later',
    ],
  ])('%s', (_, before, after, moves) =>
    expect(movedDates(before, after)).toMatchObject([{ purpose: 'appeal', moves }]),
  );
});

describe('a rule that would read otherwise', () => {
  it('counts, is unverified, and leaves the others as they are', () => {
    const rows = rowsUnder(CLOCK_ROWS, { clock: 'erisa.appeal.file', amount: 90, roll: undefined });
    expect(filing('2026-01-01', rows).due).toMatchObject({ legalDue: '2026-04-01', verified: false });
    expect(rows.filter((row, place) => row !== CLOCK_ROWS[place]).map(({ id }) => id)).toEqual(['erisa.appeal.file']);
  });
  it('of an id that is not there is refused with the nearest', () =>
    expect(() => rowsUnder(CLOCK_ROWS, { clock: 'erisa.apeal.file' })).toThrow(/nearest: erisa\.appeal\.file/));
});

describe('the payer’s answer', () => {
  const sent = { sentOn: '2026-10-01', deliveredOn: null };
  it('is owed from the proof of delivery, from the sending until there is one', () => {
    expect(responseDate('exception', sent, POLICY, CLOCK_ROWS).legalDue).toBe('2026-10-31');
    const delivered = { ...sent, deliveredOn: '2026-10-05' };
    expect(responseDate('exception', delivered, POLICY, CLOCK_ROWS).legalDue).toBe('2026-11-04');
  });
  it('moves by an extension where the rule knows one', () => {
    const extended = { ...sent, extensionNoticedOn: '2026-10-20' };
    expect(responseDate('exception', extended, POLICY, CLOCK_ROWS).legalDue).toBe('2026-10-31');
    const extension = { amount: 15, noticeBy: 'end-of-first-period' } as const;
    const rows = rowsUnder(CLOCK_ROWS, { clock: 'exception.response', extension });
    expect(responseDate('exception', extended, POLICY, rows).legalDue).toBe('2026-11-15');
  });
});
