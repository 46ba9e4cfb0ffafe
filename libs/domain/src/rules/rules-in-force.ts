import type { ClockRow } from '../clocks/clock-row.ts';
import type { IsoDate } from '../dates/iso-date.ts';
import { GROUNDS, type GroundRow } from '../screening/path-grounds.ts';
import { SCORE_ROWS, type ScoreRow } from '../screening/recoverability-rows.ts';
import type { CarcRow } from '../triage/carc-table.ts';
import type { InteractionRow } from '../triage/interactions.ts';
import { type OwnTriageRows, withOwnRows } from '../triage/own-rows.ts';
import type { RarcRow } from '../triage/rarc-table.ts';
import { overlay } from './overlay.ts';
import type { OwnCalendar } from './own-calendar.ts';
import { holdsOn, type RuleChange, type RuleKind, type RuleVersion } from './rule-version.ts';
import { clockVersion } from './shipped-versions.ts';

/** What holds on one day beside the clocks, which are chosen by their own anchors. */
export interface RulesOfDay {
  /** What the organization says itself of codes, alone and together. */
  codes: Required<Pick<OwnTriageRows, 'carcs' | 'rarcs' | 'interactions'>>;
  /** Every code's row and every remark's, its own over the shipped ones. */
  carcs: readonly CarcRow[];
  rarcs: readonly RarcRow[];
  scores: readonly ScoreRow[];
  grounds: readonly GroundRow[];
  calendar: OwnCalendar;
}

export interface RulesInForce {
  /** Every version of every clock; always the same list, so that what is made of it is made once. */
  clockRows: readonly ClockRow[];
  on(day: IsoDate): RulesOfDay;
}

/** The rules of an organization: the shipped ones with its own changes over them, in the order of their approval. */
export function rulesInForce(
  shippedClocks: readonly ClockRow[],
  calendar: OwnCalendar,
  changes: readonly RuleChange[] = [],
): RulesInForce {
  const days = new Map<IsoDate, RulesOfDay>();
  const own = overlay([], changes);
  return {
    clockRows: clocksUnder(shippedClocks, changes),
    on(day) {
      const known = days.get(day) ?? rulesOf(day, own, calendar);
      days.set(day, known);
      return known;
    },
  };
}

function clocksUnder(shipped: readonly ClockRow[], changes: readonly RuleChange[]): readonly ClockRow[] {
  const own = changes.filter(({ kind }) => kind === 'clock');
  if (own.length === 0) return shipped;
  return overlay(shipped.map(clockVersion), own)
    .map(({ row }) => row as unknown as ClockRow)
    .sort((a, b) => a.id.localeCompare(b.id) || a.effectiveFrom.localeCompare(b.effectiveFrom));
}

/** A day off is one whichever version of the calendar a date is counted by: the version of that day says so. */
const closuresIn = (versions: readonly RuleVersion[], { closures }: OwnCalendar): IsoDate[] => {
  const calendars = versions.filter(({ kind }) => kind === 'calendar');
  const own = calendars.flatMap((one) =>
    rowsOf<OwnCalendar>([one], 'calendar')[0]!.closures.filter((day) => holdsOn(one, day)),
  );
  return [...closures.filter((day) => !calendars.some((one) => holdsOn(one, day))), ...own].sort();
};

function rulesOf(day: IsoDate, versions: readonly RuleVersion[], calendar: OwnCalendar): RulesOfDay {
  const own = versions.filter((one) => holdsOn(one, day));
  const closures = closuresIn(versions, calendar);
  const carcs = rowsOf<CarcRow>(own, 'carc');
  const rarcs = rowsOf<RarcRow>(own, 'rarc');
  const judged = withOwnRows({ carcs, rarcs });
  const scores = new Map(rowsOf<ScoreRow>(own, 'score').map((row) => [row.id, row]));
  const paths = new Map(
    rowsOf<{ path: string; grounds: GroundRow[] }>(own, 'path').map(({ path, grounds }) => [path, grounds]),
  );
  return {
    codes: { carcs, rarcs, interactions: rowsOf<InteractionRow>(own, 'interaction') },
    carcs: judged.carcs,
    rarcs: judged.rarcs,
    scores: SCORE_ROWS.map((row) => scores.get(row.id) ?? row),
    grounds: groundsUnder(paths),
    calendar: { ...(rowsOf<OwnCalendar>(own, 'calendar')[0] ?? calendar), closures },
  };
}

const rowsOf = <Row>(versions: readonly RuleVersion[], wanted: RuleKind): Row[] =>
  versions.filter(({ kind }) => kind === wanted).map(({ row }) => row as unknown as Row);

/** Each shipped ground keeps its place in the order of proposal; what a path has more follows its last one. */
function groundsUnder(own: ReadonlyMap<string, readonly GroundRow[]>): readonly GroundRow[] {
  if (own.size === 0) return GROUNDS;
  const left = new Map([...own].map(([path, grounds]) => [path, [...grounds]]));
  return GROUNDS.flatMap((ground, place) => {
    const mine = left.get(ground.path);
    if (!mine) return [ground];
    const isLast = !GROUNDS.some((other, at) => at > place && other.path === ground.path);
    return mine.splice(0, isLast ? mine.length : 1);
  });
}
