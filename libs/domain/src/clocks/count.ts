import {
  addBusinessDays,
  type BusinessCalendar,
  holidaysBetween,
  isBusinessDay,
  onOrNextBusinessDay,
  whyClosed,
} from '../dates/business-days.ts';
import { addHours, withOffset } from '../dates/instants.ts';
import { addDays, addMonths, type IsoDate, sayDate } from '../dates/iso-date.ts';
import type { FoundAnchor } from './choose-row.ts';
import { type ClockPolicy, type ClockRow, isOurs, isPolicy } from './clock-row.ts';
import type { TraceStep } from './evaluation.ts';

/** One way to count a row. */
export interface Way {
  presumption: boolean;
  receiptIsDay1: boolean;
  calendar: Required<BusinessCalendar>;
}
export interface Counted {
  way: Way;
  due: IsoDate;
}

const NONE: readonly IsoDate[] = [];

/**
 * Every way the row's readings allow, as written first. Readings combine: the safe date must stand under any mix of them.
 * Closures are no law: our cadence counts them, and whoever closes is called late only after them.
 */
export function waysToCount(row: ClockRow, policy: ClockPolicy): [Way, ...Way[]] {
  const { observedHolidays = true, closures = NONE, payerClosures = NONE } = policy;
  const theirs = isOurs(row) ? NONE : payerClosures;
  const own = isPolicy(row) ? [...closures, ...theirs] : NONE;
  const written: Way = {
    presumption: true,
    receiptIsDay1: false,
    calendar: { observedHolidays, closures: own },
  };
  let ways: [Way, ...Way[]] = [written];
  const also = (change: (way: Way) => Way) => (ways = [...ways, ...ways.map(change)]);
  if (row.readings.includes('without-presumption')) also((way) => ({ ...way, presumption: false }));
  if (row.readings.includes('receipt-is-day-1')) also((way) => ({ ...way, receiptIsDay1: true }));
  if (row.readings.includes('observed-other-way'))
    also((way) => ({ ...way, calendar: { ...way.calendar, observedHolidays: !observedHolidays } }));
  if (theirs.length > 0 && !isPolicy(row)) also((way) => ({ ...way, calendar: { ...way.calendar, closures: theirs } }));
  return ways;
}

/** Due by one way of counting, before extension and tolling: a date, on hour rows an instant. */
export function countFrom(anchor: FoundAnchor, row: ClockRow, amount: number, way: Way): IsoDate {
  const date = beforeRoll(anchor, row, amount, way);
  return row.roll === 'nextBusinessDay' ? onOrNextBusinessDay(date, way.calendar) : date;
}

function beforeRoll(anchor: FoundAnchor, row: ClockRow, amount: number, way: Way): IsoDate {
  switch (row.unit) {
    case 'hours':
      return addHours(anchor.at, amount);
    case 'months':
      return addMonths(anchor.on, amount);
    case 'calendarDays':
      return addDays(anchor.on, amount + presumed(row, way) - (way.receiptIsDay1 && amount > 0 ? 1 : 0));
    case 'businessDays': {
      const first = way.receiptIsDay1 && amount > 0 && isBusinessDay(anchor.on, way.calendar) ? 1 : 0;
      return addBusinessDays(anchor.on, amount - first, way.calendar);
    }
  }
}

const presumed = ({ receiptPresumptionDays = 0 }: ClockRow, { presumption }: Way): number =>
  presumption ? receiptPresumptionDays : 0;

const UNIT_WORDS = {
  hours: 'hour',
  calendarDays: 'calendar day',
  businessDays: 'business day',
  months: 'month',
} as const;
export const sayAmount = (amount: number, unit: ClockRow['unit']): string =>
  `${amount} ${UNIT_WORDS[unit]}${amount === 1 ? '' : 's'}`;

/** The arithmetic of one way of counting, in one sentence that can be checked by hand. */
export function sayCount(
  anchor: FoundAnchor,
  row: ClockRow,
  amount: number,
  { way, due }: Counted,
  policy: ClockPolicy,
): TraceStep {
  const post = presumed(row, way);
  const added = sayAmount(amount, row.unit) + (post > 0 ? ` + ${post} days presumed for the post` : '');
  if (row.unit === 'hours') {
    return { sentence: `+ ${added} elapsed = ${withOffset(due, policy.timeZone)}.`, input: anchor.at, output: due };
  }
  const notes = [
    ...(way.receiptIsDay1 ? ['the day of receipt is day 1'] : []),
    ...sayMonth(anchor.on, row, amount),
    ...(row.unit === 'businessDays'
      ? sayHolidays(anchor.on, due, way.calendar)
      : sayRoll(beforeRoll(anchor, row, amount, way), due, row, way)),
  ];
  return {
    sentence: `+ ${added} = ${sayDate(due)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}.`,
    input: anchor.on,
    output: due,
  };
}

function sayMonth(from: IsoDate, { unit }: ClockRow, amount: number): string[] {
  const day = from.slice(8);
  return unit === 'months' && addMonths(from, amount).slice(8) !== day
    ? [`that month has no day ${Number(day)}, so the first of the next`]
    : [];
}

function sayRoll(date: IsoDate, due: IsoDate, { roll }: ClockRow, { calendar }: Way): string[] {
  if (roll === 'none') return ['no roll'];
  const closed = whyClosed(date, calendar);
  return closed ? [`${sayDate(date)} is no business day (${closed})`, ...sayHolidays(date, due, calendar)] : [];
}

/** The days that a count in business days leaves out, weekends aside. */
export function sayHolidays(from: IsoDate, to: IsoDate, calendar: BusinessCalendar): string[] {
  const skipped = holidaysBetween(from, to, calendar);
  return skipped.length > 0
    ? [`skipping ${skipped.map(({ date, name }) => `${name} ${sayDate(date)}`).join(', ')}`]
    : [];
}
