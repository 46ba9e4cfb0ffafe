import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';

/** What an act on a task needs to know of it to be told. */
export interface TouchedTask {
  id: string;
  denialId: string;
  clientId: string;
}

/** The act in the audit, and a live event for whoever looks at the list. */
export async function tellTask(
  tx: Tx,
  now: Date,
  caller: Caller,
  task: TouchedTask,
  act: { act: string; before?: unknown; after?: unknown },
): Promise<void> {
  await writeAudit(tx, actorOf(caller), now, {
    ...act,
    subject: { kind: 'task', id: task.id },
    denialId: task.denialId,
  });
  await draftEvent(tx, now, { kind: 'task', clientId: task.clientId, denialId: task.denialId, taskId: task.id });
}
