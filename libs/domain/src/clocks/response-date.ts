import type { IsoDate } from '../dates/iso-date.ts';
import type { ClockPolicy, ClockRow } from './clock-row.ts';
import { NO_TERMS, type PayerTerms, policyUnder } from '../payers/payer-terms.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';

/** The clock of the payer's answer, by what was asked of it. */
export const RESPONSE_CLOCKS = { exception: 'exception.response', appeal: 'appeal.response' } as const;
export type Asked = keyof typeof RESPONSE_CLOCKS;

export interface Sending {
  sentOn: IsoDate;
  /** Unknown until there is proof; the day of sending counts meanwhile. */
  deliveredOn: IsoDate | null;
  extensionNoticedOn?: IsoDate | undefined;
  /** Periods in which the payer waited for what it had asked for. */
  tolled?: readonly { from: IsoDate; to: IsoDate }[];
}

/** When the payer owes its answer to what was last sent: in its own days where a row gives them. */
export const responseDate = (
  asked: Asked,
  { sentOn, deliveredOn, extensionNoticedOn, tolled = [] }: Sending,
  policy: ClockPolicy,
  rows: readonly ClockRow[],
  payer: PayerTerms = NO_TERMS,
): Evaluation =>
  evaluate(
    RESPONSE_CLOCKS[asked],
    { sentOn, deliveredOn: deliveredOn ?? sentOn, ...(extensionNoticedOn && { extensionNoticedOn }) },
    { ...policyUnder(payer, policy, RESPONSE_CLOCKS[asked]), ...(tolled.length > 0 && { tolled }) },
    rows,
  );
