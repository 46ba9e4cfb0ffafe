import { describe, expect, it } from '@jest/globals';
import { morningOf, snoozeChoices } from './snooze-times.ts';

describe('snooze', () => {
  it.each([
    ['2026-11-23', 'America/New_York', '2026-11-23T12:00:00.000Z'],
    ['2026-07-06', 'America/New_York', '2026-07-06T11:00:00.000Z'],
    ['2026-11-23', 'Europe/Paris', '2026-11-23T06:00:00.000Z'],
  ])('the morning of %s in %s is %s', (date, zone, at) => expect(morningOf(date, zone)).toBe(at));
  const FAR = { dueAt: '2026-12-18T22:00:00.000Z', safeDueOn: null };
  const friday = Date.parse('2026-11-20T15:00:00Z');
  it('offers two hours and three mornings, each once', () =>
    expect(snoozeChoices(friday, 'America/New_York', FAR).map(({ label }) => label)).toEqual([
      'Two hours',
      'Next business day, Mon 23 Nov',
      'In three business days, Wed 25 Nov',
    ]));
  it.each([
    ['the safe date', { ...FAR, safeDueOn: '2026-11-25' }, ['Two hours', 'Next business day, Mon 23 Nov']],
    ['the due time', { ...FAR, dueAt: '2026-11-23T22:00:00.000Z' }, ['Two hours', 'Next business day, Mon 23 Nov']],
    ['the due time, which is past', { ...FAR, dueAt: '2026-11-20T14:00:00.000Z' }, []],
  ])('never past %s', (_, task, labels) =>
    expect(snoozeChoices(friday, 'America/New_York', task).map(({ label }) => label)).toEqual(labels),
  );
});
