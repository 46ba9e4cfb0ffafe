import { denialClassRow, sayDate } from '@overturn/domain';
import type { DenialClass, Evaluation } from '@overturn/domain';
import { movedDates } from '@overturn/domain/clocks/moved-dates';
import type { Due, Moves } from '@overturn/domain/clocks/moved-dates';
import { responseDate } from '@overturn/domain/clocks/response-date';
import type { Purpose } from '@overturn/domain/payers/payer-choices';
import type { PayerRow } from '@overturn/domain/payers/payer-rows';
import { NO_TERMS } from '@overturn/domain/payers/payer-terms';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import { ownPolicy } from '@overturn/domain/rules/own-calendar';
import { withOwnRows } from '@overturn/domain/triage/own-rows';
import { triageDenial } from '@overturn/domain/triage/triage-denial';
import { askedUnder, FILED_UNDER, termsFor } from '../denials/filing-terms.ts';
import { filingDates } from '../denials/open-dates.ts';
import type { CaseRules } from './read-rules.ts';
import type { OpenCase } from './open-cases.ts';

/** One thing that a change moves of one open denial. */
export interface CaseMove {
  purpose: string;
  moves: 'earlier' | 'later' | 'reclassed';
  before: string;
  after: string;
  /** A filing date of ours: later only when a person takes it. */
  isOurs: boolean;
  /** Of one that is classed otherwise. */
  newClass?: DenialClass;
}

/** A new date is one to watch at once; one that falls away is later than ever. */
const MOVES: Record<Moves, 'earlier' | 'later' | undefined> = {
  earlier: 'earlier',
  new: 'earlier',
  later: 'later',
  gone: 'later',
  none: undefined,
};

/** What changes for a denial when the rules do. Pure. */
export function movesOf(
  one: OpenCase,
  before: CaseRules,
  after: CaseRules,
  payers: readonly PayerRow[],
  today: string,
): CaseMove[] {
  return [...dateMoves(one, before, after, payers, today), ...classMoves(one, before, after, today)];
}

function dateMoves(
  one: OpenCase,
  before: CaseRules,
  after: CaseRules,
  payers: readonly PayerRow[],
  today: string,
): CaseMove[] {
  const termsOn = (purpose: Purpose, on: string): PayerTerms =>
    one.about ? termsFor(one.about, purpose, payers, on) : NO_TERMS;
  const dates = (rules: CaseRules): Due[] =>
    [...filings(one, rules, termsOn), ...answers(one, rules, termsOn, today)].filter(
      ({ purpose }) => !one.settled.includes(purpose),
    );
  return movedDates(dates(before), dates(after)).flatMap(({ purpose, before: was, after: would, moves }) => {
    const way = MOVES[moves];
    if (!way) return [];
    return [
      { purpose, moves: way, before: sayDue(was), after: sayDue(would), isOurs: (was ?? would)?.kind === 'ours' },
    ];
  });
}

type TermsOn = (purpose: Purpose, on: string) => PayerTerms;

function filings({ facts, channel, openedOn, heldTerms }: OpenCase, rules: CaseRules, termsOn: TermsOn): Due[] {
  const terms = { payer: termsOn(FILED_UNDER, openedOn), held: heldTerms ?? [NO_TERMS] };
  const dates = filingDates(facts, { ...rules, ...terms, ...(channel && { channel }) }, openedOn);
  return dates.map(({ purpose, deadline }) => ({ purpose, due: deadline }));
}

function answers(
  { sendings, channel, path }: OpenCase,
  { timeZone, rules }: CaseRules,
  termsOn: TermsOn,
  today: string,
): Due[] {
  if (sendings.length === 0) return [];
  const policy = { timeZone, ...ownPolicy(rules.on(today).calendar), ...(channel && { channel }) };
  return sendings.map(({ asked, ...sending }) => ({
    purpose: `${asked}-response`,
    due: responseDate(asked, sending, policy, rules.clockRows, termsOn(askedUnder(asked, path), today)),
  }));
}

function sayDue(due: Evaluation | undefined): string {
  if (!due) return 'no date';
  if (due.kind === 'ours') return `safe ${sayDate(due.safeDue)}, legal ${sayDate(due.legalDue)}`;
  if (due.kind === 'theirs') return `ask from ${sayDate(due.chaseOn)}, late from ${sayDate(due.lateOn)}`;
  return sayDate(due.legalDue);
}

/** Only where the denial is classed as its codes say: what a person has said of it stays. */
function classMoves(one: OpenCase, before: CaseRules, after: CaseRules, today: string): CaseMove[] {
  const { triage, facts } = one;
  if (!triage) return [];
  const classUnder = ({ rules }: CaseRules): DenialClass =>
    triageDenial({ ...triage, isDenial: true }, withOwnRows(rules.on(facts.noticeOn ?? today).codes)).class;
  const [was, would] = [classUnder(before), classUnder(after)];
  if (was !== one.class || would === was) return [];
  const [old, next] = [was, would].map((name) => denialClassRow(name).label) as [string, string];
  return [{ purpose: CLASS_PURPOSE, moves: 'reclassed', before: old, after: next, isOurs: false, newClass: would }];
}

/** Stands where the purpose of a date does. */
export const CLASS_PURPOSE = 'class';
