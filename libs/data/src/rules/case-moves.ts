import { denialClassRow, sayDate } from '@overturn/domain';
import type { DenialClass, Evaluation } from '@overturn/domain';
import { movedDates } from '@overturn/domain/clocks/moved-dates';
import type { Due, Moves } from '@overturn/domain/clocks/moved-dates';
import type { Purpose } from '@overturn/domain/payers/payer-choices';
import type { PayerRow } from '@overturn/domain/payers/payer-rows';
import { NO_TERMS } from '@overturn/domain/payers/payer-terms';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import { withOwnRows } from '@overturn/domain/triage/own-rows';
import type { Confidence } from '@overturn/domain/triage/carc-table';
import { triageDenial } from '@overturn/domain/triage/triage-denial';
import type { TriageVerdict } from '@overturn/domain/triage/triage-denial';
import { FILED_UNDER, termsFor } from '../denials/filing-terms.ts';
import { filingDates } from '../denials/open-dates.ts';
import { answersOwed } from '../denials/payer-answers.ts';
import type { CaseRules } from './read-rules.ts';
import type { OpenCase } from './open-cases.ts';

/** One thing that a change moves of one open denial. */
export interface CaseMove {
  purpose: string;
  moves: 'earlier' | 'later' | 'reclassed';
  before: string;
  after: string;
  /** A filing date of ours would come later, or a class takes one away: only a person moves it. */
  waits: boolean;
  /** Of one that is classed otherwise. */
  newTriage?: NewTriage;
}
/** What a denial is once it is classed otherwise. */
export interface NewTriage {
  class: DenialClass;
  confidence: Confidence;
  reasons: string[];
}

/** A new date is one to watch at once; one that falls away is later than ever. */
const MOVES: Record<Moves, 'earlier' | 'later' | undefined> = {
  earlier: 'earlier',
  new: 'earlier',
  later: 'later',
  gone: 'later',
  none: undefined,
};

/** What a change is looked at by. */
export interface Before {
  before: CaseRules;
  after: CaseRules;
  payers: readonly PayerRow[];
  today: string;
}

/** What changes for a denial when the rules do; `newTriage` where its class does. Pure. */
export function movesOf(one: OpenCase, by: Before, newTriage = newTriageOf(one, by)): CaseMove[] {
  const moves = dateMoves(one, by, newTriage);
  if (!newTriage) return moves;
  const waits = moves.some((move) => move.waits); // what a class brings comes with it
  const [before, after] = [one.class, newTriage.class].map((name) => denialClassRow(name).label) as [string, string];
  return [
    ...moves.map((move) => ({ ...move, waits })),
    { purpose: CLASS_PURPOSE, moves: 'reclassed', before, after, waits, newTriage },
  ];
}

function dateMoves(one: OpenCase, by: Before, newTriage: NewTriage | undefined): CaseMove[] {
  const { payers, today } = by;
  const termsOn: TermsOn = (purpose, on) => (one.about ? termsFor(one.about, purpose, payers, on) : NO_TERMS);
  const dates = (rules: CaseRules, of: OpenCase): Due[] =>
    [...filings(of, rules, termsOn), ...answersOwed(of, rules, (purpose) => termsOn(purpose, today), today)].filter(
      ({ purpose }) => !one.settled.includes(purpose),
    );
  const hints = { ...one.facts.hints, ...(newTriage && { class: newTriage.class }) };
  const next = dates(by.after, { ...one, facts: { ...one.facts, hints } });
  return movedDates(dates(by.before, one), next).flatMap(({ purpose, before: was, after: would, moves }) => {
    const way = MOVES[moves];
    if (!way) return [];
    const waits = way === 'later' && (was ?? would)?.kind === 'ours';
    return [{ purpose, moves: way, before: sayDue(was), after: sayDue(would), waits }];
  });
}

type TermsOn = (purpose: Purpose, on: string) => PayerTerms;

function filings({ facts, channel, openedOn, heldTerms }: OpenCase, rules: CaseRules, termsOn: TermsOn): Due[] {
  const terms = { payer: termsOn(FILED_UNDER, openedOn), held: heldTerms ?? [NO_TERMS] };
  const dates = filingDates(facts, { ...rules, ...terms, ...(channel && { channel }) }, openedOn);
  return dates.map(({ purpose, deadline }) => ({ purpose, due: deadline }));
}

function sayDue(due: Evaluation | undefined): string {
  if (!due) return 'no date';
  if (due.kind === 'ours') return `safe ${sayDate(due.safeDue)}, legal ${sayDate(due.legalDue)}`;
  if (due.kind === 'theirs') return `ask from ${sayDate(due.chaseOn)}, late from ${sayDate(due.lateOn)}`;
  return sayDate(due.legalDue);
}

/** Only where the denial is classed as its codes say: what a person has said of it stays. */
function newTriageOf(
  { triage, facts, class: known }: OpenCase,
  { before, after, today }: Before,
): NewTriage | undefined {
  if (!triage) return undefined;
  const under = ({ rules }: CaseRules): TriageVerdict =>
    triageDenial({ ...triage, isDenial: true }, withOwnRows(rules.on(facts.noticeOn ?? today).codes));
  const [was, would] = [under(before), under(after)];
  if (was.class !== known || would.class === known) return undefined;
  return { class: would.class, confidence: would.confidence, reasons: would.reasons.map(({ sentence }) => sentence) };
}

/** Stands where the purpose of a date does. */
export const CLASS_PURPOSE = 'class';
