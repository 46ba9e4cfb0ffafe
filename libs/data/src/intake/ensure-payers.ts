import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import type { PayerAsReceived } from '../denials/open-facts.ts';
import { jsonRows } from './json-rows.ts';

/** The payers' rows by their identifier as received; a new one is made, a known one keeps the name it has. */
export async function ensurePayers(
  tx: Tx,
  now: Date,
  payers: readonly PayerAsReceived[],
): Promise<Map<string, string>> {
  const wanted = [...new Map(payers.map((payer) => [payer.identifier, payer])).values()];
  const identifiers = wanted.map(({ identifier }) => identifier);
  const known = await payerIds(tx, identifiers);
  const missing = wanted.filter(({ identifier }) => !known.has(identifier));
  if (missing.length === 0) return known;
  await tx.run(sql`
    insert into payer (organization_id, identifier, name, created_at)
    select ${tx.organizationId}, identifier, name, ${now}
    from jsonb_to_recordset(${jsonRows(missing)}::jsonb) as p(identifier text, name text)
    order by identifier
    on conflict (organization_id, identifier) do nothing`);
  return payerIds(tx, identifiers);
}

async function payerIds(tx: Tx, identifiers: string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; identifier: string }>(
    sql`select id, identifier from payer where organization_id = ${tx.organizationId} and identifier = any(${identifiers})`,
  );
  return new Map(rows.map(({ id, identifier }) => [identifier, id]));
}
