import { addBusinessDays } from '@overturn/domain/dates/business-days';
import { addDays, weekdayOf } from '@overturn/domain/dates/iso-date';
import { dateIn, dateWords } from '../time/calendar-words.ts';

export interface SnoozeChoice {
  label: string;
  until: string;
}
const HOUR_MS = 3_600_000;
const DAY_START_HOUR = 7;

/** The moment at which clocks in the zone show 07:00 on that day. */
export function morningOf(date: string, timeZone: string): string {
  const guess = Date.parse(`${date}T00:00:00Z`) + DAY_START_HOUR * HOUR_MS;
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const part = Object.fromEntries(shown.formatToParts(guess).map(({ type, value }) => [type, value]));
  const wall = Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:00Z`);
  return new Date(guess + (guess - wall)).toISOString();
}

/** When a task may come back: not after it is due, and before its safe date. None when it is late. */
export function snoozeChoices(
  nowMs: number,
  timeZone: string,
  { dueAt, safeDueOn }: { dueAt: string; safeDueOn: string | null },
): SnoozeChoice[] {
  const today = dateIn(timeZone, nowMs);
  const tomorrow = addBusinessDays(today, 1, {});
  const monday = addDays(today, (8 - weekdayOf(today)) % 7 || 7);
  const mornings = [
    { label: `Next business day, ${dateWords(tomorrow, today)}`, on: tomorrow },
    {
      label: `In three business days, ${dateWords(addBusinessDays(today, 3, {}), today)}`,
      on: addBusinessDays(today, 3, {}),
    },
    { label: `Next week, ${dateWords(monday, today)}`, on: monday },
  ].filter(({ on }, place, all) => all.findIndex((other) => other.on === on) === place);
  return [
    { label: 'Two hours', until: new Date(nowMs + 2 * HOUR_MS).toISOString() },
    ...mornings.map(({ label, on }) => ({ label, until: morningOf(on, timeZone) })),
  ].filter(({ until }) => until <= dueAt && (safeDueOn === null || until.slice(0, 10) < safeDueOn));
}
