import { describe, expect, it } from '@jest/globals';
import { NO_TERMS, type PayerTerms } from '../payers/payer-terms.ts';
import { filingDeadline } from './filing-deadline.ts';
import { earliestUnder, sameTerms, termsHeld } from './held-terms.ts';

const FROM = { source: 'Manual', verifiedOn: '2026-10-01', staleOn: '2027-03-31', isStale: false };
const days = (amount: number): PayerTerms => ({ amounts: { 'contract.dispute.file': { amount, ...FROM } } });
const under = (now: PayerTerms, held: readonly PayerTerms[], settledRegime = 'contract') =>
  earliestUnder(now, held, (payer) => {
    const facts = { noticeOn: '2026-11-12', remarks: [], settledRegime, payer };
    const { deadline, lost } = filingDeadline(facts, { timeZone: 'America/Chicago' });
    return [{ purpose: 'appeal', deadline, lost }];
  });
const [assumed, in30, in45, in90] = ['2027-01-11', '2026-12-12', '2026-12-27', '2027-02-10'];

describe('a filing date of an open denial, when a row of its payer changes', () => {
  it.each([
    ['a row comes with more days than were assumed', [NO_TERMS], days(90), assumed, 'stays'],
    ['a row comes with fewer days', [NO_TERMS], days(30), in30, 'moves'],
    ['its days are cut', [days(90)], days(30), in30, 'moves'],
    ['its days are raised', [days(30)], days(45), in30, 'stays'],
    ['it ends, and the assumed days are more', [days(45)], NO_TERMS, in45, 'stays'],
    ['it ends, and the assumed days are fewer', [days(90)], NO_TERMS, assumed, 'moves'],
    ['it was so before', [days(90)], days(90), in90, 'moves'],
  ] as const)('%s', (_, held, now, legalDue, what) => {
    const [date] = under(now, held);
    expect(date!.deadline.legalDue).toBe(legalDue);
    expect(date!.notTaken === undefined).toBe(what === 'moves');
    expect(date!.lost.some(({ sentence }) => sentence.includes('The earlier date'))).toBe(what === 'stays');
    expect(termsHeld([date!])).toEqual([what === 'stays' ? held[0] : now]);
  });

  it('of which one would come earlier and one later: of each the earlier counts, and both terms are kept for it', () => {
    const held = [days(29)];
    const [date] = under(days(32), held);
    expect(date!.deadline).toMatchObject({ safeDue: '2026-12-07', legalDue: '2026-12-11' });
    expect(date!.notTaken).toMatchObject({ safeDue: '2026-12-07', legalDue: '2026-12-14' });
    expect(date!.lost.at(-1)).toMatchObject({ heldBy: 'payer-row', legalDue: '2026-12-14' });
    expect(termsHeld([date!])).toEqual([days(32), days(29)]);
    const [raised] = under(days(45), termsHeld([date!]));
    expect(raised!.deadline).toMatchObject({ safeDue: '2026-12-07', legalDue: '2026-12-11' });
  });

  it('stays where only the terms before give one', () => {
    const [by45] = under(days(45), []);
    const dates = earliestUnder(NO_TERMS, [days(90), days(45)], (terms) =>
      sameTerms(terms, NO_TERMS) ? [] : under(terms, []).map((date) => ({ ...date, purpose: 'contract-dispute' })),
    );
    expect(dates).toMatchObject([{ purpose: 'contract-dispute', deadline: by45!.deadline, by: [days(45)] }]);
    expect(termsHeld(dates)).toEqual([days(45)]);
  });

  it('never lies later than before, however its row is edited', () => {
    let held: readonly PayerTerms[] = [NO_TERMS];
    let before = { safeDue: '9999-12-31', legalDue: '9999-12-31' };
    for (const amount of [90, 45, 120, 30, 29, 31, 61, 20, 365]) {
      const dates = under(days(amount), held);
      const { safeDue, legalDue } = dates[0]!.deadline;
      expect([safeDue <= before.safeDue, legalDue <= before.legalDue]).toEqual([true, true]);
      before = { safeDue, legalDue };
      held = termsHeld(dates);
    }
    expect(under(days(20), [])[0]!.deadline).toMatchObject(before);
  });

  it('holds terms by what they say, not by the order of their fields', () => {
    const stored = { closures: ['2026-12-24'], amounts: { a: { ...FROM, amount: 1 } } };
    expect(sameTerms({ amounts: { a: { amount: 1, ...FROM } }, closures: ['2026-12-24'] }, stored)).toBe(true);
    expect(sameTerms({ amounts: { a: { amount: 2, ...FROM } }, closures: ['2026-12-24'] }, stored)).toBe(false);
    expect(termsHeld([])).toEqual([]);
  });
});
