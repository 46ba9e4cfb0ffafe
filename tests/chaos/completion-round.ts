import type { ChaosGround, Person } from './chaos-ground.ts';
import { Draws } from './draws.ts';
import { drawKills, killInTurn } from './kill-plan.ts';
import type { Progress, Victim } from './kill-plan.ts';
import { answerFor } from './scripted-answers.ts';
import { persist } from './persistent.ts';

/** Denials that each person takes from the queue, and carries on by one more task. */
const EACH = 8;
/** Tasks that everybody completes at the same moment: one of them may. */
const CONTESTED = 6;

/** One person's completion of one task, sent as often as it took. */
export interface Completion {
  taskId: string;
  by: Person;
  /** 2xx: accepted. 409: somebody did it, perhaps this person in a try whose answer was lost. */
  status: number;
  unanswered: number;
}

export interface CompletionRound {
  completions: Completion[];
  kills: { victim: Victim; done: number; line: string }[];
}

/** Several people and a key complete tasks at once, while every process dies once; ends when the engine has taken every answer. */
export async function completeWithKills(ground: ChaosGround, draws: Draws): Promise<CompletionRound> {
  const plan = drawKills(draws);
  const everybody = [...ground.people, ground.machine];
  const contested = await openTasks(ground, CONTESTED);
  const completions: Completion[] = [];
  const expected = everybody.length * (contested.length + 2 * EACH);
  const progress = (): Promise<Progress> =>
    Promise.resolve({
      done: completions.length / expected,
      said: `${completions.length} of ${expected} completions answered`,
    });
  const work = everybody.map((person) => {
    const own = new Draws(draws.below(2 ** 31));
    return new Desk(ground, person, own, completions).work(contested);
  });
  const [kills] = await Promise.all([killInTurn(ground.product, plan, progress), ...work]);
  await ground.untilNone('every answer is delivered', 'select from outbox_message where delivered_at is null limit 1');
  await ground.untilNone(
    'every answer has taken effect',
    `select t.denial_id from task t where t.state = 'completed' group by t.denial_id having count(*) >
       (select count(*) from timeline_entry e where e.denial_id = t.denial_id and e.code like 'task.completed.%') limit 1`,
  );
  return { completions, kills };
}

/** Those that are due last, so that nobody gets them from the queue meanwhile. */
const openTasks = async (ground: ChaosGround, count: number): Promise<string[]> =>
  (
    await ground.rows<{ id: string }>(
      "select id from task where state = 'open' and kind = 'verify-network' order by due_at desc, id desc limit $1",
      [count],
    )
  ).map(({ id }) => id);

interface TaskInHand {
  id: string;
  kind: string;
  denialId: string;
}

class Desk {
  readonly #ground: ChaosGround;
  readonly #person: Person;
  readonly #draws: Draws;
  readonly #completions: Completion[];

  constructor(ground: ChaosGround, person: Person, draws: Draws, completions: Completion[]) {
    this.#ground = ground;
    this.#person = person;
    this.#draws = draws;
    this.#completions = completions;
  }

  async work(contested: readonly string[]): Promise<void> {
    const denials: string[] = [];
    for (const id of contested) await this.#complete({ id, kind: 'verify-network', denialId: '' });
    for (let taken = 0; taken < EACH; taken++) {
      const { body } = await this.#ask('/tasks/next', { queue: 'verify' });
      const task = body as unknown as TaskInHand;
      await this.#complete(task);
      denials.push(task.denialId);
    }
    await this.#finishWhatIHold();
    for (const denialId of denials) await this.#carryOn(denialId);
  }

  /** A task that was claimed in a try whose answer was lost is found in one's own list. */
  async #finishWhatIHold(): Promise<void> {
    const { body } = await persist(this.#person.staff, 'GET', '/tasks?view=mine&limit=200');
    for (const task of body['items'] as TaskInHand[]) await this.#complete(task);
  }

  /** The denial's next task, once the engine has opened it. */
  async #carryOn(denialId: string): Promise<void> {
    await this.#ground.untilNone(
      'the next task of the denial is open',
      `select from denial_view v where denial_id = $1 and not exists
         (select from task t where t.denial_id = v.denial_id and t.state in ('open', 'claimed') and t.kind not in ('verify-network', 'find-regime'))`,
      [denialId],
    );
    const { body } = await persist(this.#person.staff, 'GET', `/tasks?denialId=${denialId}&limit=5`);
    const task = (body['items'] as TaskInHand[]).find(({ kind }) => answerFor(kind, 0) !== undefined);
    if (task) await this.#complete(task);
  }

  async #complete({ id, kind }: TaskInHand): Promise<void> {
    const answer = answerFor(kind, this.#draws.below(2));
    if (!answer) throw new Error(`Nobody knows what to answer to ${kind}.`);
    const { status, unanswered } = await this.#ask(`/tasks/${id}/complete`, answer);
    if (status === 200 && this.#draws.below(3) > 0) await this.#ask(`/tasks/${id}/dismiss-undo`, {});
    this.#completions.push({ taskId: id, by: this.#person, status, unanswered });
  }

  #ask(path: string, body: object) {
    return persist(this.#person.staff, 'POST', path, body);
  }
}
