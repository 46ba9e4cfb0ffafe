import { describe, expect, it } from '@jest/globals';
import { agoWords, dateIn, dateWords, dayMonthWords } from './calendar-words.ts';

describe('dates of law', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 'Fri 20 Nov'],
    ['2027-01-08', '2026-11-20', 'Fri 8 Jan 2027'],
    ['2026-09-04', undefined, 'Fri 4 Sep'],
  ])('%s read on %s is %s', (date, today, words) => expect(dateWords(date, today)).toBe(words));
  it('a date has no zone: the day never shifts', () => expect(dayMonthWords('2026-03-01')).toBe('1 Mar'));
});

describe('moments', () => {
  it('the day depends on the zone', () => {
    const at = Date.parse('2026-11-20T03:30:00Z');
    expect(dateIn('America/New_York', at)).toBe('2026-11-19');
    expect(dateIn('Europe/Paris', at)).toBe('2026-11-20');
  });
  it.each([
    [-30_000, 'just now'],
    [-180_000, '3 minutes ago'],
    [7_200_000, 'in 2 hours'],
    [-90_000_000, 'yesterday'],
  ])('%i ms away is %s', (apart, words) => expect(agoWords(1e12 + apart, 1e12)).toBe(words));
});
