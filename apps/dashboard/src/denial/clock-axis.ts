import { dayMonthWords, dayNumber } from '../time/calendar-words.ts';
import type { Lane, Mark } from './clock-lanes.ts';

export interface Axis {
  /** Pixels from the left of the plot for a date. */
  x: (date: string) => number;
  ticks: { date: string; label: string; x: number }[];
}
export interface PlacedLabel {
  mark: Mark;
  text: string;
  x: number;
  anchor: 'start' | 'middle' | 'end';
  row: 'above' | 'below';
}

const LEAST_DAYS = 28;
const PAD = 0.04;
const TICK_PX = 64;
const LETTER_PX = 6.4;
const GAP_PX = 8;
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** First days of months from one day number to another, thinned to what fits. */
function monthTicks(from: number, to: number, mostTicks: number): string[] {
  const ticks: string[] = [];
  const [year, month] = isoOf(from).split('-').map(Number) as [number, number];
  for (let next = month; ; next += 1) {
    const date = new Date(Date.UTC(year, next, 1)).toISOString().slice(0, 10);
    if (dayNumber(date) > to) break;
    ticks.push(date);
  }
  const every = Math.max(1, Math.ceil(ticks.length / Math.max(1, mostTicks)));
  return ticks.filter((_, place) => place % every === 0);
}

/** One axis for every date of both lanes and today, `widthPx` wide, with a little air at both ends. */
export function clockAxis(lanes: readonly Lane[], today: string, widthPx: number): Axis {
  const days = [
    today,
    ...lanes.flatMap(({ marks, bands }) => [
      ...marks.map(({ on }) => on),
      ...bands.flatMap(({ from, to }) => [from, to]),
    ]),
  ].map(dayNumber);
  const [first, end] = [Math.min(...days), Math.max(...days)];
  const span = Math.max(LEAST_DAYS, end - first);
  const [from, to] = [first - span * PAD, first + span * (1 + PAD)];
  const x = (date: string) => Math.round(((dayNumber(date) - from) / (to - from)) * widthPx * 10) / 10;
  const ticks = monthTicks(Math.floor(from), to, Math.floor(widthPx / TICK_PX)).map((date) => ({
    date,
    label:
      MONTH.format(dayNumber(date) * 86_400_000).replace('Sept', 'Sep') +
      (date.slice(5, 7) === '01' ? ` ${date.slice(0, 4)}` : ''),
    x: x(date),
  }));
  return { x, ticks };
}

const ORDER = { legal: 0, safe: 1, due: 2, start: 3, done: 4 } as const;
const ROWS = { safe: ['below', 'above'], other: ['above', 'below'] } as const;
const ANCHORS = ['middle', 'end', 'start'] as const;
const leftOf = (anchor: PlacedLabel['anchor'], x: number, width: number) =>
  ({ start: x, middle: x - width / 2, end: x - width })[anchor];

/**
 * Labels that do not lie on each other: the urgent first, each above or below its lane, inside the plot and off today's
 * line where there is room. What finds no place is told on focus and in the list.
 */
export function placeLabels(marks: readonly Mark[], axis: Axis, widthPx: number, todayX: number): PlacedLabel[] {
  const taken = { above: [] as [number, number][], below: [] as [number, number][] };
  const placed: PlacedLabel[] = [];
  for (const mark of [...marks].sort((a, b) => ORDER[a.tone] - ORDER[b.tone])) {
    const text = `${mark.label} ${dayMonthWords(mark.on)}`;
    const width = text.length * LETTER_PX;
    const x = axis.x(mark.on);
    const free = ROWS[mark.tone === 'safe' ? 'safe' : 'other']
      .flatMap((row) => ANCHORS.map((anchor) => ({ row, anchor, left: leftOf(anchor, x, width) })))
      .filter(({ left }) => left >= 0 && left + width <= widthPx)
      .filter(({ row, left }) => taken[row].every(([from, to]) => left + width + GAP_PX < from || left > to + GAP_PX));
    const found = free.find(({ left }) => left > todayX || left + width < todayX) ?? free[0];
    if (!found) continue;
    taken[found.row].push([found.left, found.left + width]);
    placed.push({ mark, text, x, anchor: found.anchor, row: found.row });
  }
  return placed;
}
