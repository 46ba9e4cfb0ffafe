import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { jsonRows } from '../intake/json-rows.ts';

export interface TimelineLine {
  actor: Actor;
  code: string;
  sentence: string;
  citation?: string | null;
}

/** A line that no step of the workflow writes, after those of the last step; in the lock of the denial's view. */
export const addToTimeline = (tx: Tx, now: Date, denialId: string, line: TimelineLine): Promise<void> =>
  addLines(tx, now, [{ denialId, ...line }]);

/** The same for several denials, in the locks of their views. */
export async function addLines(
  tx: Tx,
  now: Date,
  lines: readonly (TimelineLine & { denialId: string })[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.run(sql`
    insert into timeline_entry (organization_id, denial_id, generation, seq, ordinal, at, actor, code, sentence, citation)
    select ${tx.organizationId}, v.denial_id, v.generation, v.seq,
      (select coalesce(max(t.ordinal), -1) from timeline_entry t
       where t.denial_id = v.denial_id and t.generation = v.generation and t.seq = v.seq)
      + row_number() over (partition by v.denial_id order by l.place),
      ${now}, l.line -> 'actor', l.line ->> 'code', l.line ->> 'sentence', l.line ->> 'citation'
    from jsonb_array_elements(${jsonRows(lines)}::jsonb) with ordinality l(line, place)
    join denial_view v on v.denial_id = (l.line ->> 'denialId')::uuid`);
}
