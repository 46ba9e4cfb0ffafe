import { describe, expect, it } from '@jest/globals';
import { nextOverdue, overdueInstant, tierInstants } from './tiers.ts';

const CALENDAR = { timeZone: 'America/Chicago' };
/** Unknown regime, notice 2026-11-12. */
const DATES = { safeDue: '2027-01-04', legalDue: '2027-01-11' };

describe('tiers', () => {
  it('begin at 07:00 of their business day, over Christmas and New Year', () => {
    expect(tierInstants(DATES, CALENDAR).map(({ tier, at }) => [tier, at])).toEqual([
      ['T-20', '2026-12-03T13:00:00.000Z'],
      ['T-10', '2026-12-17T13:00:00.000Z'],
      ['T-5', '2026-12-24T13:00:00.000Z'],
      ['T-1', '2026-12-31T13:00:00.000Z'],
      ['safe', '2027-01-04T13:00:00.000Z'],
    ]);
  });

  it('tell whom the rule says and bring their task', () => {
    const rows = tierInstants(DATES, CALENDAR).map(({ tier, tells, whenNoOwner, opens }) => [
      tier,
      tells.join('+'),
      whenNoOwner,
      opens,
    ]);
    expect(rows).toEqual([
      ['T-20', 'owner', 'team', undefined],
      ['T-10', 'owner', 'team', undefined],
      ['T-5', 'owner+supervisor', 'team', 'draft-appeal'],
      ['T-1', 'owner+supervisor+manager', 'team', undefined],
      ['safe', 'owner', 'supervisor', 'protect-filing-date'],
    ]);
  });

  it('are said to be overdue every business day after the legal date', () => {
    const friday = { legalDue: '2026-12-18' };
    expect([0, 1, 4].map((nth) => overdueInstant(friday, nth, CALENDAR).slice(0, 10))).toEqual([
      '2026-12-21',
      '2026-12-22',
      '2026-12-28',
    ]);
    expect(nextOverdue(friday, '2026-12-19T14:00:00.000Z', CALENDAR)).toBe('2026-12-21T13:00:00.000Z');
    expect(nextOverdue(friday, '2026-12-21T13:00:00.000Z', CALENDAR)).toBe('2026-12-22T13:00:00.000Z');
    expect(nextOverdue(friday, '2026-12-24T23:00:00.000Z', CALENDAR)).toBe('2026-12-28T13:00:00.000Z');
  });
});
