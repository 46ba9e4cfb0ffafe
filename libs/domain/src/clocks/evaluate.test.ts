import { describe, expect, it } from '@jest/globals';
import type { ClockPolicy } from './clock-row.ts';
import { CLOCK_IDS, CLOCK_ROWS } from './clock-rows.ts';
import { evaluate } from './evaluate.ts';

const POLICY: ClockPolicy = { timeZone: 'America/New_York' };
const IDS = `
erisa.claim.urgent.decision erisa.claim.urgent.incomplete-notice erisa.claim.urgent.supply erisa.claim.urgent.decision-after-supply
erisa.claim.concurrent.decision erisa.claim.pre-service.decision erisa.claim.post-service.decision erisa.claim.supply-information
erisa.appeal.file erisa.appeal.urgent.decision erisa.appeal.pre-service.decision erisa.appeal.post-service.decision
aca.external.request aca.external.preliminary-review aca.external.preliminary-notice aca.external.decision aca.external.expedited-decision
ma.determination.prior-authorization ma.determination.standard ma.determination.expedited ma.determination.part-b
ma.determination.payment ma.determination.part-b.expedited ma.reconsideration.file ma.reconsideration.expedited
ma.reconsideration.pre-service ma.reconsideration.payment ma.reconsideration.part-b ma.hearing.file ma.council.file
medicaid.authorization.standard medicaid.authorization.expedited medicaid.appeal.file medicaid.appeal.decision medicaid.appeal.expedited
medicaid.fair-hearing.file medicaid.continue-benefits nsa.initial-payment nsa.open-negotiation.start nsa.open-negotiation.end nsa.idr.start
nsa.idr.object nsa.idr.offers nsa.idr.decision nsa.idr.payment directory.answer directory.update directory.verify continuity.period
contract.dispute.file contract.claim.file contract.corrected-claim.file contract.peer-to-peer.request plan.appeal-2.file
exception.response appeal.response followup.acknowledgement followup.chase followup.silence
task.review-intake task.choose-path task.review-packet task.send-packet task.chase-payer task.record-response task.draft-appeal task.rescue
task.protect-filing-date task.verify-network task.fix-claim task.check-payment task.decide-write-off task.ask-provider
task.gather-directory-proof task.gather-referral-records task.gather-network-communications task.obtain-authorization
task.find-regime task.request-external-review task.log-alternatives task.supply-information`
  .trim()
  .split(/\s+/);

describe('every row', () => {
  it('is there under the name that database, API and tests use', () => {
    expect([...CLOCK_IDS].sort()).toEqual([...IDS].sort());
  });

  it('has an id of its own in each version', () => {
    expect(new Set(CLOCK_ROWS.map((row) => row.id + row.effectiveFrom)).size).toBe(CLOCK_ROWS.length);
  });
});

describe('evaluate', () => {
  it('names the row when the anchor lies before its first version', () => {
    expect(() => evaluate('nsa.open-negotiation.start', { receivedOn: '2021-12-31' }, POLICY)).toThrow(
      expect.objectContaining({
        code: 'CLOCK_NOT_IN_FORCE',
        message: expect.stringContaining('nsa.open-negotiation.start is in force from 2022-01-01'),
      }),
    );
  });

  it('says which event is missing', () => {
    expect(() => evaluate('medicaid.appeal.file', { receivedOn: '2026-01-01' }, POLICY)).toThrow(
      expect.objectContaining({ code: 'BAD_INPUT', message: expect.stringContaining('noticeOn') }),
    );
  });

  describe('a row that the plan’s rating period chooses', () => {
    const found = (requestedOn: string, ratingPeriodStart?: string) =>
      evaluate(
        'medicaid.authorization.standard',
        { requestedOn },
        { ...POLICY, ...(ratingPeriodStart && { ratingPeriodStart }) },
      );
    it.each([
      [
        'given',
        '2026-03-02',
        '2025-07-01',
        '2026-03-16',
        false,
        'The plan’s rating period began Tue 1 Jul 2025, so the version in force from Wed 1 Jan 2003 applies.',
      ],
      [
        'not given',
        '2026-03-02',
        undefined,
        '2026-03-09',
        true,
        'The plan’s rating period is not known: one from Thu 1 Jan 2026 is assumed, so the version in force from Thu 1 Jan 2026 applies.',
      ],
    ] as const)('%s: says which period chose it', (_, on, period, legalDue, assumed, sentence) => {
      const { trace, ...dates } = found(on, period);
      expect(dates).toMatchObject({ legalDue, assumed });
      expect(trace[1]?.sentence).toBe(sentence);
    });
    it('refuses a period that begins after the request', () =>
      expect(() => found('2025-12-15', '2026-07-01')).toThrow(
        expect.objectContaining({
          code: 'BAD_INPUT',
          details: expect.objectContaining({
            fields: { ratingPeriodStart: expect.stringContaining('Give the start of the period') },
          }),
        }),
      ));
    it('takes one that begins with it', () =>
      expect(found('2026-07-01', '2026-07-01')).toMatchObject({ legalDue: '2026-07-08', assumed: false }));
  });

  it('refuses a clock nobody knows', () => {
    expect(() => evaluate('erisa.nothing', {}, POLICY)).toThrow(expect.objectContaining({ code: 'CLOCK_NOT_FOUND' }));
  });

  it('counts from the notice while receipt is unknown, and says so', () => {
    const found = evaluate('erisa.appeal.file', { noticeOn: '2026-01-01' }, POLICY);
    expect(found).toMatchObject({ legalDue: '2026-06-30', assumed: true });
    expect(found.trace[0]?.sentence).toContain('when it was received is not known');
  });

  it('assumes sixty days where the contract’s own date is unknown', () => {
    expect(evaluate('contract.dispute.file', { noticeOn: '2026-11-12' }, POLICY)).toMatchObject({
      legalDue: '2027-01-11',
      safeDue: '2027-01-04',
      assumed: true,
    });
    expect(evaluate('contract.dispute.file', { noticeOn: '2026-11-12' }, { ...POLICY, amount: 90 })).toMatchObject({
      legalDue: '2027-02-10',
      assumed: false,
    });
  });

  it('widens the safe date as the organization asks', () => {
    expect(
      evaluate('medicaid.appeal.file', { noticeOn: '2026-10-01' }, { ...POLICY, extraMarginBusinessDays: 2 }),
    ).toMatchObject({ safeDue: '2026-11-18' });
  });

  it('returns only a due date for a policy row', () => {
    const found = evaluate('exception.response', { deliveredOn: '2026-11-02' }, POLICY);
    expect(found).toMatchObject({ kind: 'plain', legalDue: '2026-12-02', verified: false });
    expect(found).not.toHaveProperty('safeDue');
  });

  it('never lets a day stand still twice', () => {
    const tolled = [
      { from: '2026-10-05', to: '2026-10-15' },
      { from: '2026-10-10', to: '2026-10-20' },
    ];
    expect(
      evaluate('erisa.claim.post-service.decision', { requestedOn: '2026-10-01' }, { ...POLICY, tolled }).legalDue,
    ).toBe('2026-11-15');
  });

  it('tells the arithmetic in sentences', () => {
    const { trace } = evaluate('aca.external.request', { receivedOn: '2026-10-31' }, POLICY);
    expect(trace.map((step) => step.sentence)).toEqual([
      'Received Sat 31 Oct 2026.',
      '+ 4 months = Mon 1 Mar 2027 (that month has no day 31, so the first of the next).',
      'Safe: 5 business days before Mon 1 Mar 2027 = Mon 22 Feb 2027.',
    ]);
  });

  it('leaves what the payer owes alone when nobody says it stood still, and asks as if it had not when the rule does not say so', () => {
    const tolled = [{ from: '2026-10-05', to: '2026-10-15' }];
    const found = evaluate('ma.determination.standard', { requestedOn: '2026-10-01' }, { ...POLICY, tolled });
    expect(found).toMatchObject({ legalDue: '2026-10-25', chaseOn: '2026-10-15', lateOn: '2026-10-26', assumed: true });
    expect(found.trace.map((step) => step.sentence)).toContain(
      'Stood still Mon 5 Oct 2026 to Thu 15 Oct 2026: + 10 days = Sun 25 Oct 2026 (as entered: the rule itself does not provide for it).',
    );
  });

  it('says by which reading the strict date comes', () => {
    const said = (id: string, anchors: object) => evaluate(id, anchors, POLICY).trace.map((step) => step.sentence);
    expect(said('ma.reconsideration.file', { noticeOn: '2026-10-01' })).toEqual([
      'Notice dated Thu 1 Oct 2026.',
      '+ 60 calendar days + 5 days presumed for the post = Sat 5 Dec 2026 (no roll).',
      'Counted the strictest way: + 60 calendar days = Mon 30 Nov 2026 (no roll).',
      'Safe: 5 business days before Mon 30 Nov 2026 = Fri 20 Nov 2026 (skipping Thanksgiving Day Thu 26 Nov 2026).',
    ]);
    expect(said('nsa.open-negotiation.start', { receivedOn: '2026-11-20' })[2]).toContain(
      'Counted the strictest way: + 30 business days = Tue 5 Jan 2027 (the day of receipt is day 1; skipping',
    );
    expect(said('aca.external.preliminary-review', { externalAskedOn: '2026-06-29' })).toEqual([
      'External review asked for Mon 29 Jun 2026.',
      '+ 5 business days = Tue 7 Jul 2026 (skipping Independence Day Fri 3 Jul 2026).',
      'Counted the strictest way: + 5 business days = Mon 6 Jul 2026.',
      'Asked after from Mon 6 Jul 2026, called late from Wed 8 Jul 2026.',
    ]);
  });

  it('takes an organization’s own row in place of the shipped one', () => {
    const own = CLOCK_ROWS.map((row) => (row.id === 'exception.response' ? { ...row, amount: 20 } : row));
    expect(evaluate('exception.response', { deliveredOn: '2026-11-02' }, POLICY, own).legalDue).toBe('2026-11-22');
  });
});
