import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { postToAll } from '../outbox/outbox.ts';
import { hasRoom } from '../outbox/room.ts';

/** So many denials are told in one transaction. */
const BATCH = 200;

/** A row of this payer changed: its open denials are to be looked at again, those already told anew. */
export const markChanged = (tx: Tx, now: Date, payer: string): Promise<number> =>
  tx.run(sql`
    insert into payer_recount (organization_id, payer, changed_at) values (${tx.organizationId}, ${payer}, ${now})
    on conflict (organization_id, payer) do update set told_to = null, changed_at = excluded.changed_at`);

/**
 * Tells the next open denials of one payer whose rows changed; how many, 0 when it is done with or enough messages wait.
 * Safe beside another that does the same.
 */
export async function tellNextDenials(tx: Tx, now: Date, payer: string): Promise<number> {
  if (!(await hasRoom(tx))) return 0;
  const mark = await tx.row<{ toldTo: string | null }>(sql`
    select told_to "toldTo" from payer_recount
    where organization_id = ${tx.organizationId} and payer = ${payer} for update skip locked`);
  if (!mark) return 0;
  const next = await tx.rows<{ id: string }>(sql`
    select d.id from denial d
    join payer p on p.id = d.payer_id and p.identifier = ${payer}
    join denial_view v on v.denial_id = d.id and not v.closing
    where d.organization_id = ${tx.organizationId} and (${mark.toldTo}::uuid is null or d.id > ${mark.toldTo}::uuid)
    order by d.id limit ${BATCH} for update of v`); // in their order, so that two writers never wait in a ring
  const ids = next.map(({ id }) => id);
  if (ids.length > 0) await postToAll(tx, now, ids, 'facts-changed', { of: 'payer' });
  if (ids.length < BATCH)
    await tx.run(sql`delete from payer_recount where organization_id = ${tx.organizationId} and payer = ${payer}`);
  else
    await tx.run(
      sql`update payer_recount set told_to = ${ids.at(-1)} where organization_id = ${tx.organizationId} and payer = ${payer}`,
    );
  return ids.length;
}

/** Puts a payer behind the others: what cannot be told now holds up none of them. */
export const postpone = (tx: Tx, now: Date, payer: string): Promise<number> =>
  tx.run(
    sql`update payer_recount set changed_at = ${now} where organization_id = ${tx.organizationId} and payer = ${payer}`,
  );
