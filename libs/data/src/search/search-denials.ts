import type { SearchView } from '@overturn/contracts';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { DENIAL_ROWS, denialRowOf } from '../denials/denial-rows.ts';
import type { DenialListRow } from '../denials/denial-rows.ts';

const MOST = 50;

/** Denials of the caller's clients by claim number, patient, member id or payer. Searching patients is an act: the words are kept in the audit. */
export async function searchDenials(
  tx: Tx,
  now: Date,
  caller: Caller,
  words: string,
  limit: number,
): Promise<SearchView> {
  const found = await tx.rows<{ id: string; matched: string }>(
    sql`select denial_id id, matched from search_denials(${words}, ${MOST}, ${caller.clientIds}::uuid[])`,
  );
  const rows = await tx.rows<DenialListRow>(sql`
    ${DENIAL_ROWS} where v.denial_id = any(${found.map(({ id }) => id)}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items = found.flatMap(({ id, matched }) => {
    const row = byId.get(id);
    return row ? [{ ...denialRowOf(row), matched }] : [];
  });
  const shown = items.slice(0, limit);
  await writeAudit(tx, actorOf(caller), now, {
    act: 'searched',
    subject: { kind: 'denial', id: null },
    after: { words, found: shown.length },
  });
  return { items: shown };
}
