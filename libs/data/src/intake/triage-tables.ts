import type { DenialClass } from '@overturn/domain';
import { CARC_TABLE, carcRow } from '@overturn/domain/triage/carc-table';
import type { TriageTables } from '@overturn/domain/triage/classify';
import { RARC_TABLE } from '@overturn/domain/triage/rarc-table';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** The effective code tables: what the database says of a code wins over what is shipped. */
export async function readTriageTables(tx: Tx): Promise<TriageTables> {
  const carcs = await tx.rows<{ carc: string; label: string; class: DenialClass }>(
    sql`select carc, label, class from carc_row`,
  );
  const rarcs = new Map(
    (await tx.rows<{ rarc: string; label: string; opens: boolean }>(sql`select rarc, label, opens from rarc_row`)).map(
      (row) => [row.rarc, row],
    ),
  );
  const kept = new Set(carcs.map(({ carc }) => carc));
  return {
    carcs: [
      ...carcs.map((row) => ({ ...carcRow(row.carc), ...row })),
      ...CARC_TABLE.filter(({ carc }) => !kept.has(carc)),
    ],
    rarcs: RARC_TABLE.map((row) => ({ ...row, ...rarcs.get(row.rarc) })),
  };
}
