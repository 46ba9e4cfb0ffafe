import type { DeadlinePreview, DeadlinePreviewBody } from '@overturn/contracts';
import { previewClock } from '@overturn/domain/clocks/preview-clock';
import type { Tx } from '../database/database.ts';
import { readClockRows, readOwnCalendar } from '../denials/open-context.ts';

/** What a clock answers by the rows in force, with the organization's own zone, holidays and margin where nothing else is said. */
export async function previewDeadline(tx: Tx, question: DeadlinePreviewBody): Promise<DeadlinePreview> {
  const { timeZone, observedHolidays, extraMarginDays } = await readOwnCalendar(tx);
  const standing = { timeZone, observedHolidays, extraMarginBusinessDays: extraMarginDays };
  return previewClock(question, standing, await readClockRows(tx));
}
