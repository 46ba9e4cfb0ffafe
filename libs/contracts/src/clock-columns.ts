import { ANCHOR_EVENTS } from '@overturn/domain/clocks/clock-row';
import { z } from 'zod';

const DAY = 'This is no date. Write it as year-month-day, like 2026-11-30.';
export const day = z.iso.date(DAY);
/** A whole number between the two. */
export const amount = (least: number, most: number) => {
  const sentence = `Give a whole number, ${least} to ${most}.`;
  return z.int(sentence).min(least, sentence).max(most, sentence);
};
export const oneOf = <const T extends string>(values: readonly T[]) =>
  z.enum(values, `Use one of ${values.join(', ')}.`);
/** What may be said of a clock otherwise than it ships. */
export const clockColumns = {
  amount: amount(0, 3650).nullable(),
  amountWithTwoLevels: amount(0, 3650),
  /** Deadlines of a denial are days: no hours. */
  unit: oneOf(['calendarDays', 'businessDays', 'months']),
  anchor: oneOf(ANCHOR_EVENTS),
  margin: amount(0, 60),
  receiptPresumptionDays: amount(0, 30),
  roll: oneOf(['none', 'nextBusinessDay']),
  satisfiedBy: oneOf(['received', 'postmarked', 'sent']),
  extension: z.object({ amount: amount(1, 365), noticeBy: oneOf(['end-of-first-period']) }),
  effectiveFrom: day,
  effectiveTo: day.nullable(),
  citation: z.string().trim().min(1).max(300),
  verified: z.boolean('Say true or false.'),
};
