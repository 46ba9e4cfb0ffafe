import type { ClockPolicy } from '../clocks/clock-row.ts';
import type { IsoDate } from '../dates/iso-date.ts';

/** How an organization counts. */
export interface OwnCalendar {
  /** Whether the observed Friday or Monday counts as a holiday. */
  observedHolidays: boolean;
  /** Business days added to every safe date. */
  extraMarginDays: number;
  /** Days on which it is closed. */
  closures: readonly IsoDate[];
}

/** The same as clocks take it. */
export const ownPolicy = ({ observedHolidays, extraMarginDays, closures }: OwnCalendar) =>
  ({ observedHolidays, closures, extraMarginBusinessDays: extraMarginDays }) satisfies Partial<ClockPolicy>;
