import type { PayerList } from '@overturn/contracts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';

/** The payers that this organization has met, by name. One who works for some clients sees those of their denials. */
export const listPayers = (tx: Tx, caller: Caller): Promise<PayerList['items']> =>
  tx.rows(sql`
    select p.id, p.name from payer p
    where p.organization_id = ${tx.organizationId} and ${metBy(caller)} order by lower(p.name), p.id`);

const metBy = ({ clientIds }: Caller): Sql =>
  clientIds.length === 0
    ? sql`true`
    : sql`p.id in (select payer_id from denial_view where client_id = any(${clientIds}::uuid[]))`;
