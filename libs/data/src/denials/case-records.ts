import type { DenialView } from '@overturn/contracts';
import type { Stage } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

type EvidenceView = DenialView['evidence'][number];
type EvidenceRow = Omit<EvidenceView, 'file' | 'createdAt'> & { createdAt: Date; file: EvidenceView['file'] };

export async function readEvidence(tx: Tx, denialId: string): Promise<EvidenceView[]> {
  const rows = await tx.rows<EvidenceRow>(sql`
    select e.id, e.slot, e.does_not_exist "doesNotExist", e.note, e.captured_on "capturedOn", e.created_at "createdAt", u.name "createdBy",
      case when f.id is not null then json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'sizeBytes', f.size_bytes) end file
    from evidence e left join stored_file f on f.id = e.file_id left join user_account u on u.id = e.created_by
    where e.denial_id = ${denialId} order by e.created_at, e.id`);
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** The stages entered so far, in order. */
export async function readEntered(tx: Tx, denialId: string): Promise<Stage[]> {
  const rows = await tx.rows<{ stage: Stage }>(sql`
    select substr(code, ${STAGE_CODE.length + 1}) stage from timeline_entry
    where denial_id = ${denialId} and starts_with(code, ${STAGE_CODE}) order by generation, seq, ordinal`);
  return rows.map(({ stage }) => stage);
}
const STAGE_CODE = 'stage.';

export const readPackets = (tx: Tx, denialId: string): Promise<DenialView['packets']> =>
  tx.rows(sql`
    select id, document_id "documentId", channel, state, sent_on "sentOn", delivered_on "deliveredOn", proof_reference "proofReference",
      proof_file_id "proofFileId"
    from packet where denial_id = ${denialId} order by created_at, id`);

export const readAppeals = (tx: Tx, denialId: string): Promise<DenialView['appeals']> =>
  tx.rows(sql`
    select level, reason, state, document_id "documentId", sent_on "sentOn" from appeal where denial_id = ${denialId} order by level`);
