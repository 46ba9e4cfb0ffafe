import type { DocumentView, EditDocumentBody } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { actorOf, ofClients } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { DOCUMENT_COLUMNS, documentView } from './document-rows.ts';
import type { DocumentRow } from './document-rows.ts';

type Found = DocumentRow & { denialId: string; clientId: string };

async function findDocument(tx: Tx, caller: Caller, id: string): Promise<Found> {
  const row = await tx.row<Found>(sql`
    select ${DOCUMENT_COLUMNS}, o.denial_id "denialId", d.client_id "clientId" from document o join denial d on d.id = o.denial_id
    where o.id = ${id} and ${ofClients(caller, sql`d.client_id`)}`);
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such document here.', { documentId: id });
  return row;
}

const shown = ({ denialId: _, clientId: _client, ...row }: Found): DocumentView => documentView(row);

/** One letter, an act in the audit: it names the patient. */
export async function readDocument(tx: Tx, now: Date, caller: Caller, id: string): Promise<DocumentView> {
  const found = await findDocument(tx, caller, id);
  await writeAudit(tx, actorOf(caller), now, {
    act: 'document.read',
    subject: { kind: 'document', id },
    denialId: found.denialId,
  });
  return shown(found);
}

/** The file of a rendered letter, and whose letter it is. */
export async function documentFile(tx: Tx, caller: Caller, id: string): Promise<{ fileId: string; denialId: string }> {
  const { fileId, denialId } = await findDocument(tx, caller, id);
  if (!fileId)
    throw new DomainError('NOT_FOUND', 'This letter has no PDF yet: it is made when the letter is approved.', {
      documentId: id,
    });
  return { fileId, denialId };
}

/**
 * Saves a draft's text over `version`; throws CHANGED_MEANWHILE when someone saved since, CONFLICT once an approval is held or given.
 * The audit keeps the text as it was.
 */
export async function editDocument(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  version: number,
  body: EditDocumentBody,
): Promise<DocumentView> {
  const before = await findDocument(tx, caller, id);
  const saved = await tx.run(sql`
    update document set body = ${body.body}, title = ${body.title ?? before.title}, version = version + 1, edited = true, updated_at = ${now}
    where id = ${id} and version = ${version} and state = 'draft' and approved_version is null`);
  if (saved === 0) await refuse(tx, caller, id, version);
  await writeAudit(tx, actorOf(caller), now, {
    act: 'document.edited',
    subject: { kind: 'document', id },
    denialId: before.denialId,
    before: { title: before.title, body: before.body, version },
    after: { ...body, version: version + 1 },
  });
  await draftEvent(tx, now, { kind: 'document', clientId: before.clientId, denialId: before.denialId, subjectId: id });
  return shown(await findDocument(tx, caller, id));
}

async function refuse(tx: Tx, caller: Caller, id: string, version: number): Promise<never> {
  const now = await findDocument(tx, caller, id);
  if (now.state !== 'draft')
    throw new DomainError('CONFLICT', `The letter is ${now.state}: it can be changed while it is a draft.`, {
      documentId: id,
      state: now.state,
    });
  if (now.approvedVersion !== null)
    throw new DomainError('CONFLICT', 'The letter is approved: take the approval back first.', { documentId: id });
  throw new DomainError(
    'CHANGED_MEANWHILE',
    'Somebody saved this letter meanwhile. Look at it again before you save.',
    {
      documentId: id,
      yours: version,
      version: now.version,
    },
  );
}
