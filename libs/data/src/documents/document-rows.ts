import type { DocumentView } from '@overturn/contracts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';

type Exhibit = { label: string; fileId?: string | null; name?: string | null };
export type DocumentRow = Omit<DocumentView, 'exhibits' | 'updatedAt'> & { exhibits: Exhibit[]; updatedAt: Date };

export const DOCUMENT_COLUMNS: Sql = sql`
  o.id, o.kind, o.level, o.title, o.state, o.body, o.template_id "templateId", o.version, o.approved_version "approvedVersion", o.exhibits, o.file_id "fileId", o.updated_at "updatedAt"`;

export const documentView = ({ exhibits, updatedAt, ...row }: DocumentRow): DocumentView => ({
  ...row,
  exhibits: exhibits.map(({ label, fileId = null, name = null }) => ({ label, fileId, name })),
  updatedAt: updatedAt.toISOString(),
});

export async function readDocuments(tx: Tx, denialId: string): Promise<DocumentView[]> {
  const rows = await tx.rows<DocumentRow>(sql`
    select ${DOCUMENT_COLUMNS} from document o where o.denial_id = ${denialId} order by o.created_at, o.id`);
  return rows.map(documentView);
}
