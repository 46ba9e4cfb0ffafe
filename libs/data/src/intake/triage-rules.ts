import type { DenialClass } from '@overturn/domain';
import { carcRow } from '@overturn/domain/triage/carc-table';
import { SHIPPED_TRIAGE } from '@overturn/domain/triage/own-rows';
import type { TriageRules } from '@overturn/domain/triage/own-rows';
import { rarcRow } from '@overturn/domain/triage/rarc-table';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** The rules that judge the organization's claims now: what the database says of a code stands over what is shipped. */
export async function readTriageRules(tx: Tx): Promise<TriageRules> {
  const carcs = await tx.rows<{ carc: string; label: string; class: DenialClass }>(
    sql`select carc, label, class from carc_row`,
  );
  const rarcs = await tx.rows<{ rarc: string; label: string; opens: boolean }>(
    sql`select rarc, label, opens from rarc_row`,
  );
  const keptCarcs = new Set(carcs.map(({ carc }) => carc));
  const keptRarcs = new Set(rarcs.map(({ rarc }) => rarc));
  return {
    ...SHIPPED_TRIAGE,
    carcs: [
      ...carcs.map(({ carc, ...row }) => ({ ...shippedCarc(carc), carc, ...row })),
      ...SHIPPED_TRIAGE.carcs.filter(({ carc }) => !keptCarcs.has(carc)),
    ],
    rarcs: [
      ...rarcs.map((row) => ({ ...rarcRow(row.rarc), ...row })),
      ...SHIPPED_TRIAGE.rarcs.filter(({ rarc }) => !keptRarcs.has(rarc)),
    ],
  };
}

/** A row of the database makes a code known that no shipped row knows. */
function shippedCarc(carc: string) {
  const { isUnknown: _unknown, ...row } = carcRow(carc);
  return row;
}
