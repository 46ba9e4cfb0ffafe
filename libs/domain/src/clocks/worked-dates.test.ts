import { describe, expect, it } from '@jest/globals';
import { withOffset } from '../dates/instants.ts';
import { evaluate } from './evaluate.ts';
import { CHICAGO, WORKED, WORKED_HOURS } from './test-support/worked-dates.ts';

describe('worked dates', () => {
  it.each(WORKED)('%s (%s)', (_, id, anchors, policy, due) => {
    expect(evaluate(id, anchors, { ...CHICAGO, ...policy })).toMatchObject(due);
  });

  it.each(WORKED_HOURS)('%s counts elapsed hours: %o', (id, anchors, due) => {
    const found = evaluate(id, anchors, CHICAGO);
    expect(withOffset(found.legalDue, 'America/Chicago')).toBe(due);
    expect(found).toMatchObject({ kind: 'theirs', precision: 'instant', lateOn: found.legalDue });
  });

  it('wants what hours ask of us after three quarters of them', () => {
    expect(evaluate('erisa.claim.urgent.supply', { informationAskedOn: '2026-10-01T08:00Z' }, CHICAGO)).toMatchObject({
      legalDue: '2026-10-03T08:00:00.000Z',
      safeDue: '2026-10-02T20:00:00.000Z',
    });
  });
});
