import { sql } from '@overturn/data/database/database';
import type { StepContext } from '../projection/step-context.ts';
import type { AnsweredTask } from './apply-answer.ts';

/** A person's word settles whose rules apply, as a changed fact does; the dates follow in the same step. */
export async function settleRegime({ tx, step }: StepContext, { outcome, answer }: AnsweredTask): Promise<void> {
  if (outcome !== 'found') return;
  await tx.run(sql`
    update denial set regime = ${answer['regime']}, regime_settled = true,
      plan_type = coalesce(${answer['planType'] ?? null}::text, plan_type), version = version + 1
    where id = ${step.denialId}`);
}
