import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';
import type { JobSender } from '@overturn/data/queues/queues';

export interface ForgottenPorts {
  database: Database;
  imports: JobSender<'imports'>;
  documents: JobSender<'documents'>;
}

/** One try in this time; work that is under way already is passed over at once. */
const EVERY_MS = 15_000;

/** Queues what the rows say is to be done and no queue may remember: nothing that matters lives only in a queue. */
export async function requeueForgotten({ database, imports, documents }: ForgottenPorts): Promise<number> {
  const attempt = Math.floor(Date.now() / EVERY_MS); // a job that failed is remembered for days: the next try is another job
  const organizations = await database.acrossOrganizations((tx) =>
    tx.rows<{ id: string }>(sql`select id from organization`),
  );
  const remittances = await database.acrossOrganizations((tx) =>
    tx.rows<{ id: string; organization_id: string }>(
      sql`select id, organization_id from remittance where state in ('received', 'reading')`,
    ),
  );
  for (const { id, organization_id } of remittances)
    await imports.add({ organizationId: organization_id, remittanceId: id }, { jobId: `${id}-${attempt}` });
  for (const { id: organizationId } of organizations) {
    const waiting = await database.forOrganization(organizationId, (tx) =>
      tx.rows<{ id: string; version: number }>(
        sql`select id, version from document where state = 'approved' and file_id is null`,
      ),
    );
    for (const { id, version } of waiting)
      await documents.add({ organizationId, documentId: id }, { jobId: `${id}-${version}-${attempt}` });
  }
  return 0;
}
