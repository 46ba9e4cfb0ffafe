import { randomUUID } from 'node:crypto';
import { Database } from '@overturn/data/database/database';
import { handUrls } from '@overturn/data/logins';
import { postMessage } from '@overturn/data/outbox/outbox';
import { workflowIdOf } from '@overturn/domain';
import type { TaskKind } from '@overturn/domain';
import { MESSAGE_SIGNAL } from '@overturn/workflows/messages';
import type { Client } from '@temporalio/client';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import { TimeMachine } from '../support/advance.ts';
import { startProduct } from '../support/services/product.ts';
import type { Product } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';

type Json = Record<string, unknown>;

const PATIENCE_MS = 60_000;
/** Signals at once: about as long as a short run. */
const BURST = 60;
const DAY_MS = 86_400_000;
const UNDO_MS = 10_000;

/** The whole product with one machine at every desk: its acts are handed on at once. */
export class Desk {
  readonly product: Product;
  readonly time: TimeMachine;
  readonly staff: Staff;
  readonly #app: Database;
  #letters = 0;

  private constructor(product: Product, time: TimeMachine) {
    this.product = product;
    this.time = time;
    this.staff = Staff.withKey(product.url, product.bootstrapKey);
    const { databaseUrl, env } = product.services;
    this.#app = new Database(handUrls(databaseUrl, env['OVERTURN_SECRET']!).app);
  }

  static async open(env: Record<string, string> = {}): Promise<Desk> {
    const product = await startProduct({ clock: 'temporal-test', env });
    return new Desk(product, await TimeMachine.open(product.services));
  }

  /** What the engine itself says. */
  get temporal(): Client {
    return this.product.services.timeSkipping!.client;
  }

  async close(): Promise<void> {
    await this.#app.close();
    await this.time.close();
    await this.product.stop();
  }

  async dayIn(days: number): Promise<string> {
    return dayOf(await this.time.now(), days);
  }

  async wait(days: number): Promise<void> {
    await this.time.advanceTo(new Date((await this.time.now()).getTime() + days * DAY_MS));
  }

  /** Somebody of that role, signed in. */
  async addPerson(role: string): Promise<{ id: string; staff: Staff }> {
    const password = randomUUID();
    const email = `${password}@example.test`;
    const { id } = await this.staff.post<{ id: string }>('/users', { email, name: `A ${role}`, password, role });
    return { id, staff: await Staff.signIn(this.product.url, email, password) };
  }

  /** A complete out-of-network denial from a letter of today. */
  async openDenial(changes: Json = {}): Promise<Case> {
    const today = await this.dayIn(0);
    const number = (this.#letters += 1);
    const letter = letterOf(today, `C-${number}`, changes);
    const { id } = await this.staff.post<{ id: string }>('/denials', letter);
    const denial = new Case(this, id);
    await denial.settle();
    return denial;
  }

  /** Withdraws what is still open: days that follow are not waited for on its account. */
  async clear(): Promise<void> {
    const { items } = await this.staff.get<{ items: { id: string; stage: string }[] }>('/denials?limit=200');
    for (const { id } of items.filter(({ stage }) => stage !== 'closed')) {
      await this.staff.post(`/denials/${id}/commands`, { kind: 'withdraw', reason: 'The play is over.' });
      await new Case(this, id).settle();
    }
  }

  /** What the outbox tells the denial's workflow, where no page of the product says it by itself. */
  async tell(denialId: string, kind: string, payload: Json): Promise<void> {
    const { organization } = await this.staff.session();
    const now = await this.time.now();
    await this.#app.forOrganization(organization.id, (tx) => postMessage(tx, now, { denialId, kind, payload }));
  }

  /** Rows of the organization, by a statement whose one parameter is the denial. */
  async rows<Row extends Json>(denialId: string, text: string): Promise<Row[]> {
    const { organization } = await this.staff.session();
    return this.#app.forOrganization(organization.id, (tx) => tx.rows<Row>({ text, values: [denialId] }));
  }
}

/** One denial, and what its people do. Each act waits until the engine has done what follows. */
export class Case {
  readonly desk: Desk;
  readonly id: string;
  #sent = 0;

  constructor(desk: Desk, id: string) {
    this.desk = desk;
    this.id = id;
  }

  async complete(kind: TaskKind, outcome: string, answer: Json = {}): Promise<void> {
    const isOpen = async (): Promise<boolean> =>
      (await this.desk.staff.openTasks(this.id)).some((task) => task.kind === kind);
    await until(`${kind} is open`, isOpen);
    await this.desk.staff.complete(this.id, kind, outcome, answer);
    await this.settle();
  }

  /** Until the workflow has begun, has heard all that was said to it, and what follows is written. */
  async settle(): Promise<void> {
    await until('the workflow has heard', async () => {
      await this.desk.time.drain();
      const [row] = await this.desk.rows<{ left: number }>(this.id, UNHEARD);
      return row?.left === 0;
    });
  }

  async respond(outcome: string, more: Json = {}): Promise<void> {
    const externalId = `${this.id}/${(this.#sent += 1)}`;
    const answeredOn = await this.desk.dayIn(0);
    await this.desk.staff.post(`/denials/${this.id}/responses`, { externalId, outcome, answeredOn, ...more });
    await this.settle();
  }

  async command(body: Json): Promise<void> {
    await this.desk.staff.post(`/denials/${this.id}/commands`, body);
    await this.settle();
  }

  /** Number of the message that was released last. */
  async lastNumber(): Promise<number> {
    const [row] = await this.desk.rows<{ last: number }>(
      this.id,
      'select last_number as last from denial_view where denial_id = $1',
    );
    return row!.last;
  }

  /** Ends the run where it stands: a message that comes early is held back, and each repeat makes the history longer. */
  async rollOver(): Promise<void> {
    const handle = this.desk.temporal.workflow.getHandle(workflowIdOf(this.id));
    const runId = async (): Promise<string> => (await handle.describe()).runId;
    const [before, last] = [await runId(), await this.lastNumber()];
    const early = { number: last + 2, kind: 'facts-changed', payload: {} };
    await until('the run has ended', async () => {
      await Promise.all(Array.from({ length: BURST }, () => handle.signal(MESSAGE_SIGNAL, early)));
      // a run cannot end while signals go on arriving
      await this.desk.time.drain();
      return (await runId()) !== before;
    });
  }

  /** What the early message of `rollOver` waited for, and that message itself, by the way of all messages. */
  async sendWhatWasEarly(): Promise<void> {
    await this.desk.tell(this.id, 'facts-changed', {});
    await this.desk.tell(this.id, 'facts-changed', {});
    await this.settle();
  }

  /** The letter prints a deadline so many days from now, nearer than the law's. */
  async printsDeadline(days: number): Promise<void> {
    await this.command({ kind: 'change-fact', facts: { printedDeadlineOn: await this.desk.dayIn(days) } });
  }

  async proof(): Promise<Json> {
    return { sentOn: await this.desk.dayIn(0), channel: 'fax', proofNumber: `F-${(this.#sent += 1)}` };
  }

  async verify(outcome: string): Promise<void> {
    await this.complete('verify-network', outcome, {
      source: 'payer-call',
      checkedOn: await this.desk.dayIn(0),
      reference: 'call 7',
      ...(outcome === 'unknown' && { reason: 'Nobody could say.' }),
    });
  }

  async gather(): Promise<void> {
    for (const kind of ['gather-directory-proof', 'gather-referral-records', 'gather-network-communications'] as const)
      await this.complete(kind, 'does-not-exist', { reason: 'Nothing was kept.' });
  }

  async send(kind: TaskKind = 'send-packet', outcome = 'sent'): Promise<void> {
    await this.complete(kind, outcome, await this.proof());
  }

  /** From the network question to a request that is sent with proof. */
  async requestException(): Promise<void> {
    await this.verify('out-of-network');
    await this.complete('choose-path', 'confirmed');
    await this.gather();
    await this.complete('review-packet', 'approved');
    await this.send();
  }

  /** The task is in that person's hands, who completes it; the seconds of undo go by. */
  async completeAs({ staff }: { staff: Staff }, kind: TaskKind, outcome: string, answer: Json): Promise<void> {
    const task = (await staff.openTasks(this.id)).find((one) => one.kind === kind);
    await staff.post(`/tasks/${task!.id}/complete`, { outcome, answer });
    await this.desk.time.advanceTo(new Date((await this.desk.time.now()).getTime() + UNDO_MS));
    await this.settle();
  }

  async rescue(next: string): Promise<void> {
    await this.complete('rescue', 'done', { next });
  }

  /** Three weeks later the payer says that it paid, and it is right. */
  async pay(): Promise<void> {
    await this.desk.wait(21);
    await this.complete('chase-payer', 'answered', { contactedOn: await this.desk.dayIn(0) });
    await this.complete('check-payment', 'right', { paidCents: 418_000 });
  }
}

/** Acts of people that no step of the workflow has written yet; a workflow that has not begun counts as one. */
const UNHEARD = `
  select ((select count(*) from task where denial_id = $1 and state = 'completed')
    - (select count(*) from timeline_entry where denial_id = $1 and code like 'task.completed.%')
    + (select count(*) from payer_response where denial_id = $1 and external_id not like 'task/%')
    - (select count(*) from timeline_entry where denial_id = $1 and code like 'response.%')
    + (select count(*) from command where denial_id = $1 and state = 'queued')
    + (select count(*) from denial_view where denial_id = $1 and seq = 0))::int as left`;

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Not within ${PATIENCE_MS} ms: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
