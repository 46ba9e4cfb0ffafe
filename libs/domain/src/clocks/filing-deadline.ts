import { daysBetween, earlier, type IsoDate, sayDate } from '../dates/iso-date.ts';
import { DomainError, isDomainError } from '../errors.ts';
import { filingCandidates, type RegimeData, regimeData, type RegimeId, REGIMES } from '../regime/regimes.ts';
import { NO_TERMS, type PayerTerms, planUnder } from '../payers/payer-terms.ts';
import { RARC_TABLE, type RarcRow } from '../triage/rarc-table.ts';
import type { Anchors, ClockPolicy, ClockRow } from './clock-row.ts';
import { CLOCK_ROWS } from './clock-rows.ts';
import { earliestDates, type EarliestDates } from './earliest-dates.ts';
import type { OurDeadline, OurReckoning, TraceStep } from './evaluation.ts';
import { marginForSpan, safeDateBefore } from './margin.ts';
import { PAYER_CLOCK, payerFiling, reckonFilingClock } from './payer-filing.ts';

export const NEGOTIATION_CLOCK = 'nsa.open-negotiation.start';
/** The id of a deadline that the letter prints. */
export const PRINTED_CLOCK = 'letter.printed';
/** The id of a deadline that the plan document prints. */
export const PLAN_CLOCK = 'plan.printed';

export interface FilingFacts {
  noticeOn: IsoDate;
  /** Unknown until a person enters when the letter came; only then may it move a date later. */
  receivedOn?: IsoDate | undefined;
  paymentReceivedOn?: IsoDate | undefined;
  /** What the letter prints: a clock of its own. */
  printedDeadline?: IsoDate | undefined;
  /** What the plan document prints: another. */
  planDeadline?: IsoDate | undefined;
  /** As a person settled it; absent or `unknown`: every candidate counts. */
  settledRegime?: RegimeId | (string & {}) | undefined;
  /** RARCs of the claim. */
  remarks: readonly string[];
  /** Amounts known from contract, plan or state, by clock id. */
  amounts?: Readonly<Record<string, number>> | undefined;
  /** What the payer's rows say of dates. */
  payer?: PayerTerms | undefined;
}

export interface LostCandidate {
  rowId: string;
  legalDue: IsoDate;
  safeDue: IsoDate;
  sentence: string;
  /** It lies later and would count but for what holds it: a change of the rules, or of the payer's row, that nobody has taken. */
  heldBy?: 'rule' | 'payer-row';
}
export interface LeftOut {
  rowId: string;
  sentence: string;
}

export interface FilingDeadline {
  /** The earliest safe date and the earliest legal date; the row is that of the safe one. */
  deadline: OurDeadline;
  /** Candidates that do not give both of them. */
  lost: readonly LostCandidate[];
  /** Rows that do not answer for the anchor's date, and amounts of the payer that may not count. */
  leftOut: readonly LeftOut[];
  /** `nsa.open-negotiation.start`, a filing clock of its own beside it. */
  negotiation?: OurDeadline;
}

export interface FilingRules {
  rows: readonly ClockRow[];
  rarcs: readonly RarcRow[];
  /** The shipped ones when absent. */
  regimes?: readonly RegimeData[];
}
const SHIPPED: FilingRules = { rows: CLOCK_ROWS, rarcs: RARC_TABLE };

/** The dates alone; sentences when asked for. */
export interface FilingReckoning extends EarliestDates {
  leftOut: readonly LeftOut[];
  negotiation?: OurReckoning;
}

/** The filing date of a denial, with those it beat and why, and the negotiation clock where a remark starts one. */
export function filingDeadline(facts: FilingFacts, policy: ClockPolicy, rules: FilingRules = SHIPPED): FilingDeadline {
  const { deadline, legalBy, lost, leftOut, negotiation } = reckonFiling(facts, policy, rules);
  return {
    deadline: explained(deadline),
    lost: lost.map((other) => sayLost(other, deadline, legalBy)),
    leftOut,
    ...(negotiation && { negotiation: explained(negotiation) }),
  };
}

/** The same without its sentences: intake wants the dates of thousands. Throws CLOCK_NOT_IN_FORCE when no rule answers. */
export function reckonFiling(facts: FilingFacts, own: ClockPolicy, rules: FilingRules = SHIPPED): FilingReckoning {
  const { payer = NO_TERMS } = facts;
  const policy = planUnder(payer, own);
  const { rows, rarcs, regimes = REGIMES } = rules;
  const settled = facts.settledRegime ?? 'unknown';
  const isSettled = regimeData(settled, regimes).regime !== 'unknown';
  const leftOut: LeftOut[] = [];
  const files = filingCandidates(settled, regimes);
  const candidates = [
    ...files.flatMap((id) => filingClock(id, facts, policy, rows, leftOut)),
    ...inForce(PAYER_CLOCK, leftOut, () => payerFiling(files, anchorsOf(facts), policy, rows, payer)),
    ...printedDeadlines(facts, policy),
  ];
  const earliest = earliestDates(candidates);
  if (!earliest)
    throw new DomainError(
      'CLOCK_NOT_IN_FORCE',
      `No filing rule answers for ${facts.noticeOn}. Check the notice date.`,
      { date: facts.noticeOn },
    );
  const { deadline: first, legalBy, lost } = earliest;
  const negotiation = negotiates(facts.remarks, settled, rarcs, regimes)
    ? filingClock(NEGOTIATION_CLOCK, facts, policy, rows, leftOut)[0]
    : undefined;
  const isOpen = !isSettled && !PRINTED.some(({ rowId }) => rowId === first.rowId);
  const explain = (): TraceStep[] => [
    ...first.explain(),
    ...(isOpen ? [unsettledStep(first, candidates.length)] : []),
    ...leftOut.map(({ rowId, sentence }) => ({ sentence, input: rowId, output: 'left out' })),
  ];
  return {
    deadline: { ...first, assumed: first.assumed || !isSettled, explain },
    legalBy,
    lost,
    leftOut,
    ...(negotiation && { negotiation }),
  };
}

/** Whether a remark starts the federal negotiation and the settled regime does not rule it out. Likely is not settled. */
export function negotiates(
  remarks: readonly string[],
  settled: string,
  rarcs: readonly RarcRow[] = RARC_TABLE,
  regimes: readonly RegimeData[] = REGIMES,
): boolean {
  if (remarks.length === 0 || !regimeData(settled, regimes).noSurprises) return false;
  return rarcs.some((row) => row.startsNegotiation && remarks.includes(row.rarc));
}

/** Whether the date had passed when the denial came in: a date ends at its own end. */
export const pastAtIntake = ({ legalDue }: Pick<OurDeadline, 'legalDue'>, today: IsoDate): boolean => legalDue < today;

const explained = ({ explain, ...found }: OurReckoning): OurDeadline => ({ ...found, trace: explain() });

/** A candidate row not in force on the anchor's date is left out, and says so. */
export function filingClock(
  id: string,
  facts: FilingFacts,
  policy: ClockPolicy,
  rows: readonly ClockRow[],
  leftOut: LeftOut[],
): OurReckoning[] {
  const { amounts, payer = NO_TERMS } = facts;
  const amount = amounts?.[id];
  const own = amount === undefined ? policy : { ...policy, amount };
  return inForce(id, leftOut, () => {
    const { found, whyNot } = reckonFilingClock(id, anchorsOf(facts), own, rows, payer);
    if (whyNot) leftOut.push({ rowId: id, sentence: whyNot });
    return found.kind === 'ours' ? [found] : [];
  });
}

/** What is found, or nothing and why where no version of its row answers for the anchor's date. */
function inForce(rowId: string, leftOut: LeftOut[], find: () => OurReckoning[]): OurReckoning[] {
  try {
    return find();
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'CLOCK_NOT_IN_FORCE') throw error;
    leftOut.push({ rowId, sentence: `Left out: ${error.message}` });
    return [];
  }
}

const anchorsOf = ({ noticeOn, receivedOn, paymentReceivedOn }: FilingFacts): Anchors => ({
  noticeOn,
  ...(receivedOn && { receivedOn }),
  ...(paymentReceivedOn && { paymentReceivedOn }),
});

/** Where a filing date may be printed: each is a clock of its own. */
const PRINTED = [
  { fact: 'printedDeadline', rowId: PRINTED_CLOCK, by: 'letter', citation: 'The denial letter' },
  { fact: 'planDeadline', rowId: PLAN_CLOCK, by: 'plan document', citation: 'The plan document' },
] as const;

const printedDeadlines = (facts: FilingFacts, policy: ClockPolicy): OurReckoning[] =>
  PRINTED.flatMap((row) => {
    const printed = facts[row.fact];
    return printed ? [printedDeadline(printed, row, facts, policy)] : [];
  });

function printedDeadline(
  printed: IsoDate,
  { rowId, by, citation }: (typeof PRINTED)[number],
  { noticeOn }: FilingFacts,
  policy: ClockPolicy,
): OurReckoning {
  const margin = marginForSpan(daysBetween(noticeOn, printed), policy);
  const { safe, say } = safeDateBefore(printed, margin, earlier(noticeOn, printed), policy);
  return {
    kind: 'ours',
    rowId,
    effectiveFrom: noticeOn,
    stage: `File by the date the ${by} prints`,
    owedBy: 'us',
    precision: 'date',
    legalDue: printed,
    safeDue: safe,
    explain: () => [
      { sentence: `The ${by} prints ${sayDate(printed)}.`, input: noticeOn, output: printed, event: 'noticeOn' },
      say(),
    ],
    citation,
    verified: true,
    assumed: false,
  };
}

const sayLost = (other: OurReckoning, first: OurReckoning, legalBy: OurReckoning): LostCandidate => {
  const { rowId, stage, legalDue, safeDue } = other;
  const beatenBy =
    rowId === first.rowId
      ? `${legalBy.rowId}’s legal date`
      : other === legalBy
        ? `${first.rowId}’s safe date`
        : first.rowId;
  const dates = `safe ${sayDate(safeDue)}, legal ${sayDate(legalDue)}`;
  return { rowId, legalDue, safeDue, sentence: `${stage} (${rowId}): ${dates}; ${beatenBy} comes first.` };
};

const unsettledStep = ({ rowId, safeDue }: OurReckoning, of: number): TraceStep => ({
  sentence: `Which rules apply is not settled: of ${of} candidates ${rowId} has the earliest safe date, so it is assumed.`,
  input: 'unknown',
  output: safeDue,
});
