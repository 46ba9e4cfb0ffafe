import { randomUUID } from 'node:crypto';
import type { Actor } from '@overturn/data/audit/audit';
import { releaseMessage } from '@overturn/data/outbox/outbox';
import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';
import { keepLateArrival } from '@overturn/data/reopening/late-arrivals';
import type { Delivery } from './deliver.ts';

export interface OutboxRow {
  id: string;
  organization_id: string;
  denial_id: string;
  generation: number;
  number: number;
  kind: string;
  payload: Record<string, unknown>;
}
interface Delivered {
  message: OutboxRow;
  /** Null: the workflow has it. */
  trouble: string | null;
}

const BATCH = 200;
const AT_ONCE = 16;
/** After so long another relay may take what one has taken and not told of: it has died, or the engine is slow. */
const TAKEN_MS = 15_000;
/** What did not arrive is tried again after a second more each time, at most so many. */
const MOST_PATIENCE_S = 10;
const RELAY: Actor = { kind: 'system', id: null, name: 'Message relay' };
const UNHEARD = 'Something was done on this denial as it closed, and its workflow did not hear of it any more.';
/** What people or payers did; all else has nothing more to say to a denial that is closed. */
const ACTS = ['task-completed', 'response', 'command', 'claim-attached'];
const NOBODY = 'No workflow is there to hear it; the denial is taken up again.';

/**
 * Hands the outbox to Temporal: releases what is due, delivers each denial's messages in order, at least once. Any number
 * of relays may run; none holds a transaction while it waits for Temporal.
 */
export class Relay {
  readonly #database: Database;
  readonly #deliver: Delivery;

  constructor(database: Database, deliver: Delivery) {
    this.#database = database;
    this.#deliver = deliver;
  }

  /** One round; how many messages it moved. */
  async round(now: Date): Promise<number> {
    return (await this.#releaseDue(now)) + (await this.#deliverReleased(now));
  }

  async #releaseDue(now: Date): Promise<number> {
    const due = await this.#database.acrossOrganizations((tx) =>
      tx.rows<{ id: string; organization_id: string }>(sql`
        select id, organization_id from outbox_message where released_at is null and not_before <= ${now} order by not_before, id limit ${BATCH}`),
    );
    for (const { id, organization_id } of due) {
      await this.#database.forOrganization(organization_id, (tx) => releaseMessage(tx, now, id));
    }
    return due.length;
  }

  async #deliverReleased(now: Date): Promise<number> {
    const hand = randomUUID();
    const queue = ofOneDenialEach(await this.#take(now, hand));
    const delivered: Delivered[] = [];
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) delivered.push(...(await this.#inOrder(next, now)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    if (delivered.length > 0) await this.#tell(now, hand, delivered);
    return delivered.filter(({ trouble }) => trouble === null).length;
  }

  /** Nothing is taken before the start of its denial's workflow has arrived. */
  #take(now: Date, hand: string): Promise<OutboxRow[]> {
    return this.#database.acrossOrganizations((tx) =>
      tx.rows<OutboxRow>(sql`
        update outbox_message set taken_by = ${hand}, taken_until = ${new Date(now.getTime() + TAKEN_MS)}
        where id in (
          select m.id from outbox_message m
          where m.released_at is not null and m.delivered_at is null and (m.taken_until is null or m.taken_until <= ${now})
            and (m.kind = 'start' or not exists (
              select from outbox_message s where s.denial_id = m.denial_id and s.kind = 'start'
                and s.released_at is not null and s.delivered_at is null))
          order by m.attempts, m.released_at limit ${BATCH} for update skip locked)
        returning id, organization_id, denial_id, generation, number, kind, payload`),
    );
  }

  /** Stops at the first that does not arrive. */
  async #inOrder(messages: OutboxRow[], now: Date): Promise<Delivered[]> {
    const told: Delivered[] = [];
    for (const message of messages) {
      const trouble = await this.#hand(message, now).catch(String);
      told.push({ message, trouble });
      if (trouble !== null) break;
    }
    return told;
  }

  async #hand(message: OutboxRow, now: Date): Promise<string | null> {
    if ((await this.#deliver(message)) === 'heard') return null;
    return (await this.#keepUnheard(message, now)) ? null : NOBODY;
  }

  /** What another hand took meanwhile, or the reconciler took back, is told by them. */
  async #tell(now: Date, hand: string, delivered: Delivered[]): Promise<void> {
    const rows = delivered.map(({ message: { id }, trouble }) => ({ id, trouble: trouble?.slice(0, 300) ?? null }));
    await this.#database.acrossOrganizations(async (tx) => {
      await tx.run(sql`
        update outbox_message m set attempts = attempts + 1, last_error = d.trouble, taken_by = null,
          delivered_at = case when d.trouble is null then ${now}::timestamptz end,
          taken_until = case when d.trouble is not null then ${now}::timestamptz + least(attempts, ${MOST_PATIENCE_S}) * interval '1 second' end
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id uuid, trouble text)
        where m.id = d.id and m.taken_by = ${hand}`);
      await tx.run(sql`
        update outbox_message set taken_by = null, taken_until = null
        where taken_by = ${hand} and released_at is not null and delivered_at is null`);
    });
  }

  /** False when the denial is open: then the run that is to come hears it. */
  #keepUnheard({ organization_id, denial_id: denialId, id, kind }: OutboxRow, now: Date): Promise<boolean> {
    return this.#database.forOrganization(organization_id, async (tx) => {
      const view = await tx.row<{ closing: boolean }>(
        sql`select closing from denial_view where denial_id = ${denialId} for update`,
      );
      if (!view?.closing) return false;
      const late = { denialId, kind: 'message' as const, subjectId: id, sentence: UNHEARD };
      if (ACTS.includes(kind)) await keepLateArrival(tx, now, RELAY, late);
      return true;
    });
  }
}

function ofOneDenialEach(messages: OutboxRow[]): OutboxRow[][] {
  const inOrder = messages.toSorted((a, b) => a.number - b.number);
  return [...Map.groupBy(inOrder, ({ denial_id }) => denial_id).values()];
}
