import { tzOffset } from '@date-fns/tz/tzOffset';
import { DomainError } from '../errors.ts';
import { addBusinessDays, type BusinessCalendar, isBusinessDay, onOrNextBusinessDay } from './business-days.ts';
import { addDays, type IsoDate, isIsoDate } from './iso-date.ts';

/** A moment, ISO with milliseconds and Z. Such texts sort as the moments do. */
export type Instant = string;

/** A working day in a place. */
export interface WorkCalendar extends BusinessCalendar {
  /** IANA name, like America/Chicago. */
  timeZone: string;
  /** Local time `HH:MM`. Tiers fire at the start; a date ends at the end. */
  dayStart?: string;
  dayEnd?: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
export const DAY_START = '07:00';
export const DAY_END = '17:00';

const isoOf = (ms: number): Instant => new Date(ms).toISOString();
export const msOf = (instant: Instant): number => Date.parse(instant);

/** Asking Intl is slow and days begin at the same moments for all: answers are kept by quarter hour, at which alone zones change. */
const offsets = new Map<string, Map<number, number>>();
const QUARTER_HOUR_MS = 900_000;
const MOST_KEPT = 20_000;

function offsetMs(timeZone: string, ms: number): number {
  const quarter = Math.floor(ms / QUARTER_HOUR_MS);
  let kept = offsets.get(timeZone);
  if (!kept || kept.size > MOST_KEPT) offsets.set(timeZone, (kept = new Map()));
  const known = kept.get(quarter);
  if (known !== undefined) return known;
  const found = askOffsetMs(timeZone, ms);
  kept.set(quarter, found);
  return found;
}

function askOffsetMs(timeZone: string, ms: number): number {
  const minutes = tzOffset(timeZone, new Date(ms));
  if (Number.isNaN(minutes))
    throw new DomainError('BAD_INPUT', `“${timeZone}” is no time zone. Use a name like America/Chicago.`);
  return minutes * MINUTE_MS;
}

export function isTimeZone(timeZone: string): boolean {
  return !Number.isNaN(tzOffset(timeZone, new Date(0)));
}

/** The moment at which clocks in the zone show `HH:MM` on that day: the first of two in autumn, just after the gap in spring. */
export function instantOf(date: IsoDate, time: string, timeZone: string): Instant {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(wall))
    throw new DomainError('BAD_INPUT', `“${date} ${time}” is no time. Write it like 2026-11-30 09:30.`);
  const before = wall - offsetMs(timeZone, wall - 24 * HOUR_MS);
  if (before + offsetMs(timeZone, before) === wall) return isoOf(before);
  const after = wall - offsetMs(timeZone, wall + 24 * HOUR_MS);
  return isoOf(after + offsetMs(timeZone, after) === wall ? after : before);
}

/** The day that calendars in the zone show at that moment. */
export function dateIn(timeZone: string, instant: Instant): IsoDate {
  const ms = msOf(instant);
  return isoOf(ms + offsetMs(timeZone, ms)).slice(0, 10);
}

/** Local time with offset, `2026-11-03T08:30:00-06:00`. */
export function withOffset(instant: Instant, timeZone: string): string {
  const ms = msOf(instant);
  const offset = offsetMs(timeZone, ms);
  const minutes = Math.abs(offset) / MINUTE_MS;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${isoOf(ms + offset).slice(0, 19)}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** Elapsed hours: a day of 23 or 25 hours is no concern of theirs. */
export const addHours = (instant: Instant, hours: number): Instant => isoOf(msOf(instant) + hours * HOUR_MS);

/** A date, an instant with Z or offset, or a local date-time in the zone, as an instant; a bare date is its midnight. */
export function toInstant(text: string, timeZone: string): Instant {
  if (isIsoDate(text)) return instantOf(text, '00:00', timeZone);
  const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/.exec(text);
  const [, day = '', time = ''] = local ?? [];
  if (isIsoDate(day)) return instantOf(day, time, timeZone);
  const ms = /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms))
    throw new DomainError('BAD_INPUT', `“${text}” is neither a date nor a time. Write 2026-11-30 or 2026-11-30T09:30.`);
  return isoOf(ms);
}

/** Beyond it a count would leave the years that four digits write. */
const LAST_YEAR = '2199';

/** Whether `toInstant` takes it: a day that exists, alone or with a time, of a year that can be counted from. */
export function isDateOrTime(text: string): boolean {
  if (!isIsoDate(text.slice(0, 10)) || text.slice(0, 4) > LAST_YEAR) return false;
  try {
    return toInstant(text, 'UTC') !== '';
  } catch {
    return false;
  }
}

/** The day of a date or an instant in the zone. */
export const toDate = (text: string, timeZone: string): IsoDate =>
  isIsoDate(text) ? text : dateIn(timeZone, toInstant(text, timeZone));

export const startOfDay = (date: IsoDate, { timeZone, dayStart = DAY_START }: WorkCalendar): Instant =>
  instantOf(date, dayStart, timeZone);

export const endOfDay = (date: IsoDate, { timeZone, dayEnd = DAY_END }: WorkCalendar): Instant =>
  instantOf(date, dayEnd, timeZone);

/** The start of that working day, or of the next one when nobody works on it. */
export const startOfBusinessDay = (date: IsoDate, calendar: WorkCalendar): Instant =>
  startOfDay(onOrNextBusinessDay(date, calendar), calendar);

/** The working hours of a business day that lie between two instants, in milliseconds. */
function workedMs(date: IsoDate, from: number, to: number, calendar: WorkCalendar): number {
  const start = Math.max(from, msOf(startOfDay(date, calendar)));
  const end = Math.min(to, msOf(endOfDay(date, calendar)));
  return isBusinessDay(date, calendar) ? Math.max(0, end - start) : 0;
}

/** The moment at which half of the working time from one instant to the other has passed. */
export function halfOfWorkingTime(from: Instant, to: Instant, calendar: WorkCalendar): Instant {
  const [start, end] = [msOf(from), msOf(to)];
  const first = dateIn(calendar.timeZone, from);
  const last = dateIn(calendar.timeZone, to);
  let total = 0;
  for (let date = first; date <= last; date = addDays(date, 1)) total += workedMs(date, start, end, calendar);
  let left = total / 2;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const worked = workedMs(date, start, end, calendar);
    if (worked > left) return isoOf(Math.max(start, msOf(startOfDay(date, calendar))) + left);
    left -= worked;
  }
  return to;
}

/** The n-th business day's end after the day of the instant: 0 is that day's own, or the next business day's once it has ended. */
export function endOfBusinessDayAfter(instant: Instant, days: number, calendar: WorkCalendar): Instant {
  const date = dateIn(calendar.timeZone, instant);
  if (days > 0) return endOfDay(addBusinessDays(date, days, calendar), calendar);
  const own = endOfDay(date, calendar);
  return isBusinessDay(date, calendar) && instant < own ? own : endOfDay(addBusinessDays(date, 1, calendar), calendar);
}
