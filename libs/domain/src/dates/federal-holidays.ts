import federalHolidays from '@18f/us-federal-holidays';
import { dayOf } from './iso-date.ts';

type Shift = { shiftSaturdayHolidays: boolean; shiftSundayHolidays: boolean };
const ACTUAL: Shift = { shiftSaturdayHolidays: false, shiftSundayHolidays: false };
const OBSERVED: Shift = { shiftSaturdayHolidays: true, shiftSundayHolidays: true };
const DAYS_A_YEAR = 365.2425;

/** Names by day number; of the years near a day, filled when first asked for. */
const names = { actual: new Map<number, string>(), observed: new Map<number, string>(), years: new Set<number>() };

function fill(year: number): void {
  names.years.add(year);
  for (const { dateString, name } of federalHolidays.allForYear(year, ACTUAL)) {
    names.actual.set(dayOf(dateString), name);
    names.observed.set(dayOf(dateString), name);
  }
  for (const { dateString, name } of federalHolidays.allForYear(year, OBSERVED))
    names.observed.set(dayOf(dateString), name);
}

/**
 * The name of the federal holiday on that day (days since 1970-01-01).
 * `observed`: the Friday or Monday on which one of a weekend is observed counts too; a Saturday New Year is observed in the year before.
 */
export function federalHolidayOn(day: number, observed: boolean): string | undefined {
  const year = 1970 + Math.floor(day / DAYS_A_YEAR);
  for (let near = year - 1; near <= year + 1; near += 1) if (!names.years.has(near)) fill(near);
  return (observed ? names.observed : names.actual).get(day);
}
