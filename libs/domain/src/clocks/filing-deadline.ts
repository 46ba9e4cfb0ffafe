import { daysBetween, type IsoDate, sayDate } from '../dates/iso-date.ts';
import { DomainError, isDomainError } from '../errors.ts';
import { filingCandidates, type RegimeId, regimeRow } from '../regime/regimes.ts';
import { RARC_TABLE, type RarcRow } from '../triage/rarc-table.ts';
import type { Anchors, ClockPolicy, ClockRow } from './clock-row.ts';
import { CLOCK_ROWS } from './clock-rows.ts';
import { evaluate } from './evaluate.ts';
import type { OurDeadline, TraceStep } from './evaluation.ts';
import { marginForSpan, safeDateBefore } from './margin.ts';

export const NEGOTIATION_CLOCK = 'nsa.open-negotiation.start';
/** The id of a deadline that the letter prints. */
export const PRINTED_CLOCK = 'letter.printed';

export interface FilingFacts {
  noticeOn: IsoDate;
  /** Unknown until a person enters when the letter came; only then may it move a date later. */
  receivedOn?: IsoDate | undefined;
  paymentReceivedOn?: IsoDate | undefined;
  /** What the letter or plan prints: a clock of its own. */
  printedDeadline?: IsoDate | undefined;
  /** As a person settled it; absent or `unknown`: every candidate counts. */
  settledRegime?: RegimeId | undefined;
  /** RARCs of the claim. */
  remarks: readonly string[];
  /** Amounts known from contract, plan or state, by clock id. */
  amounts?: Readonly<Record<string, number>> | undefined;
}

export interface LostCandidate {
  rowId: string;
  legalDue: IsoDate;
  safeDue: IsoDate;
  sentence: string;
}
export interface LeftOut {
  rowId: string;
  sentence: string;
}

export interface FilingDeadline {
  /** The one that counts: the earliest safe date, of equals the earliest legal date. */
  deadline: OurDeadline;
  lost: readonly LostCandidate[];
  /** Rows that do not answer for the anchor's date. */
  leftOut: readonly LeftOut[];
  /** `nsa.open-negotiation.start`, a filing clock of its own beside it. */
  negotiation?: OurDeadline;
}

export interface FilingRules {
  rows: readonly ClockRow[];
  rarcs: readonly RarcRow[];
}
const SHIPPED: FilingRules = { rows: CLOCK_ROWS, rarcs: RARC_TABLE };

/** The filing date of a denial, with those it beat and why, and the negotiation clock where a remark starts one. */
export function filingDeadline(facts: FilingFacts, policy: ClockPolicy, rules: FilingRules = SHIPPED): FilingDeadline {
  const settled = facts.settledRegime ?? 'unknown';
  const leftOut: LeftOut[] = [];
  const candidates = filingCandidates(settled).flatMap((id) => candidate(id, facts, policy, rules.rows, leftOut));
  if (facts.printedDeadline) candidates.push(printedDeadline(facts.printedDeadline, facts, policy));
  const [first, ...others] = candidates.sort(bySafeThenLegal);
  if (!first)
    throw new DomainError(
      'CLOCK_NOT_IN_FORCE',
      `No filing rule answers for ${facts.noticeOn}. Check the notice date.`,
      { date: facts.noticeOn },
    );

  const lost = others.map((other) => ({
    rowId: other.rowId,
    legalDue: other.legalDue,
    safeDue: other.safeDue,
    sentence: `${other.stage} (${other.rowId}): safe ${sayDate(other.safeDue)}, legal ${sayDate(other.legalDue)}; ${first.rowId} comes first.`,
  }));
  const negotiation = negotiates(facts.remarks, settled, rules.rarcs)
    ? candidate(NEGOTIATION_CLOCK, facts, policy, rules.rows, leftOut)[0]
    : undefined;
  const isOpen = settled === 'unknown' && first.rowId !== PRINTED_CLOCK;
  const trace = [
    ...first.trace,
    ...(isOpen ? [unsettledStep(first, candidates.length)] : []),
    ...leftOut.map(({ rowId, sentence }) => ({ sentence, input: rowId, output: 'left out' })),
  ];
  return {
    deadline: { ...first, trace, assumed: first.assumed || settled === 'unknown' },
    lost,
    leftOut,
    ...(negotiation && { negotiation }),
  };
}

/** Whether a remark starts the federal negotiation and the settled regime does not rule it out. Likely is not settled. */
export function negotiates(
  remarks: readonly string[],
  settled: RegimeId,
  rarcs: readonly RarcRow[] = RARC_TABLE,
): boolean {
  return regimeRow(settled).noSurprises && rarcs.some((row) => row.startsNegotiation && remarks.includes(row.rarc));
}

/** Whether the date had passed when the denial came in: a date ends at its own end. */
export const pastAtIntake = ({ legalDue }: Pick<OurDeadline, 'legalDue'>, today: IsoDate): boolean => legalDue < today;

/** A candidate row not in force on the anchor's date is left out, and says so. */
function candidate(
  id: string,
  facts: FilingFacts,
  policy: ClockPolicy,
  rows: readonly ClockRow[],
  leftOut: LeftOut[],
): OurDeadline[] {
  const { noticeOn, receivedOn, paymentReceivedOn, amounts } = facts;
  const anchors: Anchors = {
    noticeOn,
    ...(receivedOn && { receivedOn }),
    ...(paymentReceivedOn && { paymentReceivedOn }),
  };
  const amount = amounts?.[id];
  try {
    const found = evaluate(id, anchors, amount === undefined ? policy : { ...policy, amount }, rows);
    return found.kind === 'ours' ? [found] : [];
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'CLOCK_NOT_IN_FORCE') throw error;
    leftOut.push({ rowId: id, sentence: `Left out: ${error.message}` });
    return [];
  }
}

function printedDeadline(printed: IsoDate, { noticeOn }: FilingFacts, policy: ClockPolicy): OurDeadline {
  const span = daysBetween(noticeOn, printed);
  const { safe, step } = safeDateBefore(
    printed,
    marginForSpan(span, policy),
    noticeOn < printed ? noticeOn : printed,
    policy,
  );
  return {
    kind: 'ours',
    rowId: PRINTED_CLOCK,
    effectiveFrom: noticeOn,
    stage: 'File by the date the letter prints',
    owedBy: 'us',
    precision: 'date',
    legalDue: printed,
    safeDue: safe,
    trace: [{ sentence: `The letter prints ${sayDate(printed)}.`, input: noticeOn, output: printed }, step],
    citation: 'The denial letter or plan document',
    verified: true,
    assumed: false,
  };
}

function bySafeThenLegal(a: OurDeadline, b: OurDeadline): number {
  if (a.safeDue !== b.safeDue) return a.safeDue < b.safeDue ? -1 : 1;
  return a.legalDue < b.legalDue ? -1 : a.legalDue > b.legalDue ? 1 : 0;
}

const unsettledStep = ({ rowId, safeDue }: OurDeadline, of: number): TraceStep => ({
  sentence: `Which rules apply is not settled: of ${of} candidates ${rowId} has the earliest safe date, so it is assumed.`,
  input: 'unknown',
  output: safeDue,
});
