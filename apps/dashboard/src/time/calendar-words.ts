/** Words for dates of law (no zone) and for moments (the reader's zone). */
const DAY_MS = 86_400_000;

const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const SHORT = utc({ weekday: 'short', day: 'numeric', month: 'short' });
const LONG = utc({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const DAY_MONTH = utc({ day: 'numeric', month: 'short' });
const plain = (text: string) => text.replace(',', '').replace('Sept', 'Sep');

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** `Fri 20 Nov`, with the year when it is another than today's. */
export function dateWords(date: string, today?: string): string {
  const sameYear = today === undefined || date.slice(0, 4) === today.slice(0, 4);
  return plain((sameYear ? SHORT : LONG).format(dayNumber(date) * DAY_MS));
}
export const longDateWords = (date: string): string => plain(LONG.format(dayNumber(date) * DAY_MS));
export const dayMonthWords = (date: string): string => plain(DAY_MONTH.format(dayNumber(date) * DAY_MS));

/** Making a formatter costs a hundred times what using it does, and a list asks for each row: made once a zone. */
function oncePerZone(make: (timeZone: string | undefined) => Intl.DateTimeFormat) {
  const made = new Map<string | undefined, Intl.DateTimeFormat>();
  return (timeZone?: string): Intl.DateTimeFormat => {
    const known = made.get(timeZone);
    if (known) return known;
    const fresh = make(timeZone);
    made.set(timeZone, fresh);
    return fresh;
  };
}
const formatter = (locale: string, options: Intl.DateTimeFormatOptions) =>
  oncePerZone((timeZone) => new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) }));
const ISO_DAY = formatter('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
const TIME = formatter('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY = formatter('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const TIME_AND_ZONE = formatter('en-GB', { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });

/** The day that calendars in the zone show at that moment, `YYYY-MM-DD`. */
export const dateIn = (timeZone: string, atMs: number): string => ISO_DAY(timeZone).format(atMs);

/** `14:05` in the reader's own zone, or in one given. */
export const timeWords = (atMs: number, timeZone?: string): string => TIME(timeZone).format(atMs);

/** `Fri 20 Nov 2026, 14:05 CET`: the whole moment in the reader's zone. */
export const momentWords = (atMs: number): string => `${plain(DAY().format(atMs))}, ${TIME_AND_ZONE().format(atMs)}`;

const UNITS = [
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `3 minutes ago`, `in 2 days`; under a minute: `just now`. */
export function agoWords(atMs: number, nowMs: number): string {
  const apart = atMs - nowMs;
  const found = UNITS.find(({ ms }) => Math.abs(apart) >= ms);
  return found ? RELATIVE.format(Math.trunc(apart / found.ms), found.unit) : 'just now';
}
