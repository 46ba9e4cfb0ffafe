import type { AmountSource, ClockPolicy } from '../clocks/clock-row.ts';
import type { IsoDate } from '../dates/iso-date.ts';
import type { Purpose } from './payer-choices.ts';
import { fittingRows, type PayerQuestion, type PayerRow } from './payer-rows.ts';
import { staleOn } from './stale.ts';

/** An amount that a payer's row gives for one clock, in the clock's unit. */
export interface PayerAmount extends AmountSource {
  amount: number;
}
/** What a payer's rows say of dates, for one purpose. Plain data: a denial keeps the terms that it was counted by. */
export interface PayerTerms {
  /** By clock id. */
  amounts: Readonly<Record<string, PayerAmount>>;
  levels?: 1 | 2;
  closures?: readonly IsoDate[];
}
/** No row says anything. */
export const NO_TERMS: PayerTerms = { amounts: {} };

/** The payer's own filing days, wherever the contract's clock files the appeal; beside a rule of law a date of its own. */
export const PAYER_FILING = 'contract.dispute.file';

/** Which clock the days of a row are for, by what is asked. */
const DAYS: readonly { field: 'decisionDays' | 'filingDays'; purposes: readonly Purpose[]; clock: string }[] = [
  { field: 'decisionDays', purposes: ['exception', 'authorization'], clock: 'exception.response' },
  { field: 'decisionDays', purposes: ['appeal-1', 'appeal-2'], clock: 'appeal.response' },
  { field: 'filingDays', purposes: ['appeal-1'], clock: PAYER_FILING },
  { field: 'filingDays', purposes: ['appeal-2'], clock: 'plan.appeal-2.file' },
  { field: 'filingDays', purposes: ['correction'], clock: 'contract.corrected-claim.file' },
];

/** The effective terms: each from the most specific row that gives it, with that row's source. `on`: the day by which a row is stale or not. */
export function payerTerms(
  asked: PayerQuestion & { purpose: Purpose },
  rows: readonly PayerRow[],
  on: IsoDate,
): PayerTerms {
  const fitting = fittingRows(asked, rows);
  if (fitting.length === 0) return NO_TERMS;
  const amounts: Record<string, PayerAmount> = {};
  for (const row of fitting)
    for (const [clock, amount] of amountsOf(row, asked.purpose)) amounts[clock] = { amount, ...sourceOf(row, on) };
  const levels = fitting.findLast((row) => row.levels !== undefined)?.levels;
  const closures = fitting.findLast((row) => row.closures !== undefined)?.closures;
  return { amounts, ...(levels && { levels }), ...(closures && { closures }) };
}

const amountsOf = (row: PayerRow, purpose: Purpose): [string, number][] => [
  ...DAYS.flatMap(({ field, purposes, clock }): [string, number][] => {
    const days = row[field];
    return days !== undefined && purposes.includes(purpose) ? [[clock, days]] : [];
  }),
  ...Object.entries(row.amounts ?? {}),
];

function sourceOf({ source = 'The payer’s row', verifiedOn, staleAfterDays }: PayerRow, on: IsoDate): AmountSource {
  const stale = staleOn({ verifiedOn, staleAfterDays });
  return { source, verifiedOn, staleOn: stale, isStale: on >= stale };
}

/** How every clock is counted under a payer's terms: its levels and the days on which it is closed. */
export const planUnder = ({ levels, closures }: PayerTerms, policy: ClockPolicy): ClockPolicy =>
  levels || closures ? { ...policy, ...(levels && { levels }), ...(closures && { payerClosures: closures }) } : policy;

/** How one clock is counted, with the amount given for it. */
export function policyUnder(terms: PayerTerms, policy: ClockPolicy, clock: string): ClockPolicy {
  const said = terms.amounts[clock];
  const plan = planUnder(terms, policy);
  if (!said) return plan;
  const { amount, ...amountFrom } = said;
  return { ...plan, amount, amountFrom };
}
