import { isDomainError } from '@overturn/domain';
import type { Channel } from '@overturn/domain';
import { filingDeadline, pastAtIntake } from '@overturn/domain/clocks/filing-deadline';
import type { FilingDeadline } from '@overturn/domain/clocks/filing-deadline';
import type { OurDeadline } from '@overturn/domain/clocks/evaluation';
import { RARC_TABLE } from '@overturn/domain/triage/rarc-table';
import type { OpeningContext } from './open-context.ts';
import type { DenialFacts } from './open-facts.ts';

export type FilingPurpose = 'appeal' | 'open-negotiation';

/** One filing date of a denial at its opening. */
export interface OpeningDeadline {
  purpose: FilingPurpose;
  deadline: OurDeadline;
  lost: FilingDeadline['lost'];
  /** It had passed before the denial came in. */
  isPast: boolean;
}

/** What moves a filing date; `regime` as a person settled it, null while it is open. */
export type DatedFacts = Pick<DenialFacts, 'noticeOn' | 'receivedOn' | 'printedDeadlineOn' | 'regime' | 'remarks'>;
/** How an organization counts, by which rows; `channel`: the one chosen for the filing. */
export type CountingContext = Pick<
  OpeningContext,
  'timeZone' | 'observedHolidays' | 'extraMarginDays' | 'clockRows'
> & {
  channel?: Channel | undefined;
};

/**
 * The filing dates of a denial, by the rules that its workflow will use, so that lists are right before it first reports.
 * Without any date of the notice there is none: a person must enter it.
 */
export function filingDates(facts: DatedFacts, context: CountingContext, today: string): OpeningDeadline[] {
  const { receivedOn, printedDeadlineOn, regime, remarks } = facts;
  const noticeOn = facts.noticeOn ?? receivedOn ?? (printedDeadlineOn ? today : null);
  if (noticeOn === null) return [];
  const found = datesInForce(
    {
      noticeOn,
      receivedOn: receivedOn ?? undefined,
      printedDeadline: printedDeadlineOn ?? undefined,
      settledRegime: regime ?? undefined,
      remarks,
    },
    {
      timeZone: context.timeZone,
      observedHolidays: context.observedHolidays,
      extraMarginBusinessDays: context.extraMarginDays,
      ...(context.channel && { channel: context.channel }),
    },
    { rows: context.clockRows, rarcs: RARC_TABLE },
  );
  if (!found) return [];
  const { deadline, lost, negotiation } = found;
  const dates: OpeningDeadline[] = [{ purpose: 'appeal', deadline, lost, isPast: pastAtIntake(deadline, today) }];
  if (negotiation)
    dates.push({
      purpose: 'open-negotiation',
      deadline: negotiation,
      lost: [],
      isPast: pastAtIntake(negotiation, today),
    });
  return dates;
}

/** Undefined where no rule answers for so odd a date: a person must look at it, and the rest of the file goes on. */
function datesInForce(...asked: Parameters<typeof filingDeadline>): FilingDeadline | undefined {
  try {
    return filingDeadline(...asked);
  } catch (error) {
    if (isDomainError(error) && error.code === 'CLOCK_NOT_IN_FORCE') return undefined;
    throw error;
  }
}

/** The same for many denials: those of one remittance share their dates, so each combination is worked out once. */
export function rememberFilingDates(context: OpeningContext, today: string): (facts: DenialFacts) => OpeningDeadline[] {
  const known = new Map<string, OpeningDeadline[]>();
  return (facts) => {
    const { noticeOn, receivedOn, printedDeadlineOn, regime, remarks } = facts;
    const key = JSON.stringify([noticeOn, receivedOn, printedDeadlineOn, regime, remarks]);
    const found = known.get(key) ?? filingDates(facts, context, today);
    known.set(key, found);
    return found;
  };
}
