import { addDays, sayDate } from '../dates/iso-date.ts';
import { withOffset } from '../dates/instants.ts';
import { DomainError } from '../errors.ts';
import { chooseRow, type FoundAnchor } from './choose-row.ts';
import type { Anchors, ClockPolicy, ClockRow } from './clock-row.ts';
import { CLOCK_ROWS, clockRows } from './clock-rows.ts';
import { countFrom, sayCount, waysToCount } from './count.ts';
import type { Evaluation, TraceStep } from './evaluation.ts';
import { safeDue } from './margin.ts';
import { stretchOf } from './stretch.ts';

/** What counts while a contract's or plan's own amount is unknown. */
export const ASSUMED_DAYS = 60;
const OURS = new Set(['us', 'member', 'both']);

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
  const { row, anchor } = chooseRow(clockRows(id, rows), anchors, policy);
  if (row.safeDateOf && policy.amount === undefined)
    return evaluateBySafeDate(row, row.safeDateOf, anchor, anchors, policy, rows);

  const { amount, assumedAmount } = amountOf(row, policy);
  const [written, ...others] = waysToCount(row, policy).map((way) => countFrom(anchor, row, amount, way)) as [
    string,
    ...string[],
  ];
  const all = [written, ...others].sort();
  const stretch = row.unit === 'hours' ? undefined : stretchOf(row, anchors, policy, anchor.on, all.at(-1)!);
  const moved = (due: string): string => stretch?.apply(due) ?? due;
  const [legalDue, earliest, latest] = [moved(written), moved(all[0]!), moved(all.at(-1)!)];

  const trace: TraceStep[] = [
    { sentence: anchor.sentence, input: anchor.at, output: anchor.at },
    ...(assumedAmount
      ? [
          {
            sentence: `Its own date is not known: ${ASSUMED_DAYS} days are assumed.`,
            input: row.id,
            output: String(ASSUMED_DAYS),
          },
        ]
      : []),
    sayCount(anchor, row, amount, written, policy),
    ...(stretch?.sentences(written) ?? []),
  ];
  const base = {
    rowId: row.id,
    effectiveFrom: row.effectiveFrom,
    stage: row.stage,
    owedBy: row.owedBy,
    precision: row.unit === 'hours' ? ('instant' as const) : ('date' as const),
    legalDue,
    trace,
    citation: row.citation,
    verified: row.verified,
    assumed: anchor.assumed || assumedAmount,
  };
  if (row.regime === 'policy' || row.owedBy === 'nobody') return { ...base, kind: 'plain' };
  const say = (due: string): string => (row.unit === 'hours' ? withOffset(due, policy.timeZone) : sayDate(due));
  if (earliest !== legalDue)
    trace.push({ sentence: `Counted the strictest way it ends ${say(earliest)}.`, input: legalDue, output: earliest });
  if (OURS.has(row.owedBy)) {
    const { safe, step } = safeDue(earliest, row, amount, anchor, policy);
    return { ...base, kind: 'ours', safeDue: safe, trace: [...trace, step] };
  }
  const lateOn = row.unit === 'hours' ? legalDue : addDays(latest, 1);
  trace.push({
    sentence: `Asked after from ${say(earliest)}, called late from ${say(lateOn)}.`,
    input: latest,
    output: lateOn,
  });
  return { ...base, kind: 'theirs', chaseOn: earliest, lateOn };
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

/** A row whose due date is another clock's safe date. */
function evaluateBySafeDate(
  row: ClockRow,
  other: string,
  anchor: FoundAnchor,
  anchors: Anchors,
  policy: ClockPolicy,
  rows: readonly ClockRow[],
): Evaluation {
  const event = clockRows(other, rows)[0]!.anchor;
  const found = evaluate(other, { ...anchors, [event]: anchors[event] ?? anchor.on }, policy, rows);
  const legalDue = found.kind === 'ours' ? found.safeDue : found.legalDue;
  const { citation, precision, assumed } = found;
  return {
    ...{
      kind: 'plain',
      rowId: row.id,
      effectiveFrom: row.effectiveFrom,
      stage: row.stage,
      owedBy: row.owedBy,
      verified: row.verified,
    },
    ...{ citation, precision, assumed, legalDue },
    trace: [...found.trace, { sentence: `Due on the safe date of ${other}.`, input: other, output: legalDue }],
  };
}
