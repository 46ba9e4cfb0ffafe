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
import type { ClockPolicy, ClockRow } from './clock-row.ts';
import type { TraceStep } from './evaluation.ts';

/** One way to count a row. */
export interface Count {
  presumption: boolean;
  receiptIsDay1: boolean;
  calendar: BusinessCalendar;
}

/** Every way the row's readings allow, as written first. Readings combine: the safe date must stand under any mix of them. */
export function waysToCount(
  { readings }: ClockRow,
  { observedHolidays = true, closures = [] }: ClockPolicy,
): [Count, ...Count[]] {
  const written: Count = { presumption: true, receiptIsDay1: false, calendar: { observedHolidays, closures } };
  let ways: [Count, ...Count[]] = [written];
  const also = (change: (way: Count) => Count) => (ways = [...ways, ...ways.map(change)]);
  if (readings.includes('without-presumption')) also((way) => ({ ...way, presumption: false }));
  if (readings.includes('receipt-is-day-1')) also((way) => ({ ...way, receiptIsDay1: true }));
  if (readings.includes('observed-other-way'))
    also((way) => ({ ...way, calendar: { observedHolidays: !observedHolidays, closures } }));
  return ways;
}

/** Due by one way of counting, before extension and tolling: a date, on hour rows an instant. */
export function countFrom(anchor: FoundAnchor, row: ClockRow, amount: number, way: Count): IsoDate {
  const presumed = way.presumption ? (row.receiptPresumptionDays ?? 0) : 0;
  switch (row.unit) {
    case 'hours':
      return addHours(anchor.at, amount);
    case 'months':
      return rolled(addMonths(anchor.on, amount), row, way.calendar);
    case 'calendarDays':
      return rolled(addDays(anchor.on, amount + presumed - (way.receiptIsDay1 ? 1 : 0)), row, way.calendar);
    case 'businessDays': {
      const first = way.receiptIsDay1 && amount > 0 && isBusinessDay(anchor.on, way.calendar) ? 1 : 0;
      return rolled(addBusinessDays(anchor.on, amount - first, way.calendar), row, way.calendar);
    }
  }
}

const rolled = (date: IsoDate, { roll }: ClockRow, calendar: BusinessCalendar): IsoDate =>
  roll === 'nextBusinessDay' ? onOrNextBusinessDay(date, calendar) : date;

const UNIT_WORDS = {
  hours: 'hour',
  calendarDays: 'calendar day',
  businessDays: 'business day',
  months: 'month',
} as const;
export const sayAmount = (amount: number, unit: ClockRow['unit']): string =>
  `${amount} ${UNIT_WORDS[unit]}${amount === 1 ? '' : 's'}`;

/** The arithmetic of the rule as written, in one sentence. */
export function sayCount(
  anchor: FoundAnchor,
  row: ClockRow,
  amount: number,
  due: string,
  policy: ClockPolicy,
): TraceStep {
  const added =
    sayAmount(amount, row.unit) +
    (row.receiptPresumptionDays ? ` + ${row.receiptPresumptionDays} days presumed for the post` : '');
  if (row.unit === 'hours') {
    return { sentence: `+ ${added} elapsed = ${withOffset(due, policy.timeZone)}.`, input: anchor.at, output: due };
  }
  const notes = [
    ...sayMonth(anchor.on, row, amount),
    ...sayRoll(anchor.on, row, amount, policy),
    ...saySkipped(anchor.on, row, due, policy),
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

function sayRoll(from: IsoDate, row: ClockRow, amount: number, policy: ClockPolicy): string[] {
  if (row.unit === 'businessDays') return [];
  if (row.roll === 'none') return ['no roll'];
  const date = row.unit === 'months' ? addMonths(from, amount) : addDays(from, amount);
  const closed = whyClosed(date, policy);
  return closed ? [`${sayDate(date)} is no business day (${closed})`] : [];
}

function saySkipped(from: IsoDate, { unit }: ClockRow, due: IsoDate, policy: ClockPolicy): string[] {
  const skipped = unit === 'businessDays' ? holidaysBetween(from, due, policy) : [];
  return skipped.length > 0
    ? [`skipping ${skipped.map(({ date, name }) => `${name} ${sayDate(date)}`).join(', ')}`]
    : [];
}
