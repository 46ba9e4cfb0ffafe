import { sql } from '@overturn/data/database/database';
import type { Op } from '@overturn/workflows/activities';
import type { StepContext, TimelineLine } from '../projection/step-context.ts';

const OUTCOME: Record<string, string> = {
  acknowledged: 'acknowledged receipt',
  approved: 'approved',
  partly: 'approved in part',
  denied: 'denied',
  'more-information': 'wants more information',
  lost: 'does not have the request',
};

/** What arrived in the inbox takes effect: the level granted, and the line in the timeline. */
export async function applyResponse(
  { tx, step, timeline }: StepContext,
  { inboxId }: Extract<Op, { op: 'apply-response' }>,
): Promise<void> {
  const response = await tx.row<{
    outcome: string;
    regards: string;
    benefit_level: string | null;
    reference: string | null;
    wording: string | null;
    actor: TimelineLine['actor'];
  }>(sql`
    select outcome, regards, benefit_level, reference, wording, actor from payer_response where id = ${inboxId}`);
  if (!response) return;
  if (response.benefit_level) {
    await tx.run(
      sql`update denial set benefit_level_granted = ${response.benefit_level}, version = version + 1 where id = ${step.denialId}`,
    );
  }
  const reference = response.reference ? `, reference ${response.reference}` : '';
  const wording = response.wording ? ` “${response.wording}”` : '';
  const sentence = `Payer on the ${response.regards}: ${OUTCOME[response.outcome] ?? response.outcome}${reference}.${wording}`;
  timeline.push({ actor: response.actor, code: `response.${response.outcome}`, sentence });
}
