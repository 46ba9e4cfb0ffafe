import { workflowIdOf } from '@overturn/domain';
import { sql } from '@overturn/data/database/database';
import { postStarts } from '@overturn/data/outbox/outbox';
import type { Database } from '@overturn/data/database/database';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';

export interface ReconcilePorts {
  database: Database;
  client: Client;
}
interface Found {
  organization_id: string;
  denial_id: string;
}

const LATE_WAKE_MS = 10 * 60_000;
const OLD_MESSAGE_MS = 60_000;
const MOST = 200;

/** Looks for what disagrees between rows and workflows, repairs what a message can repair, and says the rest. Returns how many it found. */
export async function reconcile(ports: ReconcilePorts, now: Date): Promise<number> {
  const late = await overdueWakes(ports.database, now);
  for (const found of late) await examine(ports, found, now);
  const stuck = await oldMessages(ports.database, now);
  for (const found of stuck) {
    const sentence =
      'A message waits for the workflow engine for more than a minute. It is delivered when the engine answers.';
    await report(ports.database, now, found, 'outbox-old', sentence, null);
  }
  await settleRepaired(ports.database, now, [...late, ...stuck]);
  return late.length + stuck.length;
}

const overdueWakes = (database: Database, now: Date): Promise<Found[]> =>
  database.acrossOrganizations((tx) =>
    tx.rows<Found>(sql`
      select organization_id, denial_id from denial_view
      where not closing and next_wake_at < ${new Date(now.getTime() - LATE_WAKE_MS)} order by next_wake_at limit ${MOST}`),
  );

const oldMessages = (database: Database, now: Date): Promise<Found[]> =>
  database.acrossOrganizations((tx) =>
    tx.rows<Found>(sql`
      select distinct organization_id, denial_id from outbox_message
      where released_at < ${new Date(now.getTime() - OLD_MESSAGE_MS)} and delivered_at is null limit ${MOST}`),
  );

/** An open denial whose alarm is overdue: its workflow is gone, or late. A lost one is started again from its last number. */
async function examine({ database, client }: ReconcilePorts, found: Found, now: Date): Promise<void> {
  const status = await client.workflow
    .getHandle(workflowIdOf(found.denial_id))
    .describe()
    .then(({ status: { name } }) => name as string)
    .catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return 'MISSING';
      throw error;
    });
  if (status === 'RUNNING') {
    const sentence =
      'A denial should have been woken more than ten minutes ago; its workflow runs and catches up when a worker is free.';
    return report(database, now, found, 'wake-late', sentence, null);
  }
  await restart(database, now, found);
  const sentence = `An open denial had no running workflow (${status.toLowerCase()}); it was started again.`;
  return report(database, now, found, 'workflow-missing', sentence, 'started again');
}

/** A new generation, and a start message that carries the last number released, in one transaction. */
async function restart(database: Database, now: Date, { organization_id, denial_id }: Found): Promise<void> {
  await database.forOrganization(organization_id, async (tx) => {
    await tx.run(
      sql`update denial_view set generation = generation + 1, next_wake_at = null where denial_id = ${denial_id}`,
    );
    await tx.run(sql`
      update task set state = 'cancelled', version = version + 1
      where denial_id = ${denial_id} and state in ('open', 'claimed')`);
    await postStarts(tx, now, [denial_id]);
  });
}

async function report(
  database: Database,
  now: Date,
  found: Found,
  kind: string,
  sentence: string,
  repair: string | null,
): Promise<void> {
  const dedupeKey = `${kind}/${found.denial_id}${repair ? `/${now.toISOString()}` : ''}`;
  await database.acrossOrganizations((tx) =>
    tx.run(sql`
      insert into finding (organization_id, denial_id, kind, sentence, dedupe_key, found_at, repaired_at, repair)
      values (${found.organization_id}, ${found.denial_id}, ${kind}, ${sentence}, ${dedupeKey}, ${now}, ${repair ? now : null}, ${repair})
      on conflict (dedupe_key) do update set repaired_at = null where finding.repair is null`),
  );
}

/** What is no longer found has settled by itself. */
async function settleRepaired(database: Database, now: Date, still: Found[]): Promise<void> {
  const ids = still.map(({ denial_id }) => denial_id);
  await database.acrossOrganizations((tx) =>
    tx.run(
      sql`update finding set repaired_at = ${now} where repaired_at is null and not (denial_id = any(${ids}::uuid[]))`,
    ),
  );
}
