import { sql } from '@overturn/data/database/database';
import type { StepContext } from './step-context.ts';

/** Writes the step's lines in the order in which they happened; a repeated step writes them once. */
export async function writeTimeline({ tx, step, now, timeline }: StepContext): Promise<void> {
  for (const [ordinal, { actor, code, sentence, citation }] of timeline.entries()) {
    await tx.run(sql`
      insert into timeline_entry (organization_id, denial_id, generation, seq, ordinal, at, actor, code, sentence, citation)
      values (${tx.organizationId}, ${step.denialId}, ${step.generation}, ${step.seq}, ${ordinal}, ${now},
              ${JSON.stringify(actor)}::jsonb, ${code}, ${sentence}, ${citation ?? null})
      on conflict do nothing`);
  }
}
