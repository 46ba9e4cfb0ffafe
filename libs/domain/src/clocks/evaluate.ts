import { addDays, sayDate } from '../dates/iso-date.ts';
import { withOffset } from '../dates/instants.ts';
import { DomainError } from '../errors.ts';
import { type ChosenRow, chooseRow, type FoundAnchor, ratingPeriodStep } from './choose-row.ts';
import {
  type AmountSource,
  type Anchors,
  type ClockPolicy,
  type ClockRow,
  isOfLaw,
  isOurs,
  isPolicy,
} from './clock-row.ts';
import { CLOCK_ROWS, clockRows } from './clock-rows.ts';
import { type Counted, countFrom, sayAmount, sayCount, waysToCount } from './count.ts';
import type { Evaluation, Reckoning, TraceStep } from './evaluation.ts';
import { safeDue } from './margin.ts';
import { type Stretch, stretchOf } from './stretch.ts';

/** What counts while a contract's or plan's own amount is unknown. */
export const ASSUMED_DAYS = 60;

/**
 * When a clock ends, and why. Dates in, dates out; on hour rows instants (UTC).
 * Throws CLOCK_NOT_FOUND, CLOCK_NOT_IN_FORCE (names the row) or BAD_INPUT (an anchor that is missing or no date).
 * @param rows the effective rows of the organization; several of one id are its versions, chosen by the anchor's date
 */
export function evaluate(
  id: string,
  anchors: Anchors,
  policy: ClockPolicy,
  rows: readonly ClockRow[] = CLOCK_ROWS,
): Evaluation {
  const { explain, ...found } = reckon(id, anchors, policy, rows);
  return { ...found, trace: explain() };
}

/** The same, its trace worked out only when asked for. */
export function reckon(
  id: string,
  anchors: Anchors,
  policy: ClockPolicy,
  rows: readonly ClockRow[] = CLOCK_ROWS,
): Reckoning {
  const chosen = chooseRow(clockRows(id, rows), anchors, policy);
  const { row, anchor } = chosen;
  if (row.safeDateOf && policy.amount === undefined)
    return reckonBySafeDate(row, row.safeDateOf, anchor, anchors, policy, rows);

  const count = countAll(row, anchor, policy);
  const { amount, assumedAmount, written, strictest, widest } = count;
  const stretch = stretchOf(row, anchors, policy, anchor.on, widest.due);
  const [legalDue, latest] = [stretch.apply(written.due), stretch.apply(widest.due)];
  const earliest = stretch.strictly(strictest.due);
  const base = {
    rowId: row.id,
    effectiveFrom: row.effectiveFrom,
    stage: row.stage,
    owedBy: row.owedBy,
    precision: row.unit === 'hours' ? ('instant' as const) : ('date' as const),
    legalDue,
    ...vouchedBy(row, policy),
    assumed: anchor.assumed || chosen.ratingPeriod?.assumed === true || assumedAmount || stretch.isDisputed,
  };
  const sayRule = () => ruleSteps(chosen, count, stretch, policy);
  if (isPolicy(row) || row.owedBy === 'nobody') return { ...base, kind: 'plain', explain: sayRule };

  const sayEarliest = (): TraceStep[] =>
    earliest === legalDue ? [] : [otherWay('strictest', earliest, strictest, row, anchor, amount, policy)];
  if (isOurs(row)) {
    const { safe, say } = safeDue(earliest, row, amount, anchor, policy);
    return { ...base, kind: 'ours', safeDue: safe, explain: () => [...sayRule(), ...sayEarliest(), say()] };
  }
  const lateOn = row.unit === 'hours' ? legalDue : addDays(latest, 1);
  const explain = (): TraceStep[] => [
    ...sayRule(),
    ...sayEarliest(),
    ...(latest === legalDue ? [] : [otherWay('widest', latest, widest, row, anchor, amount, policy)]),
    {
      sentence: `Asked after from ${say(earliest, row, policy)}, called late from ${say(lateOn, row, policy)}.`,
      input: latest,
      output: lateOn,
    },
  ];
  return { ...base, kind: 'theirs', chaseOn: earliest, lateOn, explain };
}

/** A payer's own amount is vouched for by the row that gave it; a rule of law beside it stays named. */
const vouchedBy = (row: ClockRow, { amountFrom: from }: ClockPolicy): { citation: string; verified: boolean } => ({
  citation: !from ? row.citation : isOfLaw(row) ? `${row.citation}; ${from.source}` : from.source,
  verified: from ? !from.isStale && (row.verified || !isOfLaw(row)) : row.verified,
});

interface Counts {
  amount: number;
  assumedAmount: boolean;
  written: Counted;
  strictest: Counted;
  widest: Counted;
}

function countAll(row: ClockRow, anchor: FoundAnchor, policy: ClockPolicy): Counts {
  const { amount, assumedAmount } = amountOf(row, policy);
  const [first, ...others] = waysToCount(row, policy);
  const written = { way: first, due: countFrom(anchor, row, amount, first) };
  let [strictest, widest] = [written, written];
  for (const way of others) {
    const counted = { way, due: countFrom(anchor, row, amount, way) };
    if (counted.due < strictest.due) strictest = counted;
    if (counted.due > widest.due) widest = counted;
  }
  return { amount, assumedAmount, written, strictest, widest };
}

function amountOf(row: ClockRow, { amount, levels = 1 }: ClockPolicy): { amount: number; assumedAmount: boolean } {
  if (amount !== undefined && (!Number.isInteger(amount) || amount < 0)) {
    throw new DomainError(
      'BAD_INPUT',
      `The amount of ${row.id} must be a whole number of ${row.unit}, not ${amount}.`,
      { clock: row.id },
    );
  }
  const own = levels === 2 ? (row.amountWithTwoLevels ?? row.amount) : row.amount;
  const known = amount ?? own;
  return { amount: known ?? ASSUMED_DAYS, assumedAmount: known === null };
}

const say = (due: string, { unit }: ClockRow, { timeZone }: ClockPolicy): string =>
  unit === 'hours' ? withOffset(due, timeZone) : sayDate(due);

/** The rule as written: from the anchor to the legal date. */
function ruleSteps(
  { row, anchor, ratingPeriod }: ChosenRow,
  { amount, assumedAmount, written }: Counts,
  stretch: Stretch,
  policy: ClockPolicy,
): TraceStep[] {
  const assumed = {
    sentence: `Its own date is not known: ${ASSUMED_DAYS} days are assumed.`,
    input: row.id,
    output: String(ASSUMED_DAYS),
  };
  return [
    { sentence: anchor.say(), input: anchor.at, output: anchor.at, event: anchor.event },
    ...(ratingPeriod ? [ratingPeriodStep(ratingPeriod, row)] : []),
    ...(assumedAmount ? [assumed] : []),
    ...(policy.amountFrom ? [sayFrom(policy.amountFrom, row, amount)] : []),
    sayCount(anchor, row, amount, written, policy),
    ...stretch.sentences(written.due),
  ];
}

const sayFrom = (
  { source, verifiedOn, staleOn, isStale }: AmountSource,
  { id, unit }: ClockRow,
  amount: number,
): TraceStep => ({
  sentence: `The payer’s own amount, ${sayAmount(amount, unit)}: ${source}, verified on ${sayDate(verifiedOn)}${isStale ? `, stale since ${sayDate(staleOn)}` : ''}.`,
  input: id,
  output: String(amount),
});

/** Another reading than the written one, with its own arithmetic. */
function otherWay(
  which: 'strictest' | 'widest',
  due: string,
  counted: Counted,
  row: ClockRow,
  anchor: FoundAnchor,
  amount: number,
  policy: ClockPolicy,
): TraceStep {
  const { sentence, input } = sayCount(anchor, row, amount, counted, policy);
  const moved = due === counted.due ? '' : ` Moved likewise: ${say(due, row, policy)}.`;
  return { sentence: `Counted the ${which} way: ${sentence}${moved}`, input, output: due };
}

/** A row whose due date is another clock's safe date. */
function reckonBySafeDate(
  row: ClockRow,
  other: string,
  anchor: FoundAnchor,
  anchors: Anchors,
  policy: ClockPolicy,
  rows: readonly ClockRow[],
): Reckoning {
  const event = clockRows(other, rows)[0]!.anchor;
  const found = reckon(other, { ...anchors, [event]: anchors[event] ?? anchor.on }, policy, rows);
  const legalDue = found.kind === 'ours' ? found.safeDue : found.legalDue;
  const { citation, precision, assumed } = found;
  return {
    ...{ kind: 'plain', rowId: row.id, effectiveFrom: row.effectiveFrom, stage: row.stage, owedBy: row.owedBy },
    ...{ verified: row.verified, citation, precision, assumed, legalDue },
    explain: () => [
      ...found.explain(),
      { sentence: `Due on the safe date of ${other}.`, input: other, output: legalDue },
    ],
  };
}
