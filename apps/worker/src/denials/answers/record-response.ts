import type { Actor } from '@overturn/data/audit/audit';
import { sql } from '@overturn/data/database/database';
import type { StepContext } from '../projection/step-context.ts';
import type { AnsweredTask } from './apply-answer.ts';

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
  if (answer['benefitLevel']) {
    await tx.run(
      sql`update denial set benefit_level_granted = ${answer['benefitLevel']}, version = version + 1 where id = ${step.denialId}`,
    );
  }
}
