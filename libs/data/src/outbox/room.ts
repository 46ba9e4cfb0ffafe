import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** Messages that may wait for their workflows: what is told to many must not hold up the day's work. */
const MOST_WAITING = 1_000;

/** Whether more denials of the organization may be told something in bulk now. */
export async function hasRoom(tx: Tx): Promise<boolean> {
  const { waiting } = (await tx.row<{ waiting: number }>(sql`
    select count(*) waiting from (select from outbox_message
      where organization_id = ${tx.organizationId} and released_at is not null and delivered_at is null limit ${MOST_WAITING}) m`))!;
  return waiting < MOST_WAITING;
}
