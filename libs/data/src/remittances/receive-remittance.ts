import { DomainError } from '@overturn/domain';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { checkNamed } from '../accounts/named-rows.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { keepFile } from '../files/stored-files.ts';
import type { ReceivedFile } from '../files/stored-files.ts';
import { readRemittance } from './remittance-rows.ts';

export interface AcceptedImport {
  id: string;
  state: string;
  fileName: string;
  alreadyImported: boolean;
}

const NO_COUNTS = { interchanges: 0, transactions: 0, claims: 0, lines: 0, adjustments: 0, denials: 0, duplicates: 0 };
const NO_TOTALS = { charged: 0, paid: 0, patientResponsibility: 0 };

/** Takes a file whose bytes are in the store as an import to be read; the same bytes again are the same import. */
export async function receiveRemittance(
  tx: Tx,
  now: Date,
  caller: Caller,
  file: ReceivedFile,
  clientId: string | undefined,
): Promise<AcceptedImport> {
  const [ownClient] = caller.clientIds;
  const client = clientId ?? (caller.clientIds.length === 1 ? ownClient : undefined);
  if (client) await checkNamed(tx, 'client', [client]);
  if (caller.clientIds.length > 0 && (!client || !caller.clientIds.includes(client)))
    throw new DomainError('NOT_ALLOWED', 'Name one of your clients for this remittance.', {
      fields: { clientId: 'Name one of your clients.' },
    });
  const stored = await keepFile(tx, now, caller, file);
  const made = await tx.row<{ id: string }>(sql`
    insert into remittance (organization_id, client_id, file_id, sha256, state, bytes_total, counts, totals, warnings, received_at, created_by)
    values (${tx.organizationId}, ${client ?? null}, ${stored.id}, ${file.sha256}, 'received', ${file.sizeBytes}, ${JSON.stringify(NO_COUNTS)}::jsonb,
            ${JSON.stringify(NO_TOTALS)}::jsonb, '[]'::jsonb, ${now}, ${caller.id})
    on conflict (organization_id, sha256) do nothing returning id`);
  const row = await tx.row<{ id: string; state: string }>(sql`
    select id, state from remittance where organization_id = ${tx.organizationId} and sha256 = ${file.sha256}`);
  const accepted = { ...row!, fileName: file.name, alreadyImported: !made };
  await writeAudit(tx, actorOf(caller), now, {
    act: 'remittance.received',
    subject: { kind: 'remittance', id: accepted.id },
    after: { sha256: file.sha256, sizeBytes: file.sizeBytes, alreadyImported: accepted.alreadyImported },
  });
  if (made) await draftEvent(tx, now, { kind: 'remittance', clientId: client ?? null, subjectId: accepted.id });
  return accepted;
}

/** Lets a failed import be read again from its beginning. Throws IMPORT_NOT_FOUND, CONFLICT when it did not fail. */
export async function retryRemittance(tx: Tx, now: Date, caller: Caller, id: string): Promise<void> {
  const { clientId, failure } = await readRemittance(tx, caller, id);
  const again = await tx.run(sql`
    update remittance set state = 'received', failure = null, finished_at = null where id = ${id} and state = 'failed'`);
  if (again === 0) throw new DomainError('CONFLICT', 'Only an import that failed can be tried again.', { id });
  await writeAudit(tx, actorOf(caller), now, {
    act: 'remittance.retried',
    subject: { kind: 'remittance', id },
    before: { state: 'failed', failure },
    after: { state: 'received' },
  });
  await draftEvent(tx, now, { kind: 'remittance', clientId, subjectId: id });
}
