import { describe, expect, it } from '@jest/globals';
import { morningOf, snoozeChoices } from './snooze-times.ts';

describe('snooze', () => {
  it.each([
    ['2026-11-23', 'America/New_York', '2026-11-23T12:00:00.000Z'],
    ['2026-07-06', 'America/New_York', '2026-07-06T11:00:00.000Z'],
    ['2026-11-23', 'Europe/Paris', '2026-11-23T06:00:00.000Z'],
  ])('the morning of %s in %s is %s', (date, zone, at) => expect(morningOf(date, zone)).toBe(at));
  const friday = Date.parse('2026-11-20T15:00:00Z');
  it('offers two hours and three mornings, each once', () =>
    expect(snoozeChoices(friday, 'America/New_York', null).map(({ label }) => label)).toEqual([
      'Two hours',
      'Next business day, Mon 23 Nov',
      'In three business days, Wed 25 Nov',
    ]));
  it('never past the safe date', () => expect(snoozeChoices(friday, 'America/New_York', '2026-11-23')).toHaveLength(2));
});
