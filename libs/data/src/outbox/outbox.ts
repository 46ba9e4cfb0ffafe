import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';

/** A message to a denial's workflow. Ids and enums only: it crosses into Temporal. */
export interface NewMessage {
  denialId: string;
  kind: string;
  payload: Record<string, unknown>;
  taskId?: string | null;
  /** Held until then, so that its act can be undone; undefined: released in this very transaction. */
  notBefore?: Date;
}

/** Writes a message in the act's transaction; released at once unless it is held. */
export async function postMessage(tx: Tx, now: Date, message: NewMessage): Promise<string> {
  const row = await tx.row<{ id: string }>(sql`
    insert into outbox_message (organization_id, denial_id, generation, kind, payload, task_id, not_before, created_at)
    select ${tx.organizationId}, denial_id, generation, ${message.kind}, ${JSON.stringify(message.payload)}::jsonb,
           ${message.taskId ?? null}, ${message.notBefore ?? now}, ${now}
    from denial_view where denial_id = ${message.denialId} returning id`);
  if (!row) throw new Error('A message names a denial that is not there.');
  if (!message.notBefore) await releaseMessage(tx, now, row.id);
  return row.id;
}

/** Numbers a held message under its denial's row lock; false when it was undone or let go before. */
export async function releaseMessage(tx: Tx, now: Date, messageId: string): Promise<boolean> {
  const locked = await tx.row<{ denial_id: string; generation: number }>(sql`
    select v.denial_id, v.generation from denial_view v
    where v.denial_id = (select denial_id from outbox_message where id = ${messageId}) for update`);
  if (!locked) return false;
  const released = await tx.run(sql`
    with open as (select id from outbox_message where id = ${messageId} and released_at is null for update),
         numbered as (update denial_view set last_number = last_number + 1
                      where denial_id = ${locked.denial_id} and exists (select from open) returning last_number)
    update outbox_message m set released_at = ${now}, number = numbered.last_number, generation = ${locked.generation}
    from numbered, open where m.id = open.id`);
  return released === 1;
}

/** One message of a kind to each of these denials that is open, released at once; in the locks of their views. */
export const postToAll = (
  tx: Tx,
  now: Date,
  denialIds: readonly string[],
  kind: string,
  payload: Record<string, unknown> = {},
): Promise<number> =>
  tx.run(sql`
    with numbered as (update denial_view set last_number = last_number + 1
                      where denial_id = any(${denialIds}::uuid[]) and not closing
                      returning organization_id, denial_id, generation, last_number)
    insert into outbox_message (organization_id, denial_id, generation, number, kind, payload, not_before, created_at, released_at)
    select organization_id, denial_id, generation, last_number, ${kind}, ${JSON.stringify(payload)}::jsonb, ${now}, ${now}, ${now} from numbered`);

/** Writes the messages that start denials' workflows; each carries the number that was taken last, takes none itself, and says at which step to begin. */
export const postStarts = (tx: Tx, now: Date, denialIds: readonly string[]): Promise<void> =>
  insertStarts(tx, now, denialIds, sql`jsonb_build_object('startAt', stage, 'lastNumber', taken_number)`);

/** As `postStarts`, for workflows that were lost: each goes on from what it knew as it wrote its last step. */
export const postRestarts = (tx: Tx, now: Date, denialIds: readonly string[]): Promise<void> =>
  insertStarts(
    tx,
    now,
    denialIds,
    sql`jsonb_build_object('startAt', stage, 'lastNumber', taken_number,
          'carried', (select state from run_state r where r.denial_id = denial_view.denial_id))`,
  );

async function insertStarts(tx: Tx, now: Date, denialIds: readonly string[], payload: Sql): Promise<void> {
  await tx.run(sql`
    insert into outbox_message (organization_id, denial_id, generation, number, kind, payload, not_before, created_at, released_at)
    select organization_id, denial_id, generation, taken_number, 'start', ${payload}, ${now}, ${now}, ${now}
    from denial_view where denial_id = any(${denialIds}::uuid[])`);
}

/** Takes a held message back; false when it was handed on already. */
export async function withdrawMessage(tx: Tx, messageId: string): Promise<boolean> {
  return (await tx.run(sql`delete from outbox_message where id = ${messageId} and released_at is null`)) === 1;
}
