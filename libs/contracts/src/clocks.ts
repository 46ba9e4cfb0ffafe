import { ANCHOR_EVENTS, ANCHOR_ROLES, CLOCK_INPUTS } from '@overturn/domain/clocks/clock-row';
import { isDateOrTime, isTimeZone } from '@overturn/domain/dates/instants';
import { CHANNELS } from '@overturn/domain/tasks/fields';
import { z } from 'zod';
import { exactly, isoDate, listOf } from './shapes.ts';

const DAY = 'This is no date. Write it as year-month-day, like 2026-11-30.';
const day = z.string(DAY).refine((text) => text.length === 10 && isDateOrTime(text), DAY);
const when = z.string(DAY).refine(isDateOrTime, {
  error: 'This is neither a date nor a time. Write 2026-11-30, 2026-11-30T09:30 or 2026-11-30T09:30-06:00.',
});
const AMOUNT = 'An amount is a whole number of the clock’s own unit, 0 to 3650.';
const channels = CHANNELS.map(({ value }) => value);

/** One question to one clock; what is left out is the organization's own. */
export const deadlinePreviewBody = exactly({
  clock: z.string('Name a clock by its id. GET /api/clocks lists them.').max(100),
  /** Short for the first event that the clock counts from. */
  anchorOn: when.optional(),
  anchorAt: when.optional(),
  anchors: z
    .partialRecord(z.enum(ANCHOR_EVENTS), when, {
      error: ({ code }) =>
        code === 'invalid_type' ? undefined : `There is no event of such a name. Use ${ANCHOR_EVENTS.join(', ')}.`,
    })
    .optional(),
  timeZone: z.string().max(100).refine(isTimeZone, 'This is no time zone. Use a name like America/Chicago.').optional(),
  extensionNoticedOn: day.optional(),
  tolled: z
    .array(
      z.object({ from: day, to: day }).refine(({ from, to }) => from <= to, {
        path: ['to'],
        error: 'This lies before its start. Give the last day on which the clock stood still.',
      }),
    )
    .max(50)
    .optional(),
  levels: z.literal([1, 2], 'A plan has 1 or 2 levels of appeal.').optional(),
  channel: z.enum(channels, `Use one of ${channels.join(', ')}.`).optional(),
  observedHolidays: z.boolean('Say true or false.').optional(),
  /** The contract's or state's own, in the clock's unit. */
  amount: z.int(AMOUNT).min(0, AMOUNT).max(3650, AMOUNT).optional(),
  /** Of a row that is chosen by it: of the period in which the anchor lies; else 1 January of the anchor's year is assumed. */
  ratingPeriodStart: day.optional(),
});
export type DeadlinePreviewBody = z.infer<typeof deadlinePreviewBody>;

/** A date, or on hour clocks an instant with the zone's offset. */
const due = z.string();
/** What we owe has `safeDue`, what others owe `chaseOn` and `lateOn`, a policy or an end `legalDue` alone. */
export const deadlinePreview = z.object({
  clock: z.string(),
  stage: z.string(),
  owedBy: z.string(),
  precision: z.enum(['date', 'instant']),
  timeZone: z.string(),
  legalDue: due,
  safeDue: due.optional(),
  chaseOn: due.optional(),
  lateOn: due.optional(),
  citation: z.string(),
  verified: z.boolean(),
  /** Something that it counts from is not known; the trace says what. */
  assumed: z.boolean(),
  effectiveFrom: isoDate,
  /** Given, and of no meaning to this clock. */
  unused: z.array(z.enum(CLOCK_INPUTS)),
  trace: z.array(z.object({ sentence: z.string(), input: z.string(), output: z.string() })),
});
export type DeadlinePreview = z.infer<typeof deadlinePreview>;

/** One version of a clock. */
export const clockView = z.object({
  id: z.string(),
  stage: z.string(),
  regime: z.string(),
  owedBy: z.string(),
  /** The events that it looks at, the first being what `anchorOn` means. */
  anchors: z.array(z.object({ event: z.enum(ANCHOR_EVENTS), label: z.string(), role: z.enum(ANCHOR_ROLES) })),
  unit: z.enum(['hours', 'calendarDays', 'businessDays', 'months']),
  /** Null: the contract's own, or another clock's safe date. */
  amount: z.int().nullable(),
  /** What else can move it. */
  inputs: z.array(z.enum(CLOCK_INPUTS)),
  citation: z.string(),
  verified: z.boolean(),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
});
export type ClockView = z.infer<typeof clockView>;
export const clockList = listOf(clockView);
export type ClockList = z.infer<typeof clockList>;
