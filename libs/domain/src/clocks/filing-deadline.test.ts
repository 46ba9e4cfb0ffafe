import { describe, expect, it } from '@jest/globals';
import { REGIMES } from '../regime/regimes.ts';
import { RARC_TABLE } from '../triage/rarc-table.ts';
import { CLOCK_ROWS, clockRows } from './clock-rows.ts';
import { filingDeadline, negotiates, pastAtIntake, reckonFiling } from './filing-deadline.ts';

const POLICY = { timeZone: 'America/Chicago' };
const NOTICE = { noticeOn: '2026-11-12', remarks: [] };

describe('the filing date', () => {
  it('is the earliest safe date of all candidates while the regime is unknown, and says so', () => {
    const { deadline, lost, leftOut, negotiation } = filingDeadline(NOTICE, POLICY);
    expect(deadline).toMatchObject({ legalDue: '2027-01-11', safeDue: '2027-01-04', assumed: true });
    expect(lost.map(({ rowId }) => rowId).sort()).toEqual([
      'contract.dispute.file',
      'erisa.appeal.file',
      'ma.reconsideration.file',
    ]);
    expect(deadline.rowId).toBe('medicaid.appeal.file');
    expect(leftOut).toEqual([]);
    expect(negotiation).toBeUndefined();
    expect(deadline.trace.at(-1)?.sentence).toContain('not settled');
  });

  it('never moves later with the day of receipt while unknown', () => {
    expect(filingDeadline({ ...NOTICE, receivedOn: '2026-11-20' }, POLICY).deadline.legalDue).toBe('2027-01-11');
  });

  it.each([
    ['erisa', '2027-05-11', true],
    ['aca', '2027-05-11', true],
    ['medicare-advantage', '2027-01-16', false],
    ['medicaid', '2027-01-11', false],
    ['contract', '2027-01-11', true],
  ] as const)('settled as %s it is %s', (settledRegime, legalDue, assumed) => {
    expect(filingDeadline({ ...NOTICE, settledRegime }, POLICY).deadline).toMatchObject({ legalDue, assumed });
  });

  it('counts from receipt once that is known and the regime settled', () => {
    const { deadline } = filingDeadline({ ...NOTICE, settledRegime: 'erisa', receivedOn: '2026-11-16' }, POLICY);
    expect(deadline).toMatchObject({ legalDue: '2027-05-15', assumed: false });
  });

  it('takes the date the letter prints when it is earlier, and names what lost', () => {
    const { deadline, lost } = filingDeadline(
      { ...NOTICE, settledRegime: 'erisa', printedDeadline: '2026-12-31' },
      POLICY,
    );
    expect(deadline).toMatchObject({ rowId: 'letter.printed', legalDue: '2026-12-31', safeDue: '2026-12-23' });
    expect(lost[0]?.sentence).toContain('letter.printed comes first');
  });

  it('keeps the rule when the letter prints a later date', () => {
    expect(
      filingDeadline({ ...NOTICE, settledRegime: 'medicaid', printedDeadline: '2027-06-01' }, POLICY).deadline.rowId,
    ).toBe('medicaid.appeal.file');
  });

  it('takes the plan document’s date beside the letter’s, and says what both beat', () => {
    const { deadline, lost } = filingDeadline(
      { ...NOTICE, settledRegime: 'erisa', printedDeadline: '2027-01-29', planDeadline: '2026-12-31' },
      POLICY,
    );
    expect(deadline).toMatchObject({ rowId: 'plan.printed', legalDue: '2026-12-31', assumed: false });
    expect(deadline.trace[0]?.sentence).toBe('The plan document prints Thu 31 Dec 2026.');
    expect(lost.map(({ sentence }) => sentence)).toEqual([
      'File by the date the letter prints (letter.printed): safe Fri 22 Jan 2027, legal Fri 29 Jan 2027; plan.printed comes first.',
      'File the appeal (erisa.appeal.file): safe Tue 4 May 2027, legal Tue 11 May 2027; plan.printed comes first.',
    ]);
  });

  it('has the same dates without their sentences', () => {
    const facts = { noticeOn: '2026-11-18', remarks: ['N877'], printedDeadline: '2027-02-01' };
    const { deadline, lost, negotiation } = filingDeadline(facts, POLICY);
    const reckoned = reckonFiling(facts, POLICY);
    expect({ ...reckoned.deadline, explain: undefined, trace: reckoned.deadline.explain() }).toEqual({
      ...deadline,
      explain: undefined,
    });
    expect(reckoned.lost.map(({ rowId }) => rowId)).toEqual(lost.map(({ rowId }) => rowId));
    expect(reckoned.negotiation?.safeDue).toBe(negotiation?.safeDue);
  });

  it('knows a regime that came as data, settled or not', () => {
    const row = {
      ...clockRows('medicaid.appeal.file')[0]!,
      id: 'railroad.appeal.file',
      regime: 'railroad',
      amount: 45,
    };
    const rules = {
      rows: [...CLOCK_ROWS, row],
      rarcs: RARC_TABLE,
      regimes: [
        ...REGIMES,
        { regime: 'railroad', label: 'Railroad plan', files: ['railroad.appeal.file'], noSurprises: false },
      ],
    };
    const settled = filingDeadline({ ...NOTICE, remarks: ['N877'], settledRegime: 'railroad' }, POLICY, rules);
    expect(settled.deadline).toMatchObject({ rowId: 'railroad.appeal.file', legalDue: '2026-12-27', assumed: false });
    expect(settled.negotiation).toBeUndefined();
    const unknown = filingDeadline(NOTICE, POLICY, rules);
    expect(unknown.deadline).toMatchObject({ rowId: 'railroad.appeal.file', assumed: true });
    expect(filingDeadline({ ...NOTICE, settledRegime: 'nobody-knows' }, POLICY, rules).deadline).toMatchObject({
      assumed: true,
    });
  });

  it('leaves out rows that were not in force, and says so in the trace', () => {
    const { deadline, leftOut } = filingDeadline({ noticeOn: '2004-03-01', remarks: ['N877'] }, POLICY);
    expect(deadline).toMatchObject({ rowId: 'contract.dispute.file', legalDue: '2004-04-30' });
    expect(leftOut.map(({ rowId }) => rowId)).toEqual([
      'ma.reconsideration.file',
      'medicaid.appeal.file',
      'nsa.open-negotiation.start',
    ]);
    expect(
      deadline.trace.some(({ sentence }) =>
        sentence.startsWith('Left out: nsa.open-negotiation.start is in force from 2022-01-01'),
      ),
    ).toBe(true);
  });

  it('has the negotiation clock beside it', () => {
    const { negotiation } = filingDeadline(
      { noticeOn: '2026-11-18', receivedOn: '2026-11-20', remarks: ['N877'] },
      POLICY,
    );
    expect(negotiation).toMatchObject({ legalDue: '2027-01-06', safeDue: '2026-12-28' });
  });

  it.each(['N830', 'N859', 'N864', 'N865', 'N866', 'N876', 'N877'])(
    '%s starts it unless a settled regime rules it out',
    (rarc) => {
      expect(negotiates([rarc], 'unknown')).toBe(true);
      expect(negotiates([rarc], 'erisa')).toBe(true);
      for (const regime of ['medicare-advantage', 'medicaid', 'tricare'] as const)
        expect(negotiates([rarc], regime)).toBe(false);
    },
  );

  it.each(['N855', 'N858', 'N878', 'N879', 'N882', 'N884', 'N885', 'N52'])('%s does not', (rarc) =>
    expect(negotiates([rarc], 'unknown')).toBe(false),
  );

  it('is past only on the day after it', () => {
    const { deadline } = filingDeadline(NOTICE, POLICY);
    expect([pastAtIntake(deadline, '2027-01-11'), pastAtIntake(deadline, '2027-01-12')]).toEqual([false, true]);
  });
});
