import type { ClockPolicy } from '@overturn/domain/clocks/clock-row';
import type { Channel } from '@overturn/domain';
import { calendarOf } from './calendar.ts';
import type { CaseRows } from './case-rows.ts';

/** How this organization counts: zone, holidays, its wider margin, the channel chosen for the filing. */
export const policyOf = ({ organization, denial }: CaseRows): ClockPolicy => ({
  ...calendarOf(organization),
  extraMarginBusinessDays: organization.extra_margin_days,
  ...(denial.appeal_channel && { channel: denial.appeal_channel as Channel }),
});
