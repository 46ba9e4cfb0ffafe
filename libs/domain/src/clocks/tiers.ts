import { addBusinessDays } from '../dates/business-days.ts';
import { dateIn, type Instant, startOfBusinessDay, startOfDay, type WorkCalendar } from '../dates/instants.ts';
import { addDays, type IsoDate } from '../dates/iso-date.ts';
import type { TaskKind } from '../tasks/task-kinds.ts';

export type Told = 'owner' | 'supervisor' | 'manager';

/** Who hears of a filing date, when. `whenNoOwner` takes the owner's place. `opens`: the task that the tier brings. */
const TIER_TABLE = [
  { tier: 'T-20', businessDaysBefore: 20, tells: ['owner'], whenNoOwner: 'team' },
  { tier: 'T-10', businessDaysBefore: 10, tells: ['owner'], whenNoOwner: 'team' },
  { tier: 'T-5', businessDaysBefore: 5, tells: ['owner', 'supervisor'], whenNoOwner: 'team', opens: 'draft-appeal' },
  { tier: 'T-1', businessDaysBefore: 1, tells: ['owner', 'supervisor', 'manager'], whenNoOwner: 'team' },
  { tier: 'safe', businessDaysBefore: 0, tells: ['owner'], whenNoOwner: 'supervisor', opens: 'protect-filing-date' },
] as const satisfies readonly {
  tier: string;
  businessDaysBefore: number;
  tells: readonly Told[];
  whenNoOwner: 'team' | 'supervisor';
  opens?: TaskKind;
}[];

export type Tier = (typeof TIER_TABLE)[number]['tier'];
export interface TierRow {
  tier: Tier;
  /** Before the safe date. */
  businessDaysBefore: number;
  tells: readonly Told[];
  whenNoOwner: 'team' | 'supervisor';
  opens?: TaskKind;
}
export const TIERS: readonly TierRow[] = TIER_TABLE;
/** Told of every overdue morning. */
export const OVERDUE_TELLS: readonly Told[] = ['supervisor', 'manager'];

export interface TierInstant extends TierRow {
  on: IsoDate;
  at: Instant;
}

/** What a filing date needs to be watched. */
export interface WatchedDates {
  safeDue: IsoDate;
  legalDue: IsoDate;
}

/** Every tier of a filing date with the start of its working day, earliest first. */
export function tierInstants(
  { safeDue }: Pick<WatchedDates, 'safeDue'>,
  calendar: WorkCalendar,
  rows: readonly TierRow[] = TIERS,
): TierInstant[] {
  return rows.map((row) => {
    const on = addBusinessDays(safeDue, -row.businessDaysBefore, calendar);
    return { ...row, on, at: startOfDay(on, calendar) };
  });
}

/** The n-th morning (0 first) on which an overdue date is said again: each business day after the legal date. */
export function overdueInstant(
  { legalDue }: Pick<WatchedDates, 'legalDue'>,
  nth: number,
  calendar: WorkCalendar,
): Instant {
  const first = startOfBusinessDay(addDays(legalDue, 1), calendar);
  return nth === 0 ? first : startOfDay(addBusinessDays(legalDue, nth + 1, calendar), calendar);
}

/** The next overdue morning after that moment. */
export function nextOverdue(dates: Pick<WatchedDates, 'legalDue'>, now: Instant, calendar: WorkCalendar): Instant {
  const first = overdueInstant(dates, 0, calendar);
  return now < first ? first : startOfDay(addBusinessDays(dateIn(calendar.timeZone, now), 1, calendar), calendar);
}
