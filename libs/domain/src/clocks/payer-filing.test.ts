import { describe, expect, it } from '@jest/globals';
import { payerTerms, type PayerTerms } from '../payers/payer-terms.ts';
import { CLOCK_ROWS } from './clock-rows.ts';
import { filingDeadline } from './filing-deadline.ts';
import { responseDate } from './response-date.ts';

const POLICY = { timeZone: 'America/Chicago' };
const NOTICE = '2026-11-12';
const FRESH = {
  source: 'Provider manual 2026, p. 14',
  verifiedOn: '2026-10-01',
  staleOn: '2027-03-31',
  isStale: false,
};
const STALE = { ...FRESH, verifiedOn: '2026-01-02', staleOn: '2026-07-02', isStale: true };
const given = (clock: string, amount: number, from = FRESH): PayerTerms => ({
  amounts: { [clock]: { amount, ...from } },
});
const fileBy = (settledRegime: string | undefined, payer: PayerTerms) =>
  filingDeadline({ noticeOn: NOTICE, remarks: [], settledRegime, payer }, POLICY);

const DISPUTE = 'contract.dispute.file';
describe('the payer’s own days to file', () => {
  it.each([
    // settled as, clock, days, stale, decides, legal date
    ['contract', DISPUTE, 90, FRESH, DISPUTE, '2027-02-10'],
    ['contract', DISPUTE, 30, FRESH, DISPUTE, '2026-12-12'],
    ['contract', DISPUTE, 30, STALE, DISPUTE, '2026-12-12'],
    ['contract', DISPUTE, 90, STALE, DISPUTE, '2027-01-11'],
    ['erisa', DISPUTE, 90, FRESH, 'payer.filing', '2027-02-10'],
    ['erisa', DISPUTE, 365, FRESH, 'erisa.appeal.file', '2027-05-11'],
    ['erisa', 'erisa.appeal.file', 365, FRESH, 'erisa.appeal.file', '2027-05-11'],
    ['erisa', 'erisa.appeal.file', 120, FRESH, 'erisa.appeal.file', '2027-03-12'],
    ['medicaid', DISPUTE, 45, STALE, 'payer.filing', '2026-12-27'],
    [undefined, DISPUTE, 90, FRESH, 'medicaid.appeal.file', '2027-01-11'],
    [undefined, DISPUTE, 30, FRESH, DISPUTE, '2026-12-12'],
  ] as const)('settled as %s, %s of %i: %j', (regime, clock, days, from, rowId, legalDue) => {
    expect(fileBy(regime, given(clock, days, from)).deadline).toMatchObject({ rowId, legalDue });
  });

  it('say where they are from, and are vouched for while they are not stale', () => {
    const { deadline } = fileBy('contract', given(DISPUTE, 90));
    expect(deadline).toMatchObject({ citation: FRESH.source, verified: true, assumed: false });
    expect(deadline.trace[1]?.sentence).toBe(
      'The payer’s own amount, 90 calendar days: Provider manual 2026, p. 14, verified on Thu 1 Oct 2026.',
    );
    const stale = fileBy('contract', given(DISPUTE, 30, STALE)).deadline;
    expect(stale).toMatchObject({ verified: false });
    expect(stale.trace[1]?.sentence).toContain('stale since Thu 2 Jul 2026');
  });

  it.each([
    ['erisa', given('erisa.appeal.file', 365), 'a payer’s row moves no date of law later'],
    ['contract', given(DISPUTE, 90, STALE), 'nobody has verified it for too long'],
  ] as const)('of %s are left out aloud where they may not count', (regime, payer, because) => {
    const { leftOut, deadline } = fileBy(regime, payer);
    expect(leftOut.map(({ sentence }) => sentence)).toEqual([expect.stringContaining(because)]);
    expect(deadline.trace.at(-1)?.sentence).toContain(because);
  });

  it('never move the safe date of law later, also where a shorter span has a narrower margin', () => {
    for (let days = 1; days <= 200; days++)
      for (const regime of ['erisa', 'medicare-advantage', 'medicaid']) {
        const without = fileBy(regime, { amounts: {} }).deadline;
        const clock = {
          erisa: 'erisa.appeal.file',
          'medicare-advantage': 'ma.reconsideration.file',
          medicaid: 'medicaid.appeal.file',
        }[regime]!;
        expect(fileBy(regime, given(clock, days)).deadline.safeDue <= without.safeDue).toBe(true);
        expect(fileBy(regime, given(DISPUTE, days)).deadline.safeDue <= without.safeDue).toBe(true);
      }
  });

  it('leave a printed date alone where no rule answers for the notice', () => {
    const facts = { noticeOn: '0206-11-12', printedDeadline: '2027-01-20', remarks: [], settledRegime: 'erisa' };
    const { deadline, leftOut } = filingDeadline({ ...facts, payer: given(DISPUTE, 30) }, POLICY);
    expect(deadline).toMatchObject({ rowId: 'letter.printed', legalDue: '2027-01-20' });
    expect(leftOut.map(({ rowId }) => rowId)).toEqual(['erisa.appeal.file', 'payer.filing']);
  });

  it('on which it is closed bring the safe date forward', () => {
    const open = fileBy('contract', { amounts: {} }).deadline;
    const closed = fileBy('contract', { amounts: {}, closures: ['2027-01-08'] }).deadline;
    expect([open.safeDue, closed.safeDue]).toEqual(['2027-01-04', '2026-12-31']);
    expect([open.legalDue, closed.legalDue]).toEqual(['2027-01-11', '2027-01-11']);
  });
});

describe('the payer’s own days to answer', () => {
  const sending = { sentOn: '2026-10-01', deliveredOn: '2026-10-02' };
  it.each([
    [20, FRESH, '2026-10-22', true],
    [45, STALE, '2026-11-16', false],
  ])('%i: %j', (days, from, legalDue, verified) => {
    const due = responseDate('exception', sending, POLICY, CLOCK_ROWS, given('exception.response', days, from));
    expect(due).toMatchObject({ legalDue, verified, citation: FRESH.source });
  });
});

describe('the terms of a payer', () => {
  const row = (more: object) => ({ payer: 'N104:1', verifiedOn: '2026-10-01', ...more });
  const rows = [
    row({ decisionDays: 30, filingDays: 180, levels: 2 as const, source: 'Manual' }),
    row({ purpose: 'exception', decisionDays: 14, source: 'Call 7' }),
    row({ purpose: 'appeal-1', product: 'hmo', filingDays: 60, source: 'HMO guide', staleAfterDays: 10 }),
    row({ purpose: 'correction', closures: ['2026-12-24'], source: 'Memo' }),
  ];
  const of = (purpose: 'exception' | 'appeal-1' | 'correction' | 'authorization', product?: string) =>
    payerTerms({ payer: 'N104:1', purpose, product }, rows, '2026-11-26');

  it('take each amount from the most specific row that gives it, with its own source', () => {
    expect(of('exception').amounts).toEqual({
      'exception.response': expect.objectContaining({ amount: 14, source: 'Call 7', isStale: false }),
    });
    expect(of('authorization').amounts['exception.response']).toMatchObject({ amount: 30, source: 'Manual' });
    expect(of('appeal-1', 'hmo').amounts).toEqual({
      'appeal.response': expect.objectContaining({ amount: 30, source: 'Manual' }),
      [DISPUTE]: expect.objectContaining({ amount: 60, source: 'HMO guide', isStale: true, staleOn: '2026-10-12' }),
    });
    expect(of('correction')).toMatchObject({ levels: 2, closures: ['2026-12-24'] });
    expect(payerTerms({ payer: 'N104:2', purpose: 'exception' }, rows, '2026-11-26')).toEqual({ amounts: {} });
  });
});
