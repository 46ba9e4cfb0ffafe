import type { WorkCalendar } from '@overturn/domain/dates/instants';
import type { OrganizationRow } from './case-rows.ts';

/** The organization's zone, day and holidays, as the domain's clocks want them. */
export const calendarOf = (organization: OrganizationRow): WorkCalendar => ({
  timeZone: organization.time_zone,
  observedHolidays: organization.observed_holidays,
  dayStart: organization.day_start,
  dayEnd: organization.day_end,
});
