import { isDomainError } from '@overturn/domain';
import type { Channel } from '@overturn/domain';
import { filingDeadline, pastAtIntake } from '@overturn/domain/clocks/filing-deadline';
import type { FilingDeadline } from '@overturn/domain/clocks/filing-deadline';
import type { OurDeadline } from '@overturn/domain/clocks/evaluation';
import { earliestUnder } from '@overturn/domain/clocks/held-terms';
import type { HeldDate } from '@overturn/domain/clocks/held-terms';
import { NO_TERMS } from '@overturn/domain/payers/payer-terms';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import { disputeDeadline } from '@overturn/domain/regime/contract-dispute';
import { contractHint } from '@overturn/domain/regime/contract-hint';
import type { HintFacts } from '@overturn/domain/regime/contract-hint';
import { ownPolicy } from '@overturn/domain/rules/own-calendar';
import type { RulesInForce } from '@overturn/domain/rules/rules-in-force';
import type { CaseRules } from '../rules/read-rules.ts';
import { earliestOfEach } from './earliest-of-each.ts';
import type { DenialFacts } from './open-facts.ts';

export type FilingPurpose = 'appeal' | 'open-negotiation' | 'contract-dispute';

export interface FilingDate {
  purpose: FilingPurpose;
  deadline: OurDeadline;
  lost: FilingDeadline['lost'];
}
/** One filing date of a denial at its opening. */
export type OpeningDeadline = HeldDate<FilingDate> & {
  /** It had passed before the denial came in. */
  isPast: boolean;
};

/** What moves a filing date; `regime` as a person settled it, null while it is open. */
export type DatedFacts = Pick<
  DenialFacts,
  'noticeOn' | 'receivedOn' | 'printedDeadlineOn' | 'planDeadlineOn' | 'regime' | 'remarks'
> & {
  /** What may say that a contract is in force: its dispute is then a road of its own. */
  hints: HintFacts;
};
/** The rules by which a denial counts; `channel`: the one chosen for the filing. */
export interface CountingContext extends CaseRules {
  channel?: Channel | undefined;
  /** What the payer's rows say of filing dates now. */
  payer?: PayerTerms | undefined;
  /** The terms that gave the denial its dates so far: no edited row moves one later. */
  held?: readonly PayerTerms[] | undefined;
}

/**
 * The filing dates of a denial, by the rules that its workflow will use, so that lists are right before it first reports.
 * Without any date of the notice there is none: a person must enter it. What is held back from the denial moves no date
 * later: of safe and legal dates with it and without it the earlier one counts.
 */
export const filingDates = (facts: DatedFacts, context: CountingContext, today: string): OpeningDeadline[] =>
  earliestUnder(context.payer ?? NO_TERMS, context.held ?? [], (terms) => {
    const under = (rules: RulesInForce): FilingDate[] => datesUnder(rules, terms, facts, context, today);
    return earliestOfEach(under(context.rules), (context.without ?? []).map(under));
  }).map((date) => ({ ...date, isPast: pastAtIntake(date.deadline, today) }));

function datesUnder(
  rules: RulesInForce,
  payer: PayerTerms,
  facts: DatedFacts,
  { timeZone, channel }: CountingContext,
  today: string,
): FilingDate[] {
  const { receivedOn, printedDeadlineOn, planDeadlineOn, regime, remarks } = facts;
  const noticeOn = facts.noticeOn ?? receivedOn ?? (printedDeadlineOn || planDeadlineOn ? today : null);
  if (noticeOn === null) return [];
  const { calendar, carcs, rarcs } = rules.on(noticeOn);
  const asked = [
    {
      noticeOn,
      receivedOn: receivedOn ?? undefined,
      printedDeadline: printedDeadlineOn ?? undefined,
      planDeadline: planDeadlineOn ?? undefined,
      settledRegime: regime ?? undefined,
      remarks,
      payer,
    },
    {
      timeZone,
      ...ownPolicy(calendar),
      ...(channel && { channel }),
    },
    { rows: rules.clockRows, rarcs },
  ] as const;
  const found = datesInForce(...asked);
  if (!found) return [];
  const { deadline, lost, negotiation } = found;
  const dispute = contractHint(facts.hints, carcs) ? disputeDeadline(...asked) : undefined;
  return [
    { purpose: 'appeal', deadline, lost },
    ...(negotiation ? [{ purpose: 'open-negotiation' as const, deadline: negotiation, lost: [] }] : []),
    ...(dispute ? [{ purpose: 'contract-dispute' as const, deadline: dispute, lost: [] }] : []),
  ];
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
export function rememberFilingDates(
  context: CaseRules,
  today: string,
  termsOf: (facts: DenialFacts) => PayerTerms = () => NO_TERMS,
): (facts: DenialFacts) => OpeningDeadline[] {
  const known = new Map<PayerTerms, Map<string, OpeningDeadline[]>>();
  return (facts) => {
    const payer = termsOf(facts);
    const underTerms = known.get(payer) ?? new Map<string, OpeningDeadline[]>();
    known.set(payer, underTerms);
    const { noticeOn, receivedOn, printedDeadlineOn, planDeadlineOn, regime, remarks } = facts;
    const hints = { class: facts.class, carcs: facts.carcs };
    const key = JSON.stringify([noticeOn, receivedOn, printedDeadlineOn, planDeadlineOn, regime, remarks, hints]);
    const found = underTerms.get(key) ?? filingDates({ ...facts, hints }, { ...context, payer }, today);
    underTerms.set(key, found);
    return found;
  };
}
