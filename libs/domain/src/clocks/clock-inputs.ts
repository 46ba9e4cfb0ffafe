import { EVENT_WORDS, STANDS_IN } from './choose-row.ts';
import {
  type AnchorEvent,
  type AnchorRole,
  CLOCK_INPUTS,
  type ClockInput,
  type ClockRow,
  isOurs,
  isPolicy,
} from './clock-row.ts';
import { clockRows } from './clock-rows.ts';
import { canStandStill } from './stretch.ts';

export interface ClockAnchor {
  event: AnchorEvent;
  label: string;
  role: AnchorRole;
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
