import { federalHolidayOn } from './federal-holidays.ts';
import { dayOf, type IsoDate, isoDateOfDay, weekdayOfDay } from './iso-date.ts';

/** Which days are worked. Monday to Friday less federal holidays and closures. */
export interface BusinessCalendar {
  /** Whether the Friday or Monday on which a weekend's holiday is observed is one too: disputed, so a policy. Default true. */
  observedHolidays?: boolean;
  /** Days closed besides: a payer's or the organization's own. */
  closures?: readonly IsoDate[];
}

const NO_CLOSURES: readonly IsoDate[] = [];

/** As `whyClosed`, by day number: loops over days need no text. */
function whyDayClosed(
  day: number,
  { observedHolidays = true, closures = NO_CLOSURES }: BusinessCalendar,
): string | undefined {
  const weekday = weekdayOfDay(day);
  if (weekday === 0 || weekday === 6) return 'weekend';
  const holiday = federalHolidayOn(day, observedHolidays);
  return holiday ?? (closures.length > 0 && closures.includes(isoDateOfDay(day)) ? 'closed' : undefined);
}

/** Why nobody works that day, or undefined on a business day. */
export const whyClosed = (date: IsoDate, calendar: BusinessCalendar): string | undefined =>
  whyDayClosed(dayOf(date), calendar);

export const isBusinessDay = (date: IsoDate, calendar: BusinessCalendar): boolean =>
  whyClosed(date, calendar) === undefined;

/** The n-th business day after the date; before it when negative; 0 is the date itself, worked or not. */
export function addBusinessDays(date: IsoDate, days: number, calendar: BusinessCalendar): IsoDate {
  const step = Math.sign(days);
  let day = dayOf(date);
  for (let left = Math.abs(days); left > 0;) {
    day += step;
    if (whyDayClosed(day, calendar) === undefined) left -= 1;
  }
  return isoDateOfDay(day);
}

/** Business days from one date to another, the last one counted; negative when it lies before. */
export function businessDaysUntil(from: IsoDate, to: IsoDate, calendar: BusinessCalendar): number {
  const [first, last] = [dayOf(from), dayOf(to)].sort((a, b) => a - b) as [number, number];
  let count = 0;
  for (let day = first + 1; day <= last; day++) if (whyDayClosed(day, calendar) === undefined) count += 1;
  return to < from ? -count : count;
}

/** The date itself when worked, else the next day that is. */
export const onOrNextBusinessDay = (date: IsoDate, calendar: BusinessCalendar): IsoDate =>
  isBusinessDay(date, calendar) ? date : addBusinessDays(date, 1, calendar);

/** The holidays and closures between two dates (exclusive start, inclusive end), for the trace. */
export function holidaysBetween(
  from: IsoDate,
  to: IsoDate,
  calendar: BusinessCalendar,
): { date: IsoDate; name: string }[] {
  const first = dayOf(from) + 1;
  const days = Array.from({ length: Math.max(0, dayOf(to) - first + 1) }, (_, index) => first + index);
  return days.flatMap((day) => {
    const name = whyDayClosed(day, calendar);
    return name && name !== 'weekend' ? [{ date: isoDateOfDay(day), name }] : [];
  });
}
