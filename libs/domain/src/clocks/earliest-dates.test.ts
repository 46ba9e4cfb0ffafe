import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../dates/iso-date.ts';
import { RARC_TABLE } from '../triage/rarc-table.ts';
import { CLOCK_ROWS } from './clock-rows.ts';
import { earliestOf } from './earliest-dates.ts';
import { evaluate } from './evaluate.ts';
import type { OurDeadline } from './evaluation.ts';
import { filingDeadline } from './filing-deadline.ts';
import { rowsUnder } from './moved-dates.ts';

const POLICY = { timeZone: 'America/Chicago' };
const BEFORE = '2026-11-12';
const filing = (more: object) => filingDeadline({ noticeOn: BEFORE, remarks: [], ...more }, POLICY);
const FROM = { source: 'Manual', verifiedOn: '2026-10-01', staleOn: '2027-03-31', isStale: false };
const ofPayer = (clock: string, amount: number) => ({ payer: { amounts: { [clock]: { amount, ...FROM } } } });

describe('a letter that prints an earlier legal date than the rule of the safe date', () => {
  const inMedicare = { settledRegime: 'medicare-advantage', printedDeadline: '2027-01-14' };
  const in30 = { settledRegime: 'contract', ...ofPayer('contract.dispute.file', 30) };
  it.each([
    ['Medicare Advantage', inMedicare, 'ma.reconsideration.file', '2027-01-04', '2027-01-14'],
    [
      'a contract’s 30 days, 28 printed',
      { ...in30, printedDeadline: '2026-12-10' },
      'contract.dispute.file',
      '2026-12-07',
      '2026-12-10',
    ],
    [
      'a payer’s 30 days, 29 printed',
      { settledRegime: 'erisa', ...ofPayer('contract.dispute.file', 30), printedDeadline: '2026-12-11' },
      'payer.filing',
      '2026-12-07',
      '2026-12-11',
    ],
  ])('%s: both stand', (_, facts, rowId, safeDue, legalDue) =>
    expect(filing(facts).deadline).toMatchObject({ rowId, safeDue, legalDue }),
  );

  it('is named in the trace, with its arithmetic, and each date that lost says to which', () => {
    const { deadline, lost } = filing(inMedicare);
    expect(deadline.trace.slice(-2).map(({ sentence }) => sentence)).toEqual([
      'The letter prints Thu 14 Jan 2027.',
      'Of the legal dates this one is the earliest, so it stands: Thu 14 Jan 2027, File by the date the letter prints (letter.printed; The denial letter).',
    ]);
    expect(deadline.citation).toContain('; The denial letter');
    expect(lost.map(({ rowId, sentence }) => `${rowId}: ${sentence.split('; ')[1]}`)).toEqual([
      'ma.reconsideration.file: letter.printed’s legal date comes first.',
      'letter.printed: ma.reconsideration.file’s safe date comes first.',
    ]);
  });
});

it('a payer’s 29 days beside 30 of law: its legal date counts, the safe date of law stays', () => {
  const rules = { rows: rowsUnder(CLOCK_ROWS, { clock: 'erisa.appeal.file', amount: 30 }), rarcs: RARC_TABLE };
  const facts = { noticeOn: BEFORE, remarks: [], settledRegime: 'erisa', ...ofPayer('erisa.appeal.file', 29) };
  const { deadline, leftOut } = filingDeadline(facts, POLICY, rules);
  expect(deadline).toMatchObject({ safeDue: '2026-12-07', legalDue: '2026-12-11' });
  expect(leftOut).toEqual([]);
});

describe('of several dates', () => {
  it('safe and legal are each the earliest, and safe is never after legal', () => {
    const printed = fc.option(
      fc.integer({ min: 1, max: 200 }).map((days) => addDays(BEFORE, days)),
      { nil: undefined },
    );
    const regime = fc.constantFrom('erisa', 'medicare-advantage', 'medicaid', 'contract', 'unknown');
    fc.assert(
      fc.property(printed, printed, regime, fc.integer({ min: 1, max: 90 }), (letter, plan, settledRegime, days) => {
        const { deadline, lost } = filing({
          ...{ printedDeadline: letter, planDeadline: plan, settledRegime },
          ...ofPayer('contract.dispute.file', days),
        });
        expect(deadline.safeDue <= deadline.legalDue).toBe(true);
        for (const other of lost)
          expect(other.safeDue >= deadline.safeDue && other.legalDue >= deadline.legalDue).toBe(true);
        for (const date of [letter, plan]) if (date) expect(deadline.legalDue <= date).toBe(true);
        expect(deadline.trace.some(({ output }) => output === deadline.legalDue)).toBe(true);
        expect(daysBetween(BEFORE, deadline.safeDue)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('before and after a change: what is earlier of both stands, of equals the first', () => {
    const under = (amount: number, margin: number) =>
      evaluate(
        'erisa.appeal.file',
        { receivedOn: BEFORE },
        POLICY,
        rowsUnder(CLOCK_ROWS, { clock: 'erisa.appeal.file', amount, margin }),
      ) as OurDeadline;
    const [was, would] = [under(180, 5), under(200, 30)];
    const both = { safeDue: '2027-04-19', legalDue: '2027-05-11' };
    expect([earliestOf(was, would), earliestOf(would, was)]).toMatchObject([both, both]);
    expect(earliestOf(was, { ...was, verified: true })).toEqual(was);
  });
});
