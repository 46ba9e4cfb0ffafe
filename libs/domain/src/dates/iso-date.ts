import { DomainError } from '../errors.ts';

/** A calendar day `YYYY-MM-DD` without zone: a date of law is the same day everywhere. */
export type IsoDate = string;

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whether the text is a day that exists: 2026-02-31 is none. */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && isoDateOfDay(time / DAY_MS) === text;
}

export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text))
    throw new DomainError('BAD_INPUT', `“${text}” is no date. Write it as year-month-day, like 2026-11-30.`);
  return text;
}

/** Days since 1970-01-01. */
export function dayOf(date: IsoDate): number {
  const time = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
  if (Number.isNaN(time))
    throw new DomainError('BAD_INPUT', `“${date}” is no date. Write it as year-month-day, like 2026-11-30.`);
  return time / DAY_MS;
}

export const isoDateOfDay = (day: number): IsoDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const addDays = (date: IsoDate, days: number): IsoDate => isoDateOfDay(dayOf(date) + days);

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayOf(to) - dayOf(from);

/** Same day of the month `months` later; where that month has no such day, the first of the next one (45 CFR 147.136(d)(2)(i)). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const same = new Date(Date.UTC(year, month - 1 + months, dayOfMonth));
  const found = same.getUTCMonth() === first.getUTCMonth() ? same : new Date(Date.UTC(year, month + months, 1));
  return found.toISOString().slice(0, 10);
}

/** 0 Sunday to 6 Saturday. */
export const weekdayOfDay = (day: number): number => (((day + 4) % 7) + 7) % 7;
export const weekdayOf = (date: IsoDate): number => weekdayOfDay(dayOf(date));

export const earlier = <T extends string>(a: T, b: T): T => (a <= b ? a : b);
export const later = <T extends string>(a: T, b: T): T => (a >= b ? a : b);

/** As staff read it: `Sat 31 Oct 2026`. */
export function sayDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${WEEKDAYS[weekdayOf(date)]} ${day} ${MONTHS[month - 1]} ${year}`;
}
