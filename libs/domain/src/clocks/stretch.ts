import { addDays, daysBetween, type IsoDate, later, sayDate } from '../dates/iso-date.ts';
import { toDate } from '../dates/instants.ts';
import { type Anchors, type ClockPolicy, type ClockRow, isOurs } from './clock-row.ts';
import type { TraceStep } from './evaluation.ts';

/** What moves a counted due date later: an extension noticed in time, days on which the clock stood still, an event that must come first. */
interface Move {
  /** Entered by a person where the rule does not provide for it: no date that must stand under every reading counts on it. */
  isDisputed?: true;
  move: (due: IsoDate) => IsoDate;
  say: (before: IsoDate, after: IsoDate) => string;
}

export interface Stretch {
  isDisputed: boolean;
  apply: (due: IsoDate) => IsoDate;
  /** Without what is disputed. */
  strictly: (due: IsoDate) => IsoDate;
  sentences: (due: IsoDate) => TraceStep[];
}

/**
 * `latestDue`: the latest reading of the first period. An extension is void only when its notice came after that, whoever counts.
 */
export function stretchOf(
  row: ClockRow,
  anchors: Anchors,
  policy: ClockPolicy,
  anchorOn: IsoDate,
  latestDue: IsoDate,
): Stretch {
  const moves = row.unit === 'hours' ? [] : movesOf(row, anchors, policy, anchorOn, latestDue);
  const undisputed = moves.filter(({ isDisputed }) => !isDisputed);
  return {
    isDisputed: undisputed.length < moves.length,
    apply: (due) => moves.reduce((date, { move }) => move(date), due),
    strictly: (due) => undisputed.reduce((date, { move }) => move(date), due),
    sentences: (due) => {
      let date = due;
      return moves.map(({ move, say }) => {
        const input = date;
        date = move(date);
        return { sentence: say(input, date), input, output: date };
      });
    },
  };
}

const movesOf = (
  row: ClockRow,
  anchors: Anchors,
  policy: ClockPolicy,
  anchorOn: IsoDate,
  latestDue: IsoDate,
): Move[] => [
  ...extensionOf(row, anchors, policy, latestDue),
  ...(canStandStill(row) ? tollingOf(row, policy, anchorOn) : []),
  ...notBefore(row, anchors, policy),
];

function extensionOf(
  { extension }: ClockRow,
  { extensionNoticedOn }: Anchors,
  policy: ClockPolicy,
  latestDue: IsoDate,
): Move[] {
  if (!extension || !extensionNoticedOn) return [];
  const noticed = toDate(extensionNoticedOn, policy.timeZone);
  if (noticed > latestDue)
    return [
      {
        move: (due) => due,
        say: () => `Extension noticed ${sayDate(noticed)}, after the first period ended: void.`,
      },
    ];
  const { amount } = extension;
  return [
    {
      move: (due) => addDays(due, amount),
      say: (_, after) =>
        `Extension noticed ${sayDate(noticed)}, in time: + ${amount} calendar days = ${sayDate(after)}.`,
    },
  ];
}

/** Rows that provide for it, and on a person's word others that somebody else owes: nothing of ours ever waits for it. */
export const canStandStill = (row: ClockRow): boolean =>
  row.tolling !== undefined || (!isOurs(row) && row.unit === 'calendarDays' && row.roll === 'none');

function tollingOf(row: ClockRow, policy: ClockPolicy, anchorOn: IsoDate): Move[] {
  const asEntered = row.tolling ? '' : ' (as entered: the rule itself does not provide for it)';
  return merged(policy.tolled ?? [], anchorOn).map(({ from, to }) => {
    const days = daysBetween(from, to);
    return {
      ...(!row.tolling && { isDisputed: true as const }),
      move: (due) => (from <= due ? addDays(due, days) : due),
      say: (before, after) =>
        before < from
          ? `Standing still from ${sayDate(from)} came after the due date and moves nothing.`
          : `Stood still ${sayDate(from)} to ${sayDate(to)}: + ${days} days = ${sayDate(after)}${asEntered}.`,
    };
  });
}

function notBefore({ notBefore: event }: ClockRow, anchors: Anchors, { timeZone }: ClockPolicy): Move[] {
  const given = event && anchors[event];
  if (!given) return [];
  const on = toDate(given, timeZone);
  return [
    { move: (due) => later(due, on), say: (_, after) => `The later of that and ${sayDate(on)} = ${sayDate(after)}.` },
  ];
}

/** In order, without overlaps, from the anchor on: a day stands still only once. */
function merged(
  periods: readonly { from: IsoDate; to: IsoDate }[],
  anchorOn: IsoDate,
): { from: IsoDate; to: IsoDate }[] {
  const found: { from: IsoDate; to: IsoDate }[] = [];
  for (const { from, to } of [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = found.at(-1);
    const start = later(from, last ? last.to : anchorOn);
    if (start < to) found.push({ from: start, to });
  }
  return found;
}
