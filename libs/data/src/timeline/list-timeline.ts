import type { TimelineEntryView } from '@overturn/contracts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';

type Row = Omit<TimelineEntryView, 'at'> & { at: Date; generation: number; seq: number; ordinal: number };

/** What happened to a denial, newest first. */
export async function listTimeline(
  tx: Tx,
  denialId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: TimelineEntryView[]; nextCursor: string | null }> {
  const rows = await tx.rows<Row>(sql`
    select id, at, actor, code, sentence, citation, generation, seq, ordinal from timeline_entry
    where organization_id = ${tx.organizationId} and denial_id = ${denialId} and ${before(cursor)}
    order by at desc, generation desc, seq desc, ordinal desc limit ${limit + 1}`);
  const page = pageOf(rows, limit, ({ at, generation, seq, ordinal }) => [at, generation, seq, ordinal]);
  const items = page.items.map(({ id, at, actor, code, sentence, citation }) => ({
    id,
    at: at.toISOString(),
    actor,
    code,
    sentence,
    citation,
  }));
  return { items, nextCursor: page.nextCursor };
}

function before(cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const [at, generation, seq, ordinal] = readCursor(cursor, 4);
  return sql`(at, generation, seq, ordinal) < (${at}::timestamptz, ${generation}::int, ${seq}::int, ${ordinal}::int)`;
}
