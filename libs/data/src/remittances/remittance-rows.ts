import type { RemittancePage, RemittanceView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { pageOf, readCursor } from '../paging/cursor.ts';

type Listed = RemittancePage['items'][number];
type Row = Omit<Listed, 'receivedAt' | 'finishedAt'> & { receivedAt: Date; finishedAt: Date | null };

const COLUMNS: Sql = sql`
  r.id, r.state, r.failure, f.name "fileName", f.size_bytes "sizeBytes", r.bytes_read "bytesRead", r.claims_read "claimsRead", r.client_id "clientId",
  r.received_at "receivedAt", r.finished_at "finishedAt", coalesce(u.name, k.name) "receivedBy", r.counts, r.totals,
  jsonb_array_length(r.warnings) "warningCount", (select count(*) from refused_row x where x.remittance_id = r.id) "refusedCount"`;
const FROM: Sql = sql`
  from remittance r join stored_file f on f.id = r.file_id left join user_account u on u.id = r.created_by left join api_key k on k.id = r.created_by`;

/** An import whose client is not known yet, or that is of several, is seen by those who work for all of them. */
const maySee = (caller: Caller): Sql => ofClients(caller, sql`r.client_id`);

const listed = ({ receivedAt, finishedAt, ...row }: Row): Listed => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

/** Imports, newest first. */
export async function listRemittances(
  tx: Tx,
  caller: Caller,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<RemittancePage> {
  const rows = await tx.rows<Row>(sql`
    select ${COLUMNS} ${FROM} where r.organization_id = ${tx.organizationId} and ${maySee(caller)} and ${before(cursor)}
    order by r.received_at desc, r.id desc limit ${limit + 1}`);
  const page = pageOf(rows, limit, ({ receivedAt, id }) => [receivedAt, id]);
  return { ...page, items: page.items.map(listed) };
}

/** One import with its warnings and what was refused. Throws IMPORT_NOT_FOUND. */
export async function readRemittance(tx: Tx, caller: Caller, id: string): Promise<RemittanceView> {
  const row = await tx.row<Row & Pick<RemittanceView, 'warnings'>>(sql`
    select ${COLUMNS}, r.warnings ${FROM} where r.id = ${id} and ${maySee(caller)}`);
  if (!row) throw new DomainError('IMPORT_NOT_FOUND', 'There is no such import here.', { id });
  const refused = await tx.rows<RemittanceView['refused'][number]>(sql`
    select position, what, remedy from refused_row where remittance_id = ${id} order by position limit 500`);
  const { warnings, ...rest } = row;
  const { warningCount: _, refusedCount: _refused, ...view } = listed(rest);
  return { ...view, warnings, refused };
}

function before(cursor: string | undefined): Sql {
  if (cursor === undefined) return sql`true`;
  const [at, id] = readCursor(cursor, 2);
  return sql`(r.received_at, r.id) < (${at}::timestamptz, ${id}::uuid)`;
}
