import type { DeadlineList, DeadlineQuery } from '@overturn/contracts';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { ACT_ON, DEADLINE_COLUMNS, deadlineView } from './deadline-rows.ts';
import type { DeadlineRow } from './deadline-rows.ts';

const MOST = 1000;

interface Listed extends DeadlineRow {
  payerName: string;
  claimNumberTail: string;
  owner: string | null;
  amountCents: number;
  stage: string;
}

/** What runs and is due in these days, nearest first; without days, everything that runs. */
export async function listDeadlines(tx: Tx, caller: Caller, query: DeadlineQuery): Promise<DeadlineList> {
  const rows = await tx.rows<Listed>(sql`
    select ${DEADLINE_COLUMNS}, p.name "payerName", coalesce(right(c.claim_number, 4), '') "claimNumberTail", o.name "owner",
      v.amount_cents "amountCents", v.stage
    from deadline l
    join denial d on d.id = l.denial_id
    join denial_view v on v.denial_id = l.denial_id
    join payer p on p.id = v.payer_id
    left join claim c on c.id = d.claim_id
    left join user_account o on o.id = d.owner_id
    where l.organization_id = ${tx.organizationId} and l.state in ('running', 'missed') and v.stage <> 'closed' and ${ofClients(caller, sql`v.client_id`)}
      and ${between(query)} and ${ofOwner(caller, query.owner)} and ${query.payer === undefined ? sql`true` : sql`v.payer_id = ${query.payer}`}
    order by ${ACT_ON}, l.denial_id, l.purpose limit ${MOST}`);
  return {
    items: rows.map(({ payerName, claimNumberTail, owner, amountCents, stage, ...row }) => ({
      ...deadlineView(row),
      ...{ payerName, claimNumberTail, owner, amountCents, stage },
    })),
  };
}

function between({ from, to }: DeadlineQuery): Sql {
  const since = from === undefined ? sql`true` : sql`${ACT_ON} >= ${from}::date`;
  return to === undefined ? since : sql`${since} and ${ACT_ON} <= ${to}::date`;
}

function ofOwner(caller: Caller, owner: string | undefined): Sql {
  if (owner === undefined) return sql`true`;
  if (owner === 'none') return sql`d.owner_id is null`;
  return sql`d.owner_id = ${owner === 'me' ? caller.id : owner}::uuid`;
}
