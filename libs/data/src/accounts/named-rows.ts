import { DomainError } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';

const TABLES: Record<'client' | 'team' | 'file' | 'payer', Sql> = {
  client: sql`client`,
  team: sql`team`,
  file: sql`stored_file`,
  payer: sql`payer`,
};

/** Throws BAD_INPUT unless every id is a row of this organization. */
export async function checkNamed(tx: Tx, what: keyof typeof TABLES, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const row = await tx.row<{ found: number }>(
    sql`select count(*) found from ${TABLES[what]} where id = any(${wanted}::uuid[])`,
  );
  if (row?.found !== wanted.length)
    throw new DomainError('BAD_INPUT', `There is no such ${what} here.`, { [what]: wanted });
}
