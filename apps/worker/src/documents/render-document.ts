import { createHash } from 'node:crypto';
import { writeAudit } from '@overturn/data/audit/audit';
import type { Actor } from '@overturn/data/audit/audit';
import type { Clock } from '@overturn/data/clock/clock';
import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';
import { draftEvent } from '@overturn/data/events/live-events';
import { postMessage } from '@overturn/data/outbox/outbox';
import { letterPdf } from '@overturn/documents';

export interface RenderPorts {
  database: Database;
  clock: Clock;
  /** Keeps bytes under organization and hash; the same bytes twice are one file. */
  keepFile(organizationId: string, sha256: string, bytes: Uint8Array): Promise<void>;
}
interface DocumentRow {
  id: string;
  denial_id: string;
  key: string;
  title: string;
  body: string;
  exhibits: { label: string }[];
  /** The one that was approved: nothing changes the text while the approval stands. */
  approved_version: number;
  kind: string;
}

const ACTOR: Actor = { kind: 'system', id: null, name: 'Letter printer' };

/** Renders an approved letter to the very file that is sent, and tells the workflow. Safe to repeat; an edit meanwhile wins. */
export async function renderDocument(
  { database, clock, keepFile }: RenderPorts,
  organizationId: string,
  documentId: string,
): Promise<void> {
  const document = await database.forOrganization(organizationId, (tx) =>
    tx.row<DocumentRow>(
      sql`select * from document where id = ${documentId} and state = 'approved' and file_id is null`,
    ),
  );
  if (!document) return;
  const exhibits = document.exhibits.map(({ label }) => label);
  const footer = `Document ${document.id}, version ${document.approved_version}`;
  const bytes = await letterPdf({ title: document.title, body: document.body, exhibits, footer });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await keepFile(organizationId, sha256, bytes);
  const now = await clock.now();
  await database.forOrganization(organizationId, async (tx) => {
    const file = await tx.row<{ id: string }>(sql`
      insert into stored_file (organization_id, sha256, size_bytes, media_type, name, created_at)
      values (${organizationId}, ${sha256}, ${bytes.length}, 'application/pdf', ${`${document.kind}-v${document.approved_version}.pdf`}, ${now})
      on conflict (organization_id, sha256) do update set sha256 = excluded.sha256 returning id`);
    const kept = await tx.run(sql`
      update document set state = 'rendered', file_id = ${file!.id}, updated_at = ${now}
      where id = ${documentId} and state = 'approved' and file_id is null and approved_version = ${document.approved_version}`);
    if (kept === 0) return;
    const open = await tx.row(
      sql`select from denial_view where denial_id = ${document.denial_id} and not closing for update`,
    );
    if (open)
      await postMessage(tx, now, {
        denialId: document.denial_id,
        kind: 'document-rendered',
        payload: { documentId, key: document.key },
      });
    await writeAudit(tx, ACTOR, now, {
      act: 'document.rendered',
      subject: { kind: 'document', id: documentId },
      denialId: document.denial_id,
      after: { sha256 },
    });
    await draftEvent(tx, now, { kind: 'document', denialId: document.denial_id, subjectId: documentId });
  });
}
