import federalHolidays from '@18f/us-federal-holidays';
import type { IsoDate } from './iso-date.ts';

type Shift = { shiftSaturdayHolidays: boolean; shiftSundayHolidays: boolean };
const ACTUAL: Shift = { shiftSaturdayHolidays: false, shiftSundayHolidays: false };
const OBSERVED: Shift = { shiftSaturdayHolidays: true, shiftSundayHolidays: true };

const byYear = new Map<string, ReadonlyMap<IsoDate, string>>();

/** The holidays that fall in a year. A Saturday New Year is observed on 31 December of the year before, so next year's first is looked at too. */
function holidaysOf(year: number, observed: boolean): ReadonlyMap<IsoDate, string> {
  const key = `${year}${observed}`;
  const known = byYear.get(key);
  if (known) return known;
  const shifts = observed ? [ACTUAL, OBSERVED] : [ACTUAL];
  const all = shifts.flatMap((shift) => [year, year + 1].flatMap((of) => federalHolidays.allForYear(of, shift)));
  const found = new Map(
    all.filter(({ dateString }) => dateString.startsWith(`${year}-`)).map(({ dateString, name }) => [dateString, name]),
  );
  byYear.set(key, found);
  return found;
}

/** The name of the federal holiday on that day. `observed`: the Friday or Monday on which one of a weekend is observed counts too. */
export const federalHolidayOn = (date: IsoDate, observed: boolean): string | undefined =>
  holidaysOf(Number(date.slice(0, 4)), observed).get(date);
