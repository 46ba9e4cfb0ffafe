import { workflowIdOf } from '@overturn/domain';
import { sql } from '@overturn/data/database/database';
import { postRestarts } from '@overturn/data/outbox/outbox';
import type { Database } from '@overturn/data/database/database';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { reportFinding } from './findings.ts';
import type { Finding, Found } from './findings.ts';

export interface ReconcilePorts {
  database: Database;
  client: Client;
}
/** A denial with the generation that was looked at. */
interface Examined extends Found {
  generation: number;
}

const LATE_WAKE_MS = 10 * 60_000;
const OLD_MESSAGE_MS = 60_000;
/** How long one question to Temporal may take. */
const PATIENCE_MS = 10_000;
const MOST = 200;
/** Open denials looked at in one round. */
const WALK = 100;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const WAITS: Finding = {
  kind: 'outbox-old',
  sentence: 'A message waits for the workflow engine for more than a minute. It is delivered when the engine answers.',
};
const LATE: Finding = {
  kind: 'wake-late',
  sentence:
    'A denial should have been woken more than ten minutes ago; its workflow runs and catches up when a worker is free.',
};
const lost = (status: string): Finding => ({
  kind: 'workflow-missing',
  sentence: `An open denial had no running workflow (${status.toLowerCase()}); it was taken up where it stood.`,
  repair: 'taken up',
});

/** Looks for what disagrees between rows and workflows, repairs what a start can repair, and says the rest. */
export class Reconciler {
  readonly #ports: ReconcilePorts;
  /** How far the walk over all open denials came. */
  #cursor = FIRST_ID;

  constructor(ports: ReconcilePorts) {
    this.#ports = ports;
  }

  /** How many it took up: while there are some, it goes on at once. */
  async round(now: Date): Promise<number> {
    const { database } = this.#ports;
    const stuck = await oldMessages(database, now);
    for (const found of stuck) await report(database, now, found, WAITS);
    const late = await overdueWakes(database, now);
    const isLate = new Set(late.map(({ denial_id }) => denial_id));
    const waiting = stuck.filter(({ denial_id }) => !isLate.has(denial_id));
    const walked = await openAfter(database, now, this.#cursor);
    this.#cursor = walked.length < WALK ? FIRST_ID : walked.at(-1)!.denial_id;
    let takenUp = 0;
    for (const found of [...late, ...waiting, ...walked])
      if (await examine(this.#ports, found, now, isLate.has(found.denial_id))) takenUp += 1;
    if (late.length < MOST && stuck.length < MOST) await settleRepaired(database, now, [...late, ...stuck]);
    return takenUp;
  }
}

/** The next open denials by id, whose workflow was started. */
const openAfter = (database: Database, now: Date, after: string): Promise<Examined[]> =>
  database.acrossOrganizations((tx) =>
    tx.rows<Examined>(sql`
      select v.organization_id, v.denial_id, v.generation from denial_view v
      where v.denial_id > ${after} and not v.closing and exists (
        select from outbox_message m where m.denial_id = v.denial_id and m.kind = 'start' and m.generation = v.generation
          and m.delivered_at < ${new Date(now.getTime() - OLD_MESSAGE_MS)})
      order by v.denial_id limit ${WALK}`),
  );

const overdueWakes = (database: Database, now: Date): Promise<Examined[]> =>
  database.acrossOrganizations((tx) =>
    tx.rows<Examined>(sql`
      select organization_id, denial_id, generation from denial_view
      where not closing and next_wake_at < ${new Date(now.getTime() - LATE_WAKE_MS)} order by next_wake_at limit ${MOST}`),
  );

const oldMessages = (database: Database, now: Date): Promise<Examined[]> =>
  database.acrossOrganizations((tx) =>
    tx.rows<Examined>(sql`
      select v.organization_id, v.denial_id, v.generation from denial_view v
      where not v.closing and v.denial_id in (
        select denial_id from outbox_message
        where released_at < ${new Date(now.getTime() - OLD_MESSAGE_MS)} and delivered_at is null limit ${MOST})`),
  );

/** An open denial whose alarm is overdue: its workflow is gone, or late. */
async function examine(
  { database, client }: ReconcilePorts,
  found: Examined,
  now: Date,
  isLate: boolean,
): Promise<boolean> {
  const handle = client.workflow.getHandle(workflowIdOf(found.denial_id));
  const status = await client
    .withDeadline(Date.now() + PATIENCE_MS, () => handle.describe())
    .then(({ status: { name } }) => name as string)
    .catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return 'MISSING';
      throw error;
    });
  if (status === 'RUNNING') {
    if (isLate) await report(database, now, found, LATE);
    return false;
  }
  if (!(await takeUp(database, now, found))) return false;
  await report(database, now, found, lost(status));
  return true;
}

/**
 * A new generation in one transaction: it starts from what the lost run knew as it wrote its last step, its tasks stay with
 * whoever holds them, and what it had heard and never written is delivered again. False when it is closed or starts already.
 */
const takeUp = (
  database: Database,
  now: Date,
  { organization_id, denial_id, generation }: Examined,
): Promise<boolean> =>
  database.forOrganization(organization_id, async (tx) => {
    const open = await tx.row<{ taken_number: number }>(sql`
      select taken_number from denial_view where denial_id = ${denial_id} and generation = ${generation} and not closing for update`);
    if (!open) return false; // another reconciler was quicker, or it was closed
    const starts = await tx.row(sql`
      select from outbox_message where denial_id = ${denial_id} and kind = 'start' and released_at is not null and delivered_at is null`);
    if (starts) return false;
    await tx.run(sql`
      update denial_view set generation = ${generation + 1}, seq = 0, next_wake_at = null where denial_id = ${denial_id}`);
    await tx.run(sql`
      update task set generation = ${generation + 1} where denial_id = ${denial_id} and generation = ${generation}`);
    await tx.run(sql`
      update outbox_message set delivered_at = null, taken_by = null, taken_until = null
      where denial_id = ${denial_id} and kind <> 'start' and number > ${open.taken_number}`);
    await postRestarts(tx, now, [denial_id]);
    return true;
  });

const report = (database: Database, now: Date, found: Found, finding: Finding): Promise<void> =>
  database.acrossOrganizations((tx) => reportFinding(tx, now, found, finding));

/** What is no longer found has settled by itself. */
async function settleRepaired(database: Database, now: Date, still: Found[]): Promise<void> {
  const ids = still.map(({ denial_id }) => denial_id);
  await database.acrossOrganizations((tx) =>
    tx.run(
      sql`update finding set repaired_at = ${now} where repaired_at is null and not (denial_id = any(${ids}::uuid[]))`,
    ),
  );
}
