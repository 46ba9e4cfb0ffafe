import { DomainError } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

export interface ClientIds {
  id: string;
  npis: string[];
  taxIds: string[];
  isDefault: boolean;
}

/** The organization's clients, the default one first. */
export const readClients = (tx: Tx): Promise<ClientIds[]> =>
  tx.rows<ClientIds>(sql`
    select id, npis, tax_ids "taxIds", is_default "isDefault" from client order by is_default desc, created_at, id`);

/** Whose claim it is: the client given, else the one whose NPI or Tax ID is the payee, else the default one. */
export function clientOf(
  clients: readonly ClientIds[],
  given: string | null,
  payee: { npi: string | null; taxId: string | null },
): string {
  const has = (own: readonly string[], wanted: string | null): boolean =>
    wanted !== null && own.some((value) => digits(value) === digits(wanted));
  const found =
    given ??
    clients.find(({ npis }) => has(npis, payee.npi))?.id ??
    clients.find(({ taxIds }) => has(taxIds, payee.taxId))?.id ??
    clients[0]?.id;
  if (!found)
    throw new DomainError('UNAVAILABLE', 'This organization has no client yet: add one, then load the file again.');
  return found;
}

/** 12-3456789 and 123456789 are one Tax ID. */
const digits = (value: string): string => value.replaceAll(/[\s-]/g, '').toUpperCase();
