import type { Actor } from '@overturn/data/audit/audit';
import { sql } from '@overturn/data/database/database';
import type { StepContext } from '../projection/step-context.ts';
import type { AnsweredTask } from './apply-answer.ts';

/** One row a file; a note alone is evidence too; or the word of a person that nothing exists. */
export const addEvidence =
  (slot: string) =>
  async (
    { tx, step, now }: StepContext,
    { id, outcome, answer, completed_by }: AnsweredTask,
    _actor: Actor,
  ): Promise<void> => {
    const missing = outcome === 'does-not-exist';
    const files = Array.isArray(answer['document']) ? (answer['document'] as string[]) : [];
    const note = String((missing ? answer['reason'] : answer['note']) ?? '') || null;
    for (const fileId of files.length > 0 && !missing ? files : [null]) {
      await tx.run(sql`
        insert into evidence (organization_id, denial_id, slot, task_id, file_id, does_not_exist, note, captured_on, created_at, created_by)
        values (${tx.organizationId}, ${step.denialId}, ${slot}, ${id}, ${fileId}, ${missing}, ${note}, ${answer['capturedOn'] ?? null}, ${now}, ${completed_by})`);
    }
  };
