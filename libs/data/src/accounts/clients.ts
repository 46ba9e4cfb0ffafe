import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { actorOf, ofClients } from './caller.ts';
import type { Caller } from './caller.ts';

export interface ClientRow {
  id: string;
  name: string;
  npis: string[];
  taxIds: string[];
  isDefault: boolean;
}

const COLUMNS = sql`id, name, npis, tax_ids "taxIds", is_default "isDefault"`;

/** Adds a provider group that the organization works for. A new default takes the flag from the old one. */
export async function addClient(tx: Tx, now: Date, caller: Caller, wanted: Omit<ClientRow, 'id'>): Promise<ClientRow> {
  const was = wanted.isDefault ? await takeDefault(tx) : undefined;
  const row = await tx.row<ClientRow>(sql`
    insert into client (organization_id, name, npis, tax_ids, is_default, created_at)
    values (${tx.organizationId}, ${wanted.name}, ${wanted.npis}, ${wanted.taxIds}, ${wanted.isDefault}, ${now}) returning ${COLUMNS}`);
  await writeAudit(tx, actorOf(caller), now, {
    act: 'client.created',
    subject: { kind: 'client', id: row!.id },
    ...(was && { before: { default: was.id } }),
    after: wanted,
  });
  return row!;
}

const takeDefault = (tx: Tx): Promise<{ id: string } | undefined> =>
  tx.row(
    sql`update client set is_default = false where organization_id = ${tx.organizationId} and is_default returning id`,
  );

export const listClients = (tx: Tx, caller: Caller): Promise<ClientRow[]> =>
  tx.rows(sql`select ${COLUMNS} from client where ${ofClients(caller, sql`id`)} order by name, id`);
