import { DomainError } from '@overturn/domain';
import type { IsoDate } from '@overturn/domain';
import { writeAudit } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import type { ClaimWarning } from './claim-record.ts';
import { jsonRows } from './json-rows.ts';

export interface ImportRow {
  id: string;
  /** Given at the upload; null: by the payee of each transaction. */
  clientId: string | null;
  sha256: string;
  /** In the organization's zone. */
  receivedOn: IsoDate;
  state: 'received' | 'reading' | 'imported' | 'failed';
  /** Claims of the batches committed so far: a rerun goes on after them. */
  claimsRead: number;
  denials: number;
  duplicates: number;
  createdBy: string | null;
}

export interface ImportCounts {
  interchanges: number;
  transactions: number;
  claims: number;
  lines: number;
  adjustments: number;
  denials: number;
  duplicates: number;
}

export interface ImportProgress {
  bytesRead: number;
  counts: ImportCounts;
  totals: { charged: number; paid: number; patientResponsibility: number };
  warnings: ClaimWarning[];
}

/** What could not be placed, as it came. */
export interface RefusedRecord {
  position: number;
  what: string;
  remedy: string;
  raw: string;
}

/** The import, locked for this transaction: whoever else writes a batch of it waits. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRow> {
  const row = await tx.row<ImportRow>(sql`
    select id, client_id "clientId", sha256, state, claims_read "claimsRead", created_by "createdBy",
      coalesce((counts->>'denials')::int, 0) denials, coalesce((counts->>'duplicates')::int, 0) duplicates,
      (received_at at time zone (select o.time_zone from organization o where o.id = organization_id))::date "receivedOn"
    from remittance where id = ${id} for update`);
  if (!row) throw new DomainError('IMPORT_NOT_FOUND', 'This import is not there.', { remittanceId: id });
  return row;
}

/** Takes a received import up, or one that a process left in the middle. */
export async function beginReading(tx: Tx, now: Date, id: string): Promise<ImportRow> {
  const row = await lockImport(tx, id);
  if (row.state !== 'received') return row;
  await tx.run(sql`update remittance set state = 'reading' where id = ${id}`);
  await tellOf(tx, now, row);
  return { ...row, state: 'reading' };
}

/** Says how far the reading is; in the transaction of the batch that it tells of. */
export async function saveProgress(tx: Tx, now: Date, row: ImportRow, progress: ImportProgress): Promise<void> {
  const { counts, totals, warnings, bytesRead } = progress;
  await tx.run(sql`
    update remittance set bytes_read = least(${bytesRead}::bigint, bytes_total), claims_read = ${counts.claims},
      counts = ${JSON.stringify(counts)}::jsonb, totals = ${JSON.stringify(totals)}::jsonb, warnings = ${jsonRows(warnings)}::jsonb
    where id = ${row.id}`);
  await tellOf(tx, now, row);
}

/** Ends a reading that came to the end of its file. `clientId`: whose claims they all are, null for several clients. */
export async function finishImport(
  tx: Tx,
  now: Date,
  actor: Actor,
  row: ImportRow,
  counts: ImportCounts,
  clientId: string | null,
): Promise<void> {
  await tx.run(sql`
    update remittance set state = 'imported', finished_at = ${now}, bytes_read = bytes_total, client_id = coalesce(client_id, ${clientId}::uuid)
    where id = ${row.id}`);
  await writeAudit(tx, actor, now, {
    act: 'remittance.imported',
    subject: { kind: 'remittance', id: row.id },
    after: counts,
  });
  await tellOf(tx, now, row);
}

/** Ends an import that cannot be read; the sentence tells staff why. */
export async function failImport(tx: Tx, now: Date, actor: Actor, row: ImportRow, sentence: string): Promise<void> {
  await tx.run(
    sql`update remittance set state = 'failed', failure = ${sentence}, finished_at = ${now} where id = ${row.id}`,
  );
  await writeAudit(tx, actor, now, {
    act: 'remittance.failed',
    subject: { kind: 'remittance', id: row.id },
    after: { failure: sentence },
  });
  await tellOf(tx, now, row);
}

/** Keeps what was refused; a row that is there already stays as it is. */
export async function keepRefused(tx: Tx, row: ImportRow, refused: readonly RefusedRecord[]): Promise<void> {
  if (refused.length === 0) return;
  await tx.run(sql`
    insert into refused_row (organization_id, remittance_id, position, what, remedy, raw)
    select ${tx.organizationId}, ${row.id}, position, what, remedy, raw
    from jsonb_to_recordset(${jsonRows(refused)}::jsonb) as r(position int, what text, remedy text, raw text)
    on conflict (remittance_id, position) do nothing`);
}

const tellOf = (tx: Tx, now: Date, row: ImportRow): Promise<void> =>
  draftEvent(tx, now, { kind: 'remittance', clientId: row.clientId, subjectId: row.id });
