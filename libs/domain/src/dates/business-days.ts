import { federalHolidayOn } from './federal-holidays.ts';
import { addDays, type IsoDate, weekdayOf } from './iso-date.ts';

/** Which days are worked. Monday to Friday less federal holidays and closures. */
export interface BusinessCalendar {
  /** Whether the Friday or Monday on which a weekend's holiday is observed is one too: disputed, so a policy. Default true. */
  observedHolidays?: boolean;
  /** Days closed besides: a payer's or the organization's own. */
  closures?: readonly IsoDate[];
}

/** Why nobody works that day, or undefined on a business day. */
export function whyClosed(
  date: IsoDate,
  { observedHolidays = true, closures = [] }: BusinessCalendar,
): string | undefined {
  const weekday = weekdayOf(date);
  if (weekday === 0 || weekday === 6) return 'weekend';
  return federalHolidayOn(date, observedHolidays) ?? (closures.includes(date) ? 'closed' : undefined);
}

export const isBusinessDay = (date: IsoDate, calendar: BusinessCalendar): boolean =>
  whyClosed(date, calendar) === undefined;

/** The n-th business day after the date; before it when negative; 0 is the date itself, worked or not. */
export function addBusinessDays(date: IsoDate, days: number, calendar: BusinessCalendar): IsoDate {
  const step = Math.sign(days);
  let found = date;
  for (let left = Math.abs(days); left > 0;) {
    found = addDays(found, step);
    if (isBusinessDay(found, calendar)) left -= 1;
  }
  return found;
}

/** The date itself when worked, else the next day that is. */
export const onOrNextBusinessDay = (date: IsoDate, calendar: BusinessCalendar): IsoDate =>
  isBusinessDay(date, calendar) ? date : addBusinessDays(date, 1, calendar);

/** The holidays skipped between two dates (exclusive start, inclusive end), for the trace. */
export function holidaysBetween(
  from: IsoDate,
  to: IsoDate,
  calendar: BusinessCalendar,
): { date: IsoDate; name: string }[] {
  const found: { date: IsoDate; name: string }[] = [];
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const name = whyClosed(date, calendar);
    if (name && name !== 'weekend') found.push({ date, name });
  }
  return found;
}
