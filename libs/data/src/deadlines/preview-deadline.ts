import type { DeadlinePreview, DeadlinePreviewBody } from '@overturn/contracts';
import { dateIn } from '@overturn/domain';
import { previewClock } from '@overturn/domain/clocks/preview-clock';
import { ownPolicy } from '@overturn/domain/rules/own-calendar';
import type { Tx } from '../database/database.ts';
import { readRules } from '../rules/read-rules.ts';

/** What a clock answers by the rows in force, with the organization's own zone, holidays and margin where nothing else is said. */
export async function previewDeadline(tx: Tx, now: Date, question: DeadlinePreviewBody): Promise<DeadlinePreview> {
  const { timeZone, rules } = await readRules(tx);
  const { calendar } = rules.on(dateIn(timeZone, now.toISOString()));
  return previewClock(question, { timeZone, ...ownPolicy(calendar) }, rules.clockRows);
}
