import { addBusinessDays } from '../dates/business-days.ts';
import {
  dateIn,
  endOfBusinessDayAfter,
  endOfDay,
  halfOfWorkingTime,
  type Instant,
  type WorkCalendar,
} from '../dates/instants.ts';
import { earlier, type IsoDate } from '../dates/iso-date.ts';
import { type TaskKind, taskKindRow } from '../tasks/task-kinds.ts';
import type { ClockRow } from './clock-row.ts';
import { CLOCK_ROWS, clockRows } from './clock-rows.ts';
import { nextOverdue, tierInstants, type Told, type WatchedDates } from './tiers.ts';

export interface TaskTimes {
  dueAt: Instant;
  /** Half of the working hours have passed: its holder is reminded. */
  remindAt: Instant;
  /** It goes back to the team's queue. */
  returnAt: Instant;
  /** It goes up: to the supervisor, `rescue` to the manager. */
  raiseAt: Instant;
  raiseTo: 'supervisor' | 'manager';
}

export interface TaskContext {
  openedAt: Instant;
  /** The denial's filing date, if one is watched: also one that is overdue. */
  filing?: WatchedDates | undefined;
  /** The safe date of the clock a task serves by itself (`supply-information`). */
  ownSafeDue?: IsoDate | undefined;
}

/** Assumed for a task whose own clock is not known. */
const UNKNOWN_DUE_DAYS = 3;

/**
 * The moments of a task that was opened then. None of them lies after the next tier, or overdue morning, of the filing date that
 * tells the same person: who hears of the date hears of what holds it up.
 */
export function taskTimes(
  kind: TaskKind,
  { openedAt, filing, ownSafeDue }: TaskContext,
  calendar: WorkCalendar,
  rows: readonly ClockRow[] = CLOCK_ROWS,
): TaskTimes {
  const { lateTells } = taskKindRow(kind);
  const told = filing && nextTold(filing, lateTells, openedAt, calendar);
  const capped = (instant: Instant): Instant => (told ? earlier(instant, told) : instant);
  const natural = naturalDue(kind, openedAt, ownSafeDue, calendar, rows);
  const dueAt = capped(natural);
  return {
    dueAt,
    remindAt: halfOfWorkingTime(openedAt, dueAt, calendar),
    returnAt: dueAt,
    raiseAt: capped(endOfDay(addBusinessDays(dateIn(calendar.timeZone, natural), 1, calendar), calendar)),
    raiseTo: lateTells,
  };
}

/** When that person next hears of the filing date. */
function nextTold(filing: WatchedDates, who: Told, after: Instant, calendar: WorkCalendar): Instant {
  const tier = tierInstants(filing, calendar).find(
    ({ at, tells, tier: name }) => at > after && (name === 'safe' || tells.includes(who)),
  );
  return tier?.at ?? nextOverdue(filing, after, calendar);
}

/** At 17:00 of the business day that the row of the kind says. */
function naturalDue(
  kind: TaskKind,
  openedAt: Instant,
  ownSafeDue: IsoDate | undefined,
  calendar: WorkCalendar,
  rows: readonly ClockRow[],
): Instant {
  const openedOn = dateIn(calendar.timeZone, openedAt);
  const row = clockRows(`task.${kind}`, rows).find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= openedOn && (effectiveTo === null || openedOn <= effectiveTo),
  );
  if (row?.amount === null && ownSafeDue) {
    const due = endOfDay(ownSafeDue, calendar);
    return due > openedAt ? due : endOfBusinessDayAfter(openedAt, 0, calendar);
  }
  return endOfBusinessDayAfter(openedAt, row?.amount ?? UNKNOWN_DUE_DAYS, calendar);
}
