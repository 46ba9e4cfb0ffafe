import type { PageQuery, RuleImpactPage } from '@overturn/contracts';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';
import { findChange } from './rule-change-rows.ts';

/** The open denials that a change moves: first those that wait for a person, while they are open. Of the caller's clients only. */
export async function listImpact(tx: Tx, caller: Caller, id: string, query: PageQuery): Promise<RuleImpactPage> {
  await findChange(tx, id);
  const rows = await tx.rows<RuleImpactPage['items'][number] & { place: number }>(sql`
    select i.denial_id "denialId", p.name "payerName", coalesce(right(c.claim_number, 4), '') "claimNumberTail", i.purpose, i.moves, i.before,
      i.after, case i.state when 'taken' then 'queued' else i.state end state, ${PLACE} place
    from rule_impact i join denial d on d.id = i.denial_id join denial_view v on v.denial_id = i.denial_id join payer p on p.id = d.payer_id left join claim c on c.id = d.claim_id
    where i.change_id = ${id} and not (i.state = 'waiting' and v.closing) and ${ofClients(caller, sql`d.client_id`)} and ${after(query.cursor)}
    order by ${PLACE}, i.denial_id, i.purpose limit ${query.limit + 1}`);
  const page = pageOf(rows, query.limit, ({ place, denialId, purpose }) => [place, denialId, purpose]);
  return { ...page, items: page.items.map(({ place: _, ...row }) => row) };
}

const PLACE: Sql = sql`(case when i.state = 'waiting' then 0 else 1 end)`;

function after(cursor: string | undefined): Sql {
  if (cursor === undefined) return sql`true`;
  const [place, denialId, purpose] = readCursor(cursor, 3);
  return sql`(${PLACE}, i.denial_id, i.purpose) > (${Number(place)}::int, ${denialId}::uuid, ${purpose})`;
}
