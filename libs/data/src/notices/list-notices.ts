import type { NoticePage } from '@overturn/contracts';
import { DomainError, ROLES } from '@overturn/domain';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';

type Row = Omit<NoticePage['items'][number], 'at' | 'readAt'> & { at: Date; readAt: Date | null };

/** What was told to this person: as owner, through a team, or by a role that is at most theirs. */
function toldTo(caller: Caller): Sql {
  const roles = ROLES.slice(1, ROLES.indexOf(caller.role) + 1);
  const teams = caller.teamIds.length === 0 ? sql`true` : sql`n.team_id = any(${caller.teamIds}::uuid[])`;
  return sql`(n.user_id = ${caller.id} or (n.user_id is null and n.team_id is not null and ${teams}) or n.tell = any(${roles}))
    and ${ofClients(caller, sql`d.client_id`)}`;
}

/** Notices, newest first, with how many are unread. */
export async function listNotices(
  tx: Tx,
  caller: Caller,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<NoticePage> {
  const mine = sql`
    from notice n join denial d on d.id = n.denial_id join payer p on p.id = d.payer_id left join claim c on c.id = d.claim_id
    left join notice_reading r on r.notice_id = n.id and r.reader_id = ${caller.id}
    where n.organization_id = ${tx.organizationId} and ${toldTo(caller)}`;
  const rows = await tx.rows<Row>(sql`
    select n.id, n.denial_id "denialId", n.task_id "taskId", n.tell, n.code, n.sentence, n.at, r.read_at "readAt",
      p.name "payerName", coalesce(right(c.claim_number, 4), '') "claimNumberTail", d.amount_cents "amountCents" ${mine} and ${before(cursor)}
    order by n.at desc, n.id desc limit ${limit + 1}`);
  const unread = await tx.row<{ count: number }>(sql`select count(*) count ${mine} and r.read_at is null`);
  const page = pageOf(rows, limit, ({ at, id }) => [at, id]);
  const items = page.items.map(({ at, readAt, ...row }) => ({
    ...row,
    at: at.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  }));
  return { items, nextCursor: page.nextCursor, unread: unread?.count ?? 0 };
}

/** Marks a notice read by this person; read twice is read. Throws NOT_FOUND. */
export async function readNotice(tx: Tx, now: Date, caller: Caller, id: string): Promise<void> {
  const told = await tx.row(sql`
    with told as (select n.id from notice n join denial d on d.id = n.denial_id where n.id = ${id} and ${toldTo(caller)}),
      read as (
        insert into notice_reading (organization_id, notice_id, reader_id, read_at)
        select ${tx.organizationId}, id, ${caller.id}, ${now} from told on conflict do nothing)
    select from told`);
  if (!told) throw new DomainError('NOT_FOUND', 'There is no such notice for you.', { id });
}

/** Marks every notice read that this person was told until now. */
export async function readAllNotices(tx: Tx, now: Date, caller: Caller): Promise<void> {
  await tx.run(sql`
    insert into notice_reading (organization_id, notice_id, reader_id, read_at)
    select ${tx.organizationId}, n.id, ${caller.id}, ${now} from notice n join denial d on d.id = n.denial_id
    where n.organization_id = ${tx.organizationId} and n.at <= ${now} and ${toldTo(caller)}
    on conflict do nothing`);
}

function before(cursor: string | undefined): Sql {
  if (cursor === undefined) return sql`true`;
  const [at, id] = readCursor(cursor, 2);
  return sql`(n.at, n.id) < (${at}::timestamptz, ${id}::uuid)`;
}
