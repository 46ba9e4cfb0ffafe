import { describe, expect, it } from '@jest/globals';
import { CLOCK_ROWS } from '@overturn/domain/clocks/clock-rows';
import { addDays } from '@overturn/domain/dates/iso-date';
import type { RuleChange } from '@overturn/domain/rules/rule-version';
import { rulesInForce } from '@overturn/domain/rules/rules-in-force';
import { filingDates } from '../denials/open-dates.ts';
import { movesOf } from './case-moves.ts';
import type { OpenCase } from './open-cases.ts';
import { caseRules } from './read-rules.ts';

const TIME_ZONE = 'America/Chicago';
const CALENDAR = { timeZone: TIME_ZONE, observedHolidays: true, extraMarginDays: 0, closures: [] };
const CLOCK = CLOCK_ROWS.find(({ id }) => id === 'erisa.appeal.file')!;
const corrected = (changeId: string, amount: number, margin?: number): RuleChange => ({
  ...{ kind: 'clock', key: CLOCK.id, changeId, citation: CLOCK.citation, verified: false },
  ...{ effectiveFrom: CLOCK.effectiveFrom, effectiveTo: CLOCK.effectiveTo },
  row: { ...CLOCK, amount, ...(margin !== undefined && { margin }) },
});
const rules = (changes: readonly RuleChange[], held: readonly string[]) =>
  caseRules(
    TIME_ZONE,
    changes,
    ({ changeId }) => held.includes(changeId),
    (of) => rulesInForce(CLOCK_ROWS, CALENDAR, of),
  );
const FACTS = {
  ...{ noticeOn: '2026-11-12', receivedOn: '2026-11-12', printedDeadlineOn: null, planDeadlineOn: null },
  ...{ regime: 'erisa', remarks: [], hints: { class: 'out-of-network', carcs: [] } },
} as OpenCase['facts'];
const OPEN: OpenCase = {
  ...{ id: 'denial', facts: FACTS, channel: null, openedOn: '2026-11-14', class: 'out-of-network', settled: [] },
  ...{ held: [], about: null, path: null, heldTerms: null, sendings: [], triage: null },
};
const appealUnder = (changes: readonly RuleChange[], held: readonly string[]) =>
  filingDates(FACTS, rules(changes, held), OPEN.openedOn)[0]!;
const by = { payers: [], today: '2026-11-20' };

describe('a correction that moves the safe date earlier and the legal one later', () => {
  const A = corrected('a', 200, 30);
  const mixed = { safeDue: '2027-04-19', legalDue: '2027-05-11' };

  it('waits for a person with both dates', () =>
    expect(movesOf(OPEN, { ...by, before: rules([], []), after: rules([A], []) })).toMatchObject([
      {
        ...{ purpose: 'appeal', moves: 'later', waits: true },
        before: 'safe Tue 4 May 2027, legal Tue 11 May 2027',
        after: 'safe Mon 19 Apr 2027, legal Mon 31 May 2027',
      },
    ]));

  it('until then what is earlier counts at once, and the later stands among what lost', () => {
    const { deadline, lost } = appealUnder([A], ['a']);
    expect(deadline).toMatchObject(mixed);
    expect(lost[0]).toMatchObject({ heldBy: 'rule', safeDue: '2027-04-19', legalDue: '2027-05-31' });
    expect(appealUnder([A], []).deadline).toMatchObject({ safeDue: '2027-04-19', legalDue: '2027-05-31' });
  });

  it('and back again: the legal date of the rule counts, the safe date stays until a person takes the later', () => {
    const back = corrected('b', 180);
    expect(movesOf(OPEN, { ...by, before: rules([A], []), after: rules([A, back], []) })).toMatchObject([
      { moves: 'later', waits: true },
    ]);
    expect(appealUnder([A, back], ['b']).deadline).toMatchObject(mixed);
    // Nobody has taken either: what the first brought earlier is not given up by the second.
    expect(appealUnder([A, back], ['a', 'b']).deadline).toMatchObject(mixed);
    expect(appealUnder([A, back], ['a']).deadline).toMatchObject({ safeDue: '2027-05-04', legalDue: '2027-05-11' });
  });
});

describe('corrections that follow each other', () => {
  const amounts = [180, 200, 90, 150, 30, 29, 32, 170];
  it('never move a date later while nobody takes one', () => {
    const changes: RuleChange[] = [];
    const held: string[] = [];
    let stands = appealUnder([], []).deadline;
    for (const [place, amount] of amounts.entries()) {
      const change = corrected(`c${place}`, amount, place % 3 === 1 ? 20 : undefined);
      const moves = movesOf(OPEN, {
        ...by,
        before: rules(changes, held),
        after: rules([...changes, change], held),
      });
      changes.push(change);
      if (moves.some(({ waits }) => waits)) held.push(change.changeId);
      const { deadline } = appealUnder(changes, held);
      expect([deadline.safeDue <= stands.safeDue, deadline.legalDue <= stands.legalDue]).toEqual([true, true]);
      stands = deadline;
    }
    expect(stands.legalDue).toBe(addDays('2026-11-12', 29));
  });
});
