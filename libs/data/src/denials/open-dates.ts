import { isDomainError, sayDate } from '@overturn/domain';
import type { Channel } from '@overturn/domain';
import { filingDeadline, pastAtIntake } from '@overturn/domain/clocks/filing-deadline';
import type { FilingDeadline } from '@overturn/domain/clocks/filing-deadline';
import type { OurDeadline } from '@overturn/domain/clocks/evaluation';
import { ownPolicy } from '@overturn/domain/rules/own-calendar';
import type { RulesInForce } from '@overturn/domain/rules/rules-in-force';
import type { CaseRules } from '../rules/read-rules.ts';
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
/** The rules by which a denial counts; `channel`: the one chosen for the filing. */
export interface CountingContext extends CaseRules {
  channel?: Channel | undefined;
}

/**
 * The filing dates of a denial, by the rules that its workflow will use, so that lists are right before it first reports.
 * Without any date of the notice there is none: a person must enter it. What is held back from the denial moves no date
 * later: of the dates with it and without it the earlier one counts.
 */
export function filingDates(facts: DatedFacts, context: CountingContext, today: string): OpeningDeadline[] {
  const dates = datesUnder(context.rules, facts, context, today);
  if (!context.without) return dates;
  return earlierOfEach(datesUnder(context.without, facts, context, today), dates);
}

function datesUnder(
  rules: RulesInForce,
  facts: DatedFacts,
  { timeZone, channel }: CountingContext,
  today: string,
): OpeningDeadline[] {
  const { receivedOn, printedDeadlineOn, regime, remarks } = facts;
  const noticeOn = facts.noticeOn ?? receivedOn ?? (printedDeadlineOn ? today : null);
  if (noticeOn === null) return [];
  const { calendar, rarcs } = rules.on(noticeOn);
  const found = datesInForce(
    {
      noticeOn,
      receivedOn: receivedOn ?? undefined,
      printedDeadline: printedDeadlineOn ?? undefined,
      settledRegime: regime ?? undefined,
      remarks,
    },
    {
      timeZone,
      ...ownPolicy(calendar),
      ...(channel && { channel }),
    },
    { rows: rules.clockRows, rarcs },
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

/** Of both by purpose the earlier one; it names the later one among those that lost. */
function earlierOfEach(kept: OpeningDeadline[], changed: OpeningDeadline[]): OpeningDeadline[] {
  const purposes = new Set([...kept, ...changed].map(({ purpose }) => purpose));
  return [...purposes].map((purpose) => {
    const [old, next] = [kept, changed].map((dates) => dates.find((one) => one.purpose === purpose));
    if (!old || !next) return (old ?? next)!;
    return isEarlier(old.deadline, next.deadline) ? { ...old, lost: [heldBack(next.deadline), ...old.lost] } : next;
  });
}

const isEarlier = (a: OurDeadline, b: OurDeadline): boolean =>
  a.safeDue < b.safeDue || (a.safeDue === b.safeDue && a.legalDue < b.legalDue);

const heldBack = ({ rowId, stage, legalDue, safeDue }: OurDeadline): OpeningDeadline['lost'][number] => ({
  rowId,
  legalDue,
  safeDue,
  sentence: `${stage} (${rowId}) by a change of the rules: safe ${sayDate(safeDue)}, legal ${sayDate(legalDue)}; it waits until a person takes the later date.`,
});

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
