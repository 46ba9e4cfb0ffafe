import { addDays, daysBetween, type IsoDate, later, sayDate } from '../dates/iso-date.ts';
import { toDate } from '../dates/instants.ts';
import type { Anchors, ClockPolicy, ClockRow } from './clock-row.ts';
import type { TraceStep } from './evaluation.ts';

/** What moves a counted due date later: an extension noticed in time, days on which the clock stood still, an event that must come first. */
export interface Stretch {
  apply: (due: IsoDate) => IsoDate;
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
  const steps: { move: (due: IsoDate) => IsoDate; say: (before: IsoDate, after: IsoDate) => string }[] = [];
  const noticed = anchors.extensionNoticedOn && toDate(anchors.extensionNoticedOn, policy.timeZone);
  if (noticed && row.extension) {
    const { amount } = row.extension;
    const isVoid = noticed > latestDue;
    steps.push({
      move: (due) => (isVoid ? due : addDays(due, amount)),
      say: (_, after) =>
        isVoid
          ? `Extension noticed ${sayDate(noticed)}, after the first period ended: void.`
          : `Extension noticed ${sayDate(noticed)}, in time: + ${amount} calendar days = ${sayDate(after)}.`,
    });
  }
  if (row.tolling) {
    for (const { from, to } of merged(policy.tolled ?? [], anchorOn)) {
      const days = daysBetween(from, to);
      steps.push({
        move: (due) => (from <= due ? addDays(due, days) : due),
        say: (before, after) =>
          before === after
            ? `Standing still from ${sayDate(from)} came after the due date and moves nothing.`
            : `Stood still ${sayDate(from)} to ${sayDate(to)}: + ${days} days = ${sayDate(after)}.`,
      });
    }
  }
  const notBefore = row.notBefore && anchors[row.notBefore];
  if (notBefore) {
    const on = toDate(notBefore, policy.timeZone);
    steps.push({
      move: (due) => later(due, on),
      say: (_, after) => `The later of that and ${sayDate(on)} = ${sayDate(after)}.`,
    });
  }
  return {
    apply: (due) => steps.reduce((date, { move }) => move(date), due),
    sentences: (due) => {
      let date = due;
      return steps.map(({ move, say }) => {
        const input = date;
        date = move(date);
        return { sentence: say(input, date), input, output: date };
      });
    },
  };
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
