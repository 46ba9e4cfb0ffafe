import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** Kinds of live events; readers learn ids only and fetch what they may see. */
export type LiveEventKind = 'task' | 'denial' | 'remittance' | 'command' | 'notice' | 'document' | 'rule';

/** Drafts a live event in the act's transaction; the publisher numbers it once the act is committed. */
export async function draftEvent(
  tx: Tx,
  at: Date,
  event: {
    kind: LiveEventKind;
    clientId?: string | null;
    denialId?: string | null;
    taskId?: string | null;
    subjectId?: string | null;
  },
): Promise<void> {
  await tx.run(sql`
    insert into live_event (organization_id, client_id, kind, denial_id, task_id, subject_id, at)
    values (${tx.organizationId}, ${event.clientId ?? null}, ${event.kind}, ${event.denialId ?? null}, ${event.taskId ?? null},
            ${event.subjectId ?? null}, ${at})`);
}
