import { workflowIdOf } from '@overturn/domain';
import { tellAgainAt } from '@overturn/data/reopening/late-arrivals';
import type { WorkCalendar } from '@overturn/domain';
import { STANDING_QUERY } from '@overturn/workflows/messages';
import type { Standing } from '@overturn/workflows/messages';
import { Client } from 'pg';
import type { Services } from './services/services.ts';

const SETTLED_ROUNDS = 3;
const ROUND_MS = 40;
/** Time that should leap and merely ticks for so long is stuck. */
const STUCK_MS = 4_000;
const PATIENCE_MS = 60_000;
const ANSWER_WITHIN_MS = 5_000;

/** Moves the time of a whole product on a time-skipping Temporal; the test itself touches nothing but HTTP and this. */
export class TimeMachine {
  readonly #services: Services;
  readonly #owner: Client;
  /** What each open denial's workflow answered when it was last seen at rest. */
  readonly #atRest = new Map<string, Standing>();

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
    if (ms <= 0) return;
    const moved = this.#environment.sleep(ms).then(() => true);
    const soon = (): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(false), STUCK_MS));
    for (let before = await this.now(); !(await Promise.race([moved, soon()])); before = await this.now()) {
      await this.#letGo(before);
    }
  }

  /**
   * The test server holds its time while somebody works, and can forget that a workflow task is over that was under way
   * when its run continued as new: then time only ticks, although nothing is left to do. One unlock lets it go on.
   */
  async #letGo(before: Date): Promise<void> {
    const hasTicked = (await this.now()).getTime() - before.getTime() < 2 * STUCK_MS;
    if (!hasTicked || (await this.#state()).busy) return;
    await this.#environment.connection.testService?.unlockTimeSkipping({});
  }

  /** The next instant after now and up to the target at which a held message is let go, a task comes back, or a workflow's alarm is set. */
  async #nextDue(now: Date, target: Date): Promise<Date | undefined> {
    const { rows } = await this.#owner.query<{ at: Date }>(
      `select not_before as at from outbox_message where released_at is null
       union all select snoozed_until from task where state in ('open', 'claimed') and snoozed_until is not null`,
    );
    const mornings = (await this.#tellAgain()).map((at) => ({ at }));
    const alarms = [...this.#atRest.values()].flatMap(({ alarmAt }) => (alarmAt ? [new Date(alarmAt)] : []));
    const due = [...[...rows, ...mornings].map(({ at }) => at), ...alarms].filter((at) => at > now && at <= target);
    return due.sort((a, b) => a.getTime() - b.getTime())[0];
  }

  /** When each decision to reopen that nobody took is said again. */
  async #tellAgain(): Promise<Date[]> {
    const { rows } = await this.#owner.query<WorkCalendar & { toldOn: string }>(
      `select l.told_on::text "toldOn", time_zone "timeZone", observed_holidays "observedHolidays", day_start "dayStart", day_end "dayEnd"
       from late_arrival l join organization o on o.id = l.organization_id where l.decided_at is null`,
    );
    return rows.map(({ toldOn, ...calendar }) => new Date(tellAgainAt(toldOn, calendar)));
  }

  /** `busy` names what is not done; `mark` changes with every step that any workflow wrote. */
  async #state(): Promise<{ busy: string | null; mark: string }> {
    const now = await this.now();
    const { rows } = await this.#owner.query<{
      outbox: number;
      letters: number;
      imports: number;
      payers: number;
      steps: number;
    }>(
      `select (select count(*) from outbox_message where delivered_at is null and (released_at is not null or not_before <= $1))::int as outbox,
              (select count(*) from document where state = 'approved' and file_id is null)::int as letters,
              (select count(*) from remittance where state in ('received', 'reading'))::int as imports,
              (select count(*) from payer_recount)::int as payers,
              (select coalesce(sum(seq), 0) from denial_view)::int as steps`,
      [now],
    );
    const { steps, ...counted } = rows[0]!;
    const mornings = (await this.#tellAgain()).filter((at) => at <= now).length;
    const waiting = { ...counted, 'late arrivals': mornings };
    const left = Object.entries(waiting).filter(([, count]) => count > 0);
    const busy =
      left.length > 0 ? left.map(([what, count]) => `${count} ${what}`).join(', ') : await this.#busyWorkflow(now);
    return { busy, mark: `${steps} steps` };
  }

  /** A workflow that has not taken every message, is writing, or has an alarm that is due. One at rest is asked again only when something moved. */
  async #busyWorkflow(now: Date): Promise<string | null> {
    const { rows } = await this.#owner.query<{ id: string; seq: number; last_number: number }>(
      `select denial_id as id, seq, last_number from denial_view where not closing`,
    );
    const open = new Set(rows.map(({ id }) => id));
    for (const id of this.#atRest.keys()) if (!open.has(id)) this.#atRest.delete(id);
    for (const { id, seq, last_number } of rows) {
      const isDue = (alarmAt: string | null): boolean => alarmAt !== null && new Date(alarmAt) <= now;
      const known = this.#atRest.get(id);
      if (known?.seq === seq && known.lastNumber === last_number && !isDue(known.alarmAt)) continue;
      this.#atRest.delete(id);
      const standing = await this.#ask(id);
      if (!standing) return `the workflow of ${id}, which does not answer`;
      const isBehind = standing.seq !== seq || standing.lastNumber < last_number;
      if (standing.isWriting || isBehind || isDue(standing.alarmAt)) return `the workflow of ${id}`;
      this.#atRest.set(id, standing);
    }
    return null;
  }

  /** A question that reaches a run as it hands over to the next is lost with it, so nobody waits for its answer for long. */
  async #ask(denialId: string): Promise<Standing | undefined> {
    const { client } = this.#environment;
    const ask = (): Promise<Standing> =>
      client.workflow.getHandle(workflowIdOf(denialId)).query<Standing>(STANDING_QUERY);
    return client.withDeadline(Date.now() + ANSWER_WITHIN_MS, ask).catch(() => undefined);
  }
}
