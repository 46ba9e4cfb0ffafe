import { workflowIdOf } from '@overturn/domain';
import type { Client as TemporalClient } from '@temporalio/client';
import { Client } from 'pg';
import type { Services } from './services/services.ts';

const SETTLED_ROUNDS = 3;
const ROUND_MS = 40;
const PATIENCE_MS = 60_000;

/** Moves the time of a whole product on a time-skipping Temporal; the test itself touches nothing but HTTP and this. */
export class TimeMachine {
  readonly #services: Services;
  readonly #owner: Client;

  private constructor(services: Services, owner: Client) {
    this.#services = services;
    this.#owner = owner;
  }

  static async open(services: Services): Promise<TimeMachine> {
    const owner = new Client({ connectionString: services.databaseUrl });
    await owner.connect();
    return new TimeMachine(services, owner);
  }

  async now(): Promise<Date> {
    return new Date(await this.#environment.currentTimeMs());
  }

  /** Stops at every due instant on the way to it; at each, waits until outbox, jobs and workflows have nothing left to do. */
  async advanceTo(instant: string | Date): Promise<void> {
    const target = new Date(instant);
    for (;;) {
      await this.drain();
      const next = await this.#nextDue(await this.now(), target);
      if (!next) break;
      await this.#moveTo(next);
    }
    await this.#moveTo(target);
    await this.drain();
  }

  /** Waits for the fact that nothing is under way: messages delivered, files read, letters printed, workflows waiting. */
  async drain(): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (let settled = 0, before = ''; settled < SETTLED_ROUNDS;) {
      const { busy, mark } = await this.#state();
      settled = !busy && mark === before ? settled + 1 : 0;
      before = mark;
      if (Date.now() > until) throw new Error(`The product does not come to rest: ${busy ?? mark}.`);
      await new Promise((resolve) => setTimeout(resolve, ROUND_MS));
    }
  }

  async close(): Promise<void> {
    await this.#owner.end();
  }

  get #environment() {
    const environment = this.#services.timeSkipping;
    if (!environment) throw new Error('Time can be moved on a time-skipping Temporal only.');
    return environment;
  }

  async #moveTo(instant: Date): Promise<void> {
    const ms = instant.getTime() - (await this.now()).getTime();
    if (ms > 0) await this.#environment.sleep(ms);
  }

  async #nextDue(now: Date, target: Date): Promise<Date | undefined> {
    const { rows } = await this.#owner.query<{ at: Date | null }>(
      `select min(at) as at from (
         select next_wake_at as at from denial_view where not closing
         union all select not_before from outbox_message where released_at is null
         union all select snoozed_until from task where state in ('open', 'claimed')) due
       where at > $1 and at <= $2`,
      [now, target],
    );
    return rows[0]?.at ?? undefined;
  }

  /** `busy` names what is not done; `mark` changes with every step that any workflow wrote. */
  async #state(): Promise<{ busy: string | null; mark: string }> {
    const now = await this.now();
    const { rows } = await this.#owner.query<{
      outbox: number;
      letters: number;
      imports: number;
      wakes: number;
      steps: number;
    }>(
      `select (select count(*) from outbox_message where delivered_at is null and (released_at is not null or not_before <= $1))::int as outbox,
              (select count(*) from document where state = 'approved' and file_id is null)::int as letters,
              (select count(*) from remittance where state in ('received', 'reading'))::int as imports,
              (select count(*) from denial_view where not closing and next_wake_at <= $1)::int as wakes,
              (select coalesce(sum(seq), 0) from denial_view)::int as steps`,
      [now],
    );
    const { steps, ...waiting } = rows[0]!;
    const left = Object.entries(waiting).filter(([, count]) => count > 0);
    const busy =
      left.length > 0 ? left.map(([what, count]) => `${count} ${what}`).join(', ') : await this.#busyWorkflow();
    return { busy, mark: `${steps} steps` };
  }

  async #busyWorkflow(): Promise<string | null> {
    const client: TemporalClient = this.#environment.client;
    const { rows } = await this.#owner.query<{ denial_id: string }>(
      `select v.denial_id from denial_view v where not closing
       and exists (select from outbox_message m where m.denial_id = v.denial_id and m.kind = 'start' and m.delivered_at is not null)`,
    );
    for (const { denial_id } of rows) {
      const { raw } = await client.workflow.getHandle(workflowIdOf(denial_id)).describe();
      if (raw.pendingActivities?.length || raw.pendingWorkflowTask) return `the workflow of ${denial_id}`;
    }
    return null;
  }
}
