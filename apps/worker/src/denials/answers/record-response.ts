import type { Actor } from '@overturn/data/audit/audit';
import { sql } from '@overturn/data/database/database';
import type { StepContext } from '../projection/step-context.ts';
import type { AnsweredTask } from './apply-answer.ts';
import { printedToFile } from './apply-response.ts';

/** A letter or call that staff recorded is an answer in the inbox like any other; the task's id makes it arrive once. */
export async function recordResponse({ tx, step, now }: StepContext, task: AnsweredTask, actor: Actor): Promise<void> {
  const { answer, outcome } = task;
  const given = (name: string): unknown => answer[name] ?? null;
  const regards = task.key.split('/')[1] ?? 'exception';
  await tx.run(sql`
    insert into payer_response (organization_id, denial_id, external_id, regards, outcome, answered_on, benefit_level, reference, printed_deadline_on, wording, file_id, actor, created_at)
    values (${tx.organizationId}, ${step.denialId}, ${`task/${task.id}`}, ${regards}, ${outcome}, ${given('decidedOn') ?? given('receivedOn')},
            ${given('benefitLevel')}, ${given('reference')}, ${given('printedDeadline')}, ${given('wording') ?? given('informationWanted')}, ${given('letter')},
            ${JSON.stringify(actor)}::jsonb, ${now})
    on conflict (organization_id, external_id) do nothing`);
  const printed = printedToFile({ regards, printed_deadline_on: given('printedDeadline') as string | null });
  await tx.run(sql`
    update denial set benefit_level_granted = coalesce(${given('benefitLevel')}::text, benefit_level_granted),
      printed_deadline_on = least(printed_deadline_on, ${printed}::date), version = version + 1
    where id = ${step.denialId}`);
}
