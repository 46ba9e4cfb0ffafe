import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates/iso-date.ts';
import type { ClockPolicy, ClockRow } from './clock-row.ts';
import { CLOCK_IDS, CLOCK_ROWS } from './clock-rows.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';

const POLICY: ClockPolicy = { timeZone: 'America/New_York' };
const ROWS = CLOCK_ROWS.map((row): [string, ClockRow] => [`${row.id} from ${row.effectiveFrom}`, row]);
const anyDay = (row: ClockRow) =>
  fc
    .integer({ min: 0, max: 26_000 })
    .map((offset) => addDays(row.effectiveFrom < '2005-01-01' ? '2005-01-01' : row.effectiveFrom, offset))
    .filter((date) => row.effectiveTo === null || date <= row.effectiveTo);
const latest = (found: Evaluation) => (found.kind === 'theirs' ? found.lateOn : found.legalDue);

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
task.request-external-review task.log-alternatives task.supply-information`
  .trim()
  .split(/\s+/);

describe('every row', () => {
  it('is there under the name that database, API and tests use', () => {
    expect([...CLOCK_IDS].sort()).toEqual([...IDS].sort());
  });

  it('has an id of its own in each version', () => {
    expect(new Set(CLOCK_ROWS.map((row) => row.id + row.effectiveFrom)).size).toBe(CLOCK_ROWS.length);
  });

  it.each(ROWS)('%s: a later anchor never gives an earlier date, and the dates keep their order', (_, row) => {
    fc.assert(
      fc.property(anyDay(row), fc.integer({ min: 0, max: 400 }), (first, more) => {
        const second = row.effectiveTo === null ? addDays(first, more) : first;
        const one = evaluate(row.id, { [row.anchor]: first }, POLICY);
        const two = evaluate(row.id, { [row.anchor]: second }, POLICY);
        if (row.chosenBy) return;
        expect(two.legalDue >= one.legalDue && latest(two) >= latest(one)).toBe(true);
        if (one.kind === 'ours') expect(one.safeDue <= one.legalDue && one.safeDue.slice(0, 10) >= first).toBe(true);
        if (one.kind === 'theirs') expect(one.chaseOn <= one.lateOn && one.chaseOn <= one.legalDue).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each(ROWS.filter(([, row]) => row.extension))('%s: an extension never shortens', (_, row) => {
    fc.assert(
      fc.property(anyDay(row), fc.integer({ min: 0, max: 60 }), (asked, later) => {
        const without = evaluate(row.id, { requestedOn: asked }, POLICY);
        const extended = evaluate(row.id, { requestedOn: asked, extensionNoticedOn: addDays(asked, later) }, POLICY);
        expect(extended.legalDue >= without.legalDue).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each(ROWS.filter(([, row]) => row.tolling))('%s: moves by exactly the days it stood still', (_, row) => {
    fc.assert(
      fc.property(
        anyDay(row),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 0, max: 90 }),
        (asked, start, days) => {
          const from = addDays(asked, start);
          const without = evaluate(row.id, { requestedOn: asked }, POLICY);
          const tolled = evaluate(
            row.id,
            { requestedOn: asked },
            { ...POLICY, tolled: [{ from, to: addDays(from, days) }] },
          );
          expect(tolled.legalDue).toBe(addDays(without.legalDue, days));
        },
      ),
      { numRuns: 60 },
    );
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

  it('takes an organization’s own row in place of the shipped one', () => {
    const own = CLOCK_ROWS.map((row) => (row.id === 'exception.response' ? { ...row, amount: 20 } : row));
    expect(evaluate('exception.response', { deliveredOn: '2026-11-02' }, POLICY, own).legalDue).toBe('2026-11-22');
  });
});
