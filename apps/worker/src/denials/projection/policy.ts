import type { ClockPolicy } from '@overturn/domain/clocks/clock-row';
import type { Channel } from '@overturn/domain';
import { ownPolicy } from '@overturn/domain/rules/own-calendar';
import { calendarOf, ownCalendar } from './calendar.ts';
import type { StepContext } from './step-context.ts';

/** How this organization counts: zone, days off, its wider margin, the channel chosen for the filing. */
export function policyOf(context: StepContext): ClockPolicy {
  const { appeal_channel: channel } = context.rows.denial;
  return {
    ...calendarOf(context),
    ...ownPolicy(ownCalendar(context)),
    ...(channel && { channel: channel as Channel }),
  };
}
