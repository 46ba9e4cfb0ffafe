import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** A line that no step of the workflow writes, after those of the last step; in the lock of the denial's view. */
export async function addToTimeline(
  tx: Tx,
  now: Date,
  denialId: string,
  { actor, code, sentence }: { actor: Actor; code: string; sentence: string },
): Promise<void> {
  await tx.run(sql`
    insert into timeline_entry (organization_id, denial_id, generation, seq, ordinal, at, actor, code, sentence)
    select ${tx.organizationId}, v.denial_id, v.generation, v.seq,
      (select coalesce(max(t.ordinal), -1) + 1 from timeline_entry t
       where t.denial_id = v.denial_id and t.generation = v.generation and t.seq = v.seq),
      ${now}, ${JSON.stringify(actor)}::jsonb, ${code}, ${sentence}
    from denial_view v where v.denial_id = ${denialId}`);
}
