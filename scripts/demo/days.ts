/** The demo's calendar: every date is counted back from the day on which it was first loaded, so that each tier of the filing clock is seen. */
import { addDays, dateIn, filingDeadline, instantOf } from '@overturn/domain';
import type { IsoDate } from '@overturn/domain';
import { addBusinessDays, isBusinessDay } from '@overturn/domain/dates/business-days';
import { ORGANIZATION } from './who.ts';

const POLICY = { timeZone: ORGANIZATION.timeZone, observedHolidays: true };

/** Tiers of a date are raised from 07:00 on, over half an hour. */
const TIERS_RAISED_BY = '07:45';
/** Older notices would have passed every filing date long ago. */
const OLDEST_DAYS = 120;

/** How a notice is dated: so many days ago, or so that its safe date lies so many business days from the working day (0: that day). */
const NOTICES = {
  'long-past': { daysAgo: 84 },
  overdue: { safeIn: -7 },
  'safe-today': { safeIn: 0 },
  'safe-next': { safeIn: 1 },
  't5-holds': { safeIn: 4 },
  't5-next': { safeIn: 6 },
  't10-holds': { safeIn: 8 },
  't10-next': { safeIn: 11 },
  't20-holds': { safeIn: 15 },
  recent: { daysAgo: 12 },
  fresh: { daysAgo: 5 },
  yesterday: { daysAgo: 1 },
} as const satisfies Record<string, { daysAgo: number } | { safeIn: number }>;
export type NoticeKey = keyof typeof NOTICES;

export class Days {
  readonly today: IsoDate;
  /** The last business day whose morning is over. */
  readonly #workday: IsoDate;

  /** @param startedAt instant of the first load */
  constructor(startedAt: string) {
    this.today = dateIn(ORGANIZATION.timeZone, startedAt);
    const isOver = instantOf(this.today, TIERS_RAISED_BY, ORGANIZATION.timeZone) <= startedAt;
    const isWorked = isOver && isBusinessDay(this.today, POLICY);
    this.#workday = isWorked ? this.today : addBusinessDays(this.today, -1, POLICY);
  }

  ago(days: number): IsoDate {
    return addDays(this.today, -days);
  }

  noticeOn(key: NoticeKey): IsoDate {
    const row = NOTICES[key];
    if ('daysAgo' in row) return this.ago(row.daysAgo);
    return this.#noticeWithSafeDate(addBusinessDays(this.#workday, row.safeIn, POLICY));
  }

  /** The latest notice of a bare remittance whose safe filing date comes no later than that. */
  #noticeWithSafeDate(wanted: IsoDate): IsoDate {
    for (let ago = 1; ago < OLDEST_DAYS; ago += 1) {
      const noticeOn = this.ago(ago);
      if (filingDeadline({ noticeOn, remarks: [] }, POLICY).deadline.safeDue <= wanted) return noticeOn;
    }
    throw new Error(`No notice of the last ${OLDEST_DAYS} days has its safe date on ${wanted}.`);
  }
}
