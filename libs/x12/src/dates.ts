import type { IsoDate } from './model.ts';

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** True for a day that the calendar has, of the years 1900 to 2099. */
function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month - 1]!);
}

/** A file repeats few dates many times: one string each. Bounded by the calendar above. */
const known = new Map<number, IsoDate | null>();
const MAX_KNOWN = 20_000;

/** The date that the eight digits CCYYMMDD, given as a number, stand for; null when it is no calendar date. */
function isoDateOf(digits: number): IsoDate | null {
  const found = known.get(digits);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN) known.clear();
  const year = Math.trunc(digits / 10_000);
  const month = Math.trunc(digits / 100) % 100;
  const day = digits % 100;
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = isRealDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null;
  known.set(digits, date);
  return date;
}

/** The date in `bytes[from, to)` as CCYYMMDD; null when it is none. */
export function parseDate(bytes: Uint8Array, from: number, to: number): IsoDate | null {
  if (to - from !== 8) return null;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at]! - 0x30;
    if (digit < 0 || digit > 9) return null;
    digits = digits * 10 + digit;
  }
  return isoDateOf(digits);
}

/** CCYYMMDD as text, as it stands in GS04, BPR16 and DTM02; null when it is no calendar date. */
export const readDate = (text: string): IsoDate | null => (/^\d{8}$/.test(text) ? isoDateOf(Number(text)) : null);

/** The other way round: `2026-11-18` to `20261118`. */
export const compactDate = (date: IsoDate): string => date.replaceAll('-', '');

/** Days from the epoch, for arithmetic; a day of law has no hours. */
const dayNumber = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date((dayNumber(date) + days) * 86_400_000).toISOString().slice(0, 10);

/** Days from one date to a later one; negative when it is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);
