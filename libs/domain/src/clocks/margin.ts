import { addBusinessDays, type BusinessCalendar } from '../dates/business-days.ts';
import { addHours, withOffset } from '../dates/instants.ts';
import { addDays, daysBetween, type IsoDate, later, sayDate } from '../dates/iso-date.ts';
import type { FoundAnchor } from './choose-row.ts';
import type { ClockPolicy, ClockRow } from './clock-row.ts';
import { sayHolidays } from './count.ts';
import type { TraceStep } from './evaluation.ts';

const LONG_MARGIN = 5;
const SHORT_MARGIN = 1;
const MAIL_MARGIN = 5;
const LONG_SPAN = { calendarDays: 30, businessDays: 20, months: 1, hours: Number.POSITIVE_INFINITY } as const;

/** Business days between the earliest reading and the safe date; `isLong`: of a long span. */
function marginDays(row: ClockRow, isLong: boolean, { channel, extraMarginBusinessDays = 0 }: ClockPolicy): number {
  const own = row.margin ?? (isLong ? LONG_MARGIN : SHORT_MARGIN);
  const mail = isLong && channel === 'mail' && row.satisfiedBy === 'received' ? MAIL_MARGIN : 0;
  return own + mail + extraMarginBusinessDays;
}

/** The standard margin of a date that is printed, by the calendar days it gives. */
export const marginForSpan = (days: number, { channel, extraMarginBusinessDays = 0 }: ClockPolicy): number =>
  (days >= LONG_SPAN.calendarDays ? LONG_MARGIN + (channel === 'mail' ? MAIL_MARGIN : 0) : SHORT_MARGIN) +
  extraMarginBusinessDays;

/** A date that is safe, and how it was found. */
export interface Safe {
  safe: string;
  say: () => TraceStep;
}

/** The day or instant by which we want it done: never before the clock began. Observed holidays are never counted as worked here. */
export function safeDue(
  earliest: string,
  row: ClockRow,
  amount: number,
  anchor: FoundAnchor,
  policy: ClockPolicy,
): Safe {
  if (row.unit !== 'hours') return safeDay(earliest, row, amount, anchor.on, policy);
  const safe = later(addHours(earliest, -amount / 4), anchor.at);
  return {
    safe,
    say: () => ({
      sentence: `Safe: a quarter of the span earlier = ${withOffset(safe, policy.timeZone)}.`,
      input: earliest,
      output: safe,
    }),
  };
}

/** Where an event makes a short span long, the date is never earlier than one day less would give: it does not fall back as the event comes later. */
function safeDay(earliest: IsoDate, row: ClockRow, amount: number, from: IsoDate, own: ClockPolicy): Safe {
  const policy = row.satisfiedBy === 'received' ? own : { ...own, payerClosures: [] };
  const isLong = amount >= LONG_SPAN[row.unit];
  const before = (due: IsoDate, isOfLong: boolean, notBefore: IsoDate): Safe =>
    safeDateBefore(due, marginDays(row, isOfLong, policy), notBefore, policy);
  const isStretched = !isLong && row.unit === 'calendarDays' && daysBetween(from, earliest) >= LONG_SPAN.calendarDays;
  if (!isStretched) return before(earliest, isLong, from);
  return before(earliest, true, before(addDays(from, LONG_SPAN.calendarDays - 1), false, from).safe);
}

/** A margin before a printed or counted date: in days on which we work, and the payer can receive. */
export function safeDateBefore(due: IsoDate, days: number, anchorOn: IsoDate, policy: ClockPolicy): Safe {
  const { closures = [], payerClosures = [] } = policy;
  const calendar: BusinessCalendar = { observedHolidays: true, closures: [...closures, ...payerClosures] };
  const counted = addBusinessDays(due, -days, calendar);
  const safe = later(counted, anchorOn);
  return {
    safe,
    say: () => {
      const why = safe === counted ? '' : `, but not before ${sayDate(anchorOn)}`;
      const mail = policy.channel === 'mail' && days >= LONG_MARGIN + MAIL_MARGIN ? ' (by mail)' : '';
      const skipped = sayHolidays(counted, addDays(due, -1), calendar).map((words) => ` (${words})`);
      return {
        sentence: `Safe: ${days} business day${days === 1 ? '' : 's'} before ${sayDate(due)}${mail} = ${sayDate(counted)}${skipped.join('')}${why}.`,
        input: due,
        output: safe,
      };
    },
  };
}
