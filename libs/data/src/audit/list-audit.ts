import type { AuditPage, AuditQuery } from '@overturn/contracts';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';

type Row = Omit<AuditPage['items'][number], 'at'> & { at: Date };

/** The audit of the organization or of one denial, newest first. Who has only some clients sees what regards their denials, and nothing else. */
export async function listAudit(
  tx: Tx,
  caller: Caller,
  { cursor, limit, denialId, act }: AuditQuery,
): Promise<AuditPage> {
  const of = (column: Sql, value: string | undefined): Sql =>
    value === undefined ? sql`true` : sql`${column} = ${value}`;
  const rows = await tx.rows<Row>(sql`
    select a.id, a.at, a.actor_kind "actorKind", a.actor_id "actorId", coalesce(u.name, k.name) "actorName", a.act, a.subject_kind "subjectKind",
      a.subject_id "subjectId", a.denial_id "denialId", a.before, a.after
    from audit_entry a
    left join user_account u on a.actor_kind = 'person' and u.id::text = a.actor_id
    left join api_key k on a.actor_kind = 'key' and k.id::text = a.actor_id
    where a.organization_id = ${tx.organizationId} and ${of(sql`a.denial_id`, denialId)} and ${of(sql`a.act`, act)} and ${seenBy(caller)} and ${before(cursor)}
    order by a.id desc limit ${limit + 1}`);
  const page = pageOf(rows, limit, ({ id }) => [id]);
  return { ...page, items: page.items.map((row) => ({ ...row, at: row.at.toISOString() })) };
}

const seenBy = (caller: Caller): Sql =>
  caller.clientIds.length === 0
    ? sql`true`
    : sql`exists (select from denial d where d.id = a.denial_id and ${ofClients(caller, sql`d.client_id`)})`;

const before = (cursor: string | undefined): Sql =>
  cursor === undefined ? sql`true` : sql`a.id < ${readCursor(cursor, 1)[0]}::bigint`;
