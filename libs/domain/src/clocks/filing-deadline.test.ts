import { describe, expect, it } from '@jest/globals';
import { filingDeadline, negotiates, pastAtIntake } from './filing-deadline.ts';

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
