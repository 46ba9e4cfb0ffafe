import type { OwnCalendar } from '@overturn/domain/rules/own-calendar';
import { dateIn } from '@overturn/domain/dates/instants';
import type { WorkCalendar } from '@overturn/domain/dates/instants';
import type { StepContext } from './step-context.ts';

/** How the organization counts on the day of the step. */
export const ownCalendar = ({ rows, rules, now }: StepContext): OwnCalendar =>
  rules.rules.on(dateIn(rows.organization.time_zone, now.toISOString())).calendar;

/** The organization's zone, day and days off, as the domain's clocks want them. */
export function calendarOf(context: StepContext): WorkCalendar {
  const { time_zone: timeZone, day_start: dayStart, day_end: dayEnd } = context.rows.organization;
  const { observedHolidays, closures } = ownCalendar(context);
  return { timeZone, dayStart, dayEnd, observedHolidays, closures };
}
