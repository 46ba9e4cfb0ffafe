import { isSettled } from '@overturn/domain/clocks/filing-states';
import type { OurDeadline } from '@overturn/domain/clocks/evaluation';
import { sayDate } from '@overturn/domain/dates/iso-date';
import { readDeadlines } from './deadlines.ts';
import { WHAT } from './filing-operations.ts';
import { TIMER } from './step-context.ts';
import type { StepContext, TimelineLine } from './step-context.ts';

const datesOf = ({ safeDue, legalDue }: OurDeadline): string =>
  `safe date ${sayDate(safeDue)}, legal date ${sayDate(legalDue)}`;
/** What became of each filing date that still runs when a row of the payer changed: as the row has it, or the earlier one that stays. */
export const payerDateLines = (context: StepContext): TimelineLine[] =>
  readDeadlines(context)
    .filings.filter(({ watch }) => !isSettled(watch.state))
    .map(({ watch, deadline, notTaken }) => ({
      actor: TIMER,
      code: notTaken ? 'payer-row.not-taken' : 'payer-row.counted',
      sentence: notTaken
        ? `${WHAT[watch.purpose]}: the payer’s row as it is now would give ${datesOf(notTaken)}. Of each the earlier stands: ${datesOf(deadline)}.`
        : `${WHAT[watch.purpose]}: ${datesOf(deadline)}.`,
      citation: deadline.citation,
    }));
