import { describe, expect, it } from '@jest/globals';
import { CLOCK_ROWS } from '../clocks/clock-rows.ts';
import { RARC_TABLE } from '../triage/rarc-table.ts';
import { disputeDeadline } from './contract-dispute.ts';
import { contractHint } from './contract-hint.ts';

describe('a contract seems to be in force', () => {
  it.each([
    ['contract-load', ['147'], undefined, true],
    ['contract-load', ['147'], 'unknown', true],
    ['contract-load', ['147'], 'out-of-network', false],
    ['contract-load', [], undefined, true],
    ['out-of-network', ['242', '147'], undefined, true],
    ['authorization', ['197', '147'], 'unknown', true],
    ['out-of-network', ['242', '147'], 'out-of-network', false],
    ['out-of-network', ['242'], undefined, false],
    ['out-of-network', ['242'], 'unknown', false],
    ['out-of-network', ['242'], 'directory-was-wrong', false],
    ['out-of-network', ['242'], 'in-network', true],
    ['narrow-network', ['279'], 'other-tier', true],
  ] as const)('%s by %o, verified as %s: %s', (name, carcs, networkOutcome, expected) =>
    expect(contractHint({ class: name, carcs, networkOutcome })).toBe(expected),
  );
  it('also by a code that the organization classes so', () => {
    const rows = [{ carc: 'Z9', label: 'rate not loaded', class: 'contract-load' as const }];
    const facts = { class: 'out-of-network', carcs: ['242', 'Z9'] } as const;
    expect(contractHint(facts)).toBe(false);
    expect(contractHint(facts, rows)).toBe(true);
  });
});

describe('the dispute under the contract', () => {
  const amount = { source: 'Manual', verifiedOn: '2026-10-01', staleOn: '2027-03-31', isStale: false };
  const dispute = (settledRegime: string | undefined, days?: number) =>
    disputeDeadline(
      {
        noticeOn: '2026-11-12',
        remarks: [],
        settledRegime,
        ...(days && { payer: { amounts: { 'contract.dispute.file': { amount: days, ...amount } } } }),
      },
      { timeZone: 'America/Chicago' },
      { rows: CLOCK_ROWS, rarcs: RARC_TABLE },
    );

  it.each([
    ['erisa', undefined, '2027-01-11', true],
    ['erisa', 120, '2027-03-12', false],
    [undefined, 90, '2027-02-10', false],
    ['medicare-advantage', 30, '2026-12-12', false],
  ] as const)('beside an appeal under %s, %s days: %s', (regime, days, legalDue, assumed) =>
    expect(dispute(regime, days)).toMatchObject({ rowId: 'contract.dispute.file', legalDue, assumed }),
  );

  it('is the appeal itself where the contract files it', () => expect(dispute('contract', 90)).toBeUndefined());
});
