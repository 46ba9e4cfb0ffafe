import { EVENT_WORDS, STANDS_IN } from './choose-row.ts';
import { type AnchorEvent, type ClockRow, isOurs, isPolicy } from './clock-row.ts';
import { clockRows } from './clock-rows.ts';
import { canStandStill } from './stretch.ts';

/** `first` is what it counts from; `instead` and then `stands-in` while that is unknown; `not-before` is the due date itself when later. */
export const ANCHOR_ROLES = ['first', 'instead', 'stands-in', 'not-before'] as const;
export interface ClockAnchor {
  event: AnchorEvent;
  label: string;
  role: (typeof ANCHOR_ROLES)[number];
}

/** The events that a clock looks at, in the order in which it does. */
export function anchorsOf({ anchor, otherAnchors = [], notBefore }: ClockRow): ClockAnchor[] {
  const standIn = STANDS_IN[anchor];
  const found: (readonly [AnchorEvent | undefined, ClockAnchor['role']])[] = [
    [anchor, 'first'],
    ...otherAnchors.map((event) => [event, 'instead'] as const),
    [standIn, 'stands-in'],
    [notBefore, 'not-before'],
  ];
  return found.flatMap(([event, role]) => (event ? [{ event, label: EVENT_WORDS[event], role }] : []));
}

/** What some clocks look at beside their events. */
export const CLOCK_INPUTS = ['extensionNoticedOn', 'tolled', 'levels', 'channel', 'ratingPeriodStart'] as const;
export type ClockInput = (typeof CLOCK_INPUTS)[number];

const LOOKS_AT: Record<ClockInput, (row: ClockRow) => boolean> = {
  extensionNoticedOn: ({ extension }) => extension !== undefined,
  tolled: (row) => row.unit !== 'hours' && canStandStill(row),
  levels: ({ amountWithTwoLevels }) => amountWithTwoLevels !== undefined,
  channel: (row) => isOurs(row) && !isPolicy(row) && row.unit !== 'hours' && row.satisfiedBy === 'received',
  ratingPeriodStart: ({ chosenBy }) => chosenBy === 'ratingPeriodStart',
};

/** Which of them can move this clock; any other given with it changes nothing. */
export function inputsOf(row: ClockRow, rows: readonly ClockRow[]): ClockInput[] {
  const asked = row.safeDateOf ? clockRows(row.safeDateOf, rows)[0]! : row;
  return CLOCK_INPUTS.filter((input) => LOOKS_AT[input](asked));
}
