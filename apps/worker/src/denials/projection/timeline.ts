import { sql } from '@overturn/data/database/database';
import { jsonRows } from '@overturn/data/intake/json-rows';
import type { StepContext } from './step-context.ts';

/** Writes the step's lines in the order in which they happened; a repeated step writes them once. */
export async function writeTimeline({ tx, step, now, timeline }: StepContext): Promise<void> {
  if (timeline.length === 0) return;
  const lines = timeline.map((line, ordinal) => ({ ...line, ordinal }));
  await tx.run(sql`
    insert into timeline_entry (organization_id, denial_id, generation, seq, ordinal, at, actor, code, sentence, citation)
    select ${tx.organizationId}, ${step.denialId}, ${step.generation}, ${step.seq}, ordinal, ${now}, actor, code, sentence, citation
    from jsonb_to_recordset(${jsonRows(lines)}::jsonb) as line(ordinal int, actor jsonb, code text, sentence text, citation text)
    order by ordinal
    on conflict do nothing`);
}
