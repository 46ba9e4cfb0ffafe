import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** Positions of the claims of a remittance that opened a denial as they were written, or came again for one. */
export async function readOpened(tx: Tx, remittanceId: string): Promise<ReadonlySet<number | null>> {
  const rows = await tx.rows<{ position: number }>(
    sql`select position from claim where remittance_id = ${remittanceId} and opens`,
  );
  return new Set(rows.map(({ position }) => position));
}
