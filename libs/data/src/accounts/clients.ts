import { writeAudit } from '../audit/audit.ts';
import type { Tx } from '../database/database.ts';
import { modelsOf } from '../database/models.ts';
import { actorOf } from './caller.ts';
import type { Caller } from './caller.ts';

export interface ClientRow {
  id: string;
  name: string;
  npis: string[];
  taxIds: string[];
  isDefault: boolean;
}

const SHOWN = { id: true, name: true, npis: true, taxIds: true, isDefault: true };

/** Adds a provider group that the organization works for. A new default takes the flag from the old one. */
export async function addClient(tx: Tx, now: Date, caller: Caller, wanted: Omit<ClientRow, 'id'>): Promise<ClientRow> {
  const { client } = modelsOf(tx);
  const was = wanted.isDefault
    ? await client.updateManyAndReturn({ where: { isDefault: true }, data: { isDefault: false }, select: { id: true } })
    : [];
  const row = await client.create({
    data: { ...wanted, organizationId: tx.organizationId, createdAt: now },
    select: SHOWN,
  });
  await writeAudit(tx, actorOf(caller), now, {
    act: 'client.created',
    subject: { kind: 'client', id: row.id },
    ...(was[0] && { before: { default: was[0].id } }),
    after: wanted,
  });
  return row;
}

export const listClients = (tx: Tx, { clientIds }: Caller): Promise<ClientRow[]> =>
  modelsOf(tx).client.findMany({
    where: clientIds.length === 0 ? {} : { id: { in: [...clientIds] } },
    select: SHOWN,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
