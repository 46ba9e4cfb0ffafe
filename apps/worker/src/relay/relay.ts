import { releaseMessage } from '@overturn/data/outbox/outbox';
import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';
import type { Delivery } from './deliver.ts';

interface Waiting {
  denial_id: string;
  organization_id: string;
}
export interface OutboxRow {
  id: string;
  organization_id: string;
  denial_id: string;
  generation: number;
  number: number;
  kind: string;
  payload: Record<string, unknown>;
}

const BATCH = 200;
const AT_ONCE = 16;
/** Namespace of the advisory locks that keep two relays from one denial. */
export const RELAY_LOCK = 4711;

/** Hands the outbox to Temporal: releases what is due, delivers each denial's messages in order, at least once. Any number of relays may run. */
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
    const denials = await this.#database.acrossOrganizations((tx) =>
      tx.rows<Waiting>(sql`
        select denial_id, organization_id from outbox_message where released_at is not null and delivered_at is null
        group by denial_id, organization_id order by min(attempts), min(released_at) limit ${BATCH}`),
    );
    let moved = 0;
    const queue = [...denials];
    const lane = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) moved += await this.#deliverDenial(next, now);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    return moved;
  }

  /** Everything waiting for one denial, in order; stops at the first that does not arrive. */
  async #deliverDenial({ denial_id, organization_id }: Waiting, now: Date): Promise<number> {
    return this.#database.forOrganization(organization_id, async (tx) => {
      const mine = await tx.row<{ mine: boolean }>(
        sql`select pg_try_advisory_xact_lock(${RELAY_LOCK}, hashtext(${denial_id})) as mine`,
      );
      if (!mine?.mine) return 0;
      const messages = await tx.rows<OutboxRow>(sql`
        select id, organization_id, denial_id, generation, number, kind, payload from outbox_message
        where denial_id = ${denial_id} and released_at is not null and delivered_at is null order by number, (kind <> 'start'), id`);
      let moved = 0;
      for (const message of messages) {
        const trouble = await this.#deliver(message).then(() => null, String);
        await tx.run(
          trouble === null
            ? sql`update outbox_message set delivered_at = ${now}, attempts = attempts + 1, last_error = null where id = ${message.id}`
            : sql`update outbox_message set attempts = attempts + 1, last_error = ${trouble.slice(0, 300)} where id = ${message.id}`,
        );
        if (trouble !== null) break;
        moved += 1;
      }
      return moved;
    });
  }
}
