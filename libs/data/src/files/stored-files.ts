import type { StoredFileView } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { actorOf, personId } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';

export interface ReceivedFile {
  sha256: string;
  sizeBytes: number;
  mediaType: string;
  name: string;
}

const COLUMNS: Sql = sql`f.id, f.name, f.media_type "mediaType", f.size_bytes "sizeBytes"`;

/** Keeps the row of a file whose bytes are in the store; the same bytes again are the same file, under its first name. */
export async function keepFile(tx: Tx, now: Date, caller: Caller, file: ReceivedFile): Promise<StoredFileView> {
  await tx.run(sql`
    insert into stored_file (organization_id, sha256, size_bytes, media_type, name, created_at, created_by)
    values (${tx.organizationId}, ${file.sha256}, ${file.sizeBytes}, ${file.mediaType}, ${file.name}, ${now}, ${personId(caller)})
    on conflict (organization_id, sha256) do nothing`);
  const row = await tx.row<StoredFileView>(sql`
    select ${COLUMNS} from stored_file f where f.organization_id = ${tx.organizationId} and f.sha256 = ${file.sha256}`);
  return row!;
}

/** A file that somebody sent for a denial, an act in its audit. */
export async function keepEvidence(
  tx: Tx,
  now: Date,
  caller: Caller,
  denialId: string,
  file: ReceivedFile,
): Promise<StoredFileView> {
  const kept = await keepFile(tx, now, caller, file);
  await writeAudit(tx, actorOf(caller), now, {
    act: 'file.stored',
    subject: { kind: 'file', id: kept.id },
    denialId,
    after: { sha256: file.sha256, sizeBytes: file.sizeBytes },
  });
  return kept;
}

export interface OpenedFile extends StoredFileView {
  sha256: string;
}

/** A file to be read, an act in the audit of its case. One who works for some clients reads what hangs on their cases only. */
export async function openStoredFile(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  ofDenial?: string,
): Promise<OpenedFile> {
  const row = await tx.row<OpenedFile & { evidenceOf: string | null }>(sql`
    select ${COLUMNS}, f.sha256, (select e.denial_id from evidence e where e.file_id = f.id limit 1) "evidenceOf"
    from stored_file f where f.id = ${id} and ${mayRead(caller)}`);
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such file here.', { fileId: id });
  await writeAudit(tx, actorOf(caller), now, {
    act: 'file.read',
    subject: { kind: 'file', id },
    denialId: ofDenial ?? row.evidenceOf,
  });
  const { evidenceOf: _, ...opened } = row;
  return opened;
}

/** Where a file may hang on a case: with the case come its client and who may see it. */
function mayRead(caller: Caller): Sql {
  if (caller.clientIds.length === 0) return sql`true`;
  const clients = sql`${caller.clientIds}::uuid[]`;
  return sql`(
    f.created_by = ${personId(caller)}
    or exists (select from evidence e join denial d on d.id = e.denial_id where e.file_id = f.id and d.client_id = any(${clients}))
    or exists (select from document o join denial d on d.id = o.denial_id where o.file_id = f.id and d.client_id = any(${clients}))
    or exists (select from packet k join denial d on d.id = k.denial_id where k.proof_file_id = f.id and d.client_id = any(${clients}))
    or exists (select from payer_response r join denial d on d.id = r.denial_id where r.file_id = f.id and d.client_id = any(${clients}))
    or exists (select from remittance r where r.file_id = f.id and r.client_id = any(${clients}))
    or exists (select from audit_entry a join denial d on d.id = a.denial_id
               where a.act = 'file.stored' and a.subject_id = f.id::text and a.denial_id is not null and d.client_id = any(${clients})))`;
}
