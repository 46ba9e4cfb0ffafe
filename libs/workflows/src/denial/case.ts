import type { Stage, TaskKind } from '@overturn/domain';
import { condition, proxyActivities, upsertSearchAttributes } from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { CaseFacts, DenialActivities, GiveTo, Instant, Op } from '../activities.ts';
import { SEARCH_ATTRIBUTES } from '../messages.ts';
import type { DenialInput, Message } from '../messages.ts';
import { stateOf } from './case-state.ts';
import type { Answer, CaseState } from './case-state.ts';
import { takeInOrder } from './inbox.ts';
import { takeMessage } from './take-message.ts';

const { project } = proxyActivities<DenialActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

const STAGE_ATTRIBUTE = defineSearchAttributeKey(SEARCH_ATTRIBUTES.stage, SearchAttributeType.KEYWORD);
const NEXT_DUE_ATTRIBUTE = defineSearchAttributeKey(SEARCH_ATTRIBUTES.nextDue, SearchAttributeType.DATETIME);

/** Thrown through a step that is left before its end: to continue as new, or because a command led elsewhere. */
export class Turn {
  readonly to: Stage | 'next-run';
  constructor(to: Stage | 'next-run') {
    this.to = to;
  }
}

export interface Asked {
  kind: TaskKind;
  /** The workflow's own name for the task; the same name is never asked twice. */
  key?: string;
  why: string;
  giveTo?: GiveTo;
  /** Key of the document that the task is about. */
  document?: string;
}

/** One denial in the hands of its workflow: what it knows, what it asks, what it writes. */
export class Case {
  readonly input: DenialInput;
  readonly state: CaseState;
  turn: Turn | null = null;
  ended = false;
  #writing: Promise<unknown> = Promise.resolve();
  #awaited = new Set<() => boolean>();
  #wakeAt = new Set<Instant>();

  constructor(input: DenialInput) {
    this.input = input;
    this.state = stateOf(input);
  }

  /** A message from outside: changes state at once, is written with the next step. */
  receive(message: Message): void {
    for (const ready of takeInOrder(this.state, message)) takeMessage(this.state, ready);
  }

  /** Writes one step: everything that messages changed and the given operations, in one transaction. */
  write(...ops: Op[]): Promise<CaseFacts> {
    const written = this.#writing.then(() => this.#project(ops));
    this.#writing = written;
    return written;
  }

  async #project(asked: Op[]): Promise<CaseFacts> {
    const { denialId, organizationId, generation } = this.input;
    const ops = [...this.state.unwritten.splice(0), ...asked];
    this.state.seq += 1;
    const now = new Date().toISOString();
    const step = { denialId, organizationId, generation, seq: this.state.seq, now, ops };
    const summary = ops.map(({ op }) => op).join(', ') || 'look again';
    const facts = await project.executeWithOptions({ summary }, [step]);
    this.state.facts = facts;
    for (const op of ops) {
      if (op.op === 'cancel-task') delete this.state.open[op.key];
      const times = op.op === 'open-task' ? facts.tasks[op.key] : undefined;
      if (op.op === 'open-task' && times && !(op.key in this.state.answers))
        this.state.open[op.key] = { ...times, kind: op.kind, told: 'nothing' };
    }
    return facts;
  }

  /** Waits for a fact, or until an instant. A command or the next run may lead away from here: then it throws a Turn. */
  async wait(fact: () => boolean, until?: Instant): Promise<void> {
    if (until) this.#wakeAt.add(until);
    this.#awaited.add(fact);
    await condition(() => this.turn !== null || fact() || (until !== undefined && isPast(until)));
    this.#awaited.delete(fact);
    if (until) this.#wakeAt.delete(until);
    if (this.turn && !fact()) throw this.turn;
  }

  /** Asks staff, once a key, and waits for the answer; null when `enough` came true first: the task is then withdrawn. */
  async ask(asked: Asked, enough: () => boolean = () => false): Promise<Answer | null> {
    const key = asked.key ?? asked.kind;
    if (!this.answer(key) && enough()) return null;
    await this.open([asked]);
    await this.wait(() => this.answer(key) !== undefined || enough());
    const answer = this.answer(key);
    if (!answer) await this.write({ op: 'cancel-task', key, why: 'no-longer-needed' });
    return answer ?? null;
  }

  /** As `ask`, where nothing but an answer ends it. */
  async mustAsk(asked: Asked): Promise<Answer> {
    const answer = await this.ask(asked);
    return answer!;
  }

  /** Opens tasks that are neither open nor answered, in one step. */
  async open(asked: Asked[], ...before: Op[]): Promise<void> {
    const fresh = asked.filter(({ kind, key = kind }) => !(key in this.state.open) && !this.answer(key));
    const ops = fresh.map(({ kind, key = kind, why, giveTo = 'queue', document }): Op => ({
      op: 'open-task',
      key,
      kind,
      why,
      giveTo,
      ...(document && { document }),
    }));
    if (ops.length + before.length > 0) await this.write(...before, ...ops);
  }

  answer(key: string): Answer | undefined {
    return this.state.answers[key];
  }

  /** Does what changes something once, also when the step is entered again by the next run. */
  async once(key: string, ...ops: Op[]): Promise<void> {
    if (this.state.done.includes(key)) return;
    await this.write(...ops);
    this.state.done.push(key);
  }

  /** How many things were done under names that begin so. */
  count(prefix: string): number {
    return this.state.done.filter((name) => name.startsWith(prefix)).length;
  }

  /** Enters a step; it is written with the first thing that the step writes. */
  enter(stage: Stage): void {
    this.state.stage = stage;
    this.state.visit += 1;
    if (stage === 'closed') return;
    this.state.unwritten.push({ op: 'stage', stage });
    const next = this.state.facts.filings[0]?.tiers.at(-1);
    upsertSearchAttributes([
      { key: STAGE_ATTRIBUTE, value: stage },
      ...(next ? [{ key: NEXT_DUE_ATTRIBUTE, value: new Date(next.at) }] : []),
    ]);
  }

  /** A name for a task that this visit of the step asks, and another visit asks again. */
  here(kind: string): string {
    return `${kind}/${this.state.visit}`;
  }

  /** True when messages changed something that nobody in the story is about to write. */
  get hasOrphans(): boolean {
    return this.state.unwritten.length > 0 && ![...this.#awaited].some((fact) => fact());
  }

  /** Instants at which the story itself wants to be woken. */
  get wakeInstants(): Instant[] {
    return [...this.#wakeAt].filter((at) => !isPast(at));
  }

  async settle(): Promise<void> {
    await this.#writing;
  }
}

export const isPast = (at: Instant): boolean => Date.parse(at) <= Date.now();
