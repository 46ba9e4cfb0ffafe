import { sql } from '@overturn/data/database/database';
import type { Op } from '@overturn/workflows/activities';
import { sayDate } from '@overturn/domain';
import { auditChange } from './audit-change.ts';
import type { StepContext, TimelineLine } from '../projection/step-context.ts';

const OUTCOME: Record<string, string> = {
  acknowledged: 'acknowledged receipt',
  approved: 'approved',
  partly: 'approved in part',
  denied: 'denied',
  'more-information': 'wants more information',
  lost: 'does not have the request',
};

/** What a refused exception prints is a date for the appeal; what a refused appeal prints is one of the next level. */
export const printedToFile = (response: { regards: string; printed_deadline_on: string | null }): string | null =>
  response.regards === 'exception' ? response.printed_deadline_on : null;

/** What arrived in the inbox takes effect: the level granted, and the line in the timeline. */
export async function applyResponse(
  context: StepContext,
  { inboxId }: Extract<Op, { op: 'apply-response' }>,
): Promise<void> {
  const { tx, step, timeline } = context;
  const response = await tx.row<{
    outcome: string;
    regards: string;
    benefit_level: string | null;
    reference: string | null;
    wording: string | null;
    printed_deadline_on: string | null;
    actor: TimelineLine['actor'];
  }>(sql`
    select outcome, regards, benefit_level, reference, wording, printed_deadline_on, actor from payer_response where id = ${inboxId}`);
  if (!response) return;
  await auditChange(context, response.actor, () =>
    tx.run(sql`
      update denial set benefit_level_granted = coalesce(${response.benefit_level}, benefit_level_granted),
        printed_deadline_on = least(printed_deadline_on, ${printedToFile(response)}::date), version = version + 1
      where id = ${step.denialId}`),
  );
  const reference = response.reference ? `, reference ${response.reference}` : '';
  const wording = response.wording ? ` “${response.wording}”` : '';
  const printed = response.printed_deadline_on
    ? ` It prints a deadline: ${sayDate(response.printed_deadline_on)}.`
    : '';
  const sentence = `Payer on the ${response.regards}: ${OUTCOME[response.outcome] ?? response.outcome}${reference}.${printed}${wording}`;
  timeline.push({ actor: response.actor, code: `response.${response.outcome}`, sentence });
}
