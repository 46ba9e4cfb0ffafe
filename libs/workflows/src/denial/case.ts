import type { Stage, TaskKind } from '@overturn/domain';
import { condition, proxyActivities, upsertSearchAttributes } from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { CaseFacts, DenialActivities, GiveTo, Instant, Op } from '../activities.ts';
import { SEARCH_ATTRIBUTES } from '../messages.ts';
import type { DenialInput, Message, Standing } from '../messages.ts';
import { carriedFrom, stateOf } from './case-state.ts';
import type { Answer, CaseState } from './case-state.ts';
import { takeInOrder } from './inbox.ts';
import { takeMessage } from './take-message.ts';

const { project } = proxyActivities<DenialActivities>({
  startToCloseTimeout: '15 seconds', // so long a step waits that was in the hands of a worker that died; it takes some ten milliseconds
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

const STAGE_ATTRIBUTE = defineSearchAttributeKey(SEARCH_ATTRIBUTES.stage, SearchAttributeType.KEYWORD);
const NEXT_DUE_ATTRIBUTE = defineSearchAttributeKey(SEARCH_ATTRIBUTES.nextDue, SearchAttributeType.DATETIME);

/** Thrown through a step that is left before its end: to continue as new, or because a command led elsewhere. */
export class Turn extends Error {
  readonly to: Stage | 'next-run';
  constructor(to: Stage | 'next-run') {
    super(`on to ${to}`);
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
  /** What makes it needless by the time it is written. */
  unless?: 'regime-settled';
  /** Name of the task whose answer says to whom it is given. */
  namedIn?: string;
}

/** One denial in the hands of its workflow: what it knows, what it asks, what it writes. */
export class Case {
  readonly input: DenialInput;
  readonly state: CaseState;
  turn: Turn | null;
  ended = false;
  /** Where the alarm stands, for whoever asks. */
  alarmAt: Instant | null = null;
  #writing: Promise<unknown> = Promise.resolve();
  #isWriting = false;
  /** Writes asked for and not begun: the first of them takes along what messages changed. */
  #queued = 0;
  #shown = '';
  #awaited = new Set<() => boolean>();
  #wakeAt = new Set<Instant>();

  constructor(input: DenialInput) {
    this.input = input;
    this.state = stateOf(input);
    this.turn = this.state.heading && new Turn(this.state.heading);
  }

  /** Leads the story to a step, from where it stands now. */
  leadTo(stage: Stage): void {
    this.state.heading = stage;
    this.turn = new Turn(stage);
  }

  /** The step to which it was led is about to be entered. */
  arrive(): void {
    this.state.heading = null;
    this.turn = null;
  }

  /** A message from outside: changes state at once, is written with the next step. */
  receive(message: Message): void {
    for (const ready of takeInOrder(this.state, message)) takeMessage(this.state, ready);
  }

  /** Writes one step: everything that messages changed and the given operations, in one transaction. */
  write(...ops: Op[]): Promise<CaseFacts> {
    this.#queued += 1;
    const written = this.#writing.then(() => this.#project(ops));
    this.#writing = written;
    return written;
  }

  /** Everything that messages changed and a step entered is written, for those who must read the facts after it. */
  async flush(): Promise<void> {
    await (this.state.unwritten.length > 0 ? this.write() : this.#writing);
  }

  async #project(asked: Op[]): Promise<CaseFacts> {
    this.#queued -= 1;
    const { denialId, organizationId, generation } = this.input;
    const ops = [...this.state.unwritten.splice(0), ...asked];
    this.state.seq += 1;
    for (const op of ops) if (op.op === 'cancel-task') this.state.withdrawn.push(op.key);
    const now = new Date().toISOString();
    const step = {
      denialId,
      organizationId,
      generation,
      seq: this.state.seq,
      lastNumber: this.state.lastNumber,
      now,
      ops,
      carried: carriedFrom(this.state),
    };
    const summary = ops.map(({ op }) => op).join(', ') || 'look again';
    this.#isWriting = true;
    const facts = await project.executeWithOptions({ summary }, [step]);
    this.#isWriting = false;
    this.state.facts = facts;
    for (const op of ops) if (op.op === 'cancel-task') delete this.state.open[op.key];
    for (const [key, task] of Object.entries(facts.tasks))
      if (!(key in this.state.answers)) this.state.open[key] = task;
    this.#show();
    return facts;
  }

  /** How far this run is. */
  get standing(): Standing {
    const { lastNumber, seq, unwritten } = this.state;
    return {
      lastNumber,
      seq,
      isWriting: this.#isWriting || this.#queued > 0 || unwritten.length > 0,
      alarmAt: this.alarmAt,
    };
  }

  /** Stage and next safe date as search attributes, when they are others than this run has shown. */
  #show(): void {
    const { stage, facts } = this.state;
    const nextDue = facts.filings[0]?.tiers.at(-1)?.at;
    if (this.#shown === `${stage} ${nextDue}`) return;
    this.#shown = `${stage} ${nextDue}`;
    upsertSearchAttributes([
      { key: STAGE_ATTRIBUTE, value: stage },
      ...(nextDue ? [{ key: NEXT_DUE_ATTRIBUTE, value: new Date(nextDue) }] : []),
    ]);
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
    const name = asked.key ?? asked.kind;
    if (!this.answer(name) && enough()) {
      await this.withdraw([name]); // what a run before this one had asked
      return null;
    }
    await this.open([asked]);
    await this.wait(() => this.answer(name) !== undefined || enough());
    const answer = this.answer(name);
    if (!answer) await this.withdraw([name]);
    return answer ?? null;
  }

  /** As `ask`, where nothing but an answer ends it. */
  async mustAsk(asked: Asked): Promise<Answer> {
    const answer = await this.ask(asked);
    return answer!;
  }

  /** Opens tasks that are neither open nor answered, in one step. */
  async open(asked: Asked[]): Promise<void> {
    const ops = this.opening(asked);
    if (ops.length > 0) await this.write(...ops);
  }

  /** What opens those that are neither open nor answered; for a step that writes more than that. */
  opening(asked: Asked[]): Op[] {
    const fresh = asked.filter(({ kind, key = kind }) => !this.isOpen(key) && !this.answer(key));
    return fresh.map(({ kind, key = kind, why, giveTo = 'queue', document, unless, namedIn }): Op => ({
      op: 'open-task',
      key: this.#keyOf(key),
      kind,
      why,
      giveTo,
      ...(document && { document }),
      ...(unless && { unless }),
      ...(namedIn && { namedIn: this.#keyOf(namedIn) }),
    }));
  }

  /** Takes back what is still open of these. */
  async withdraw(names: string[], why = 'no-longer-needed'): Promise<undefined> {
    const open = names.filter((name) => this.isOpen(name)).map((name) => this.#keyOf(name));
    if (open.length > 0) await this.write(...open.map((key): Op => ({ op: 'cancel-task', key, why })));
  }

  isOpen(name: string): boolean {
    return this.#keyOf(name) in this.state.open;
  }

  answer(name: string): Answer | undefined {
    return this.state.answers[this.#keyOf(name)];
  }

  /** The key of what is asked under a name now: after a withdrawal it is another. */
  #keyOf(name: string): string {
    let key = name;
    for (let time = 2; this.state.withdrawn.includes(key); time++) key = `${name}/again-${time}`;
    return key;
  }

  /** Does what changes something once, also when the step is entered again by the next run. */
  async once(key: string, ...ops: Op[]): Promise<void> {
    if (this.state.done.includes(key)) return;
    this.state.done.push(key); // before it is written: what a step carries says that it was done
    await this.write(...ops);
  }

  /** How many things were done under names that begin so. */
  count(prefix: string): number {
    return this.state.done.filter((name) => name.startsWith(prefix)).length;
  }

  /** Enters a step; it is written with the first thing that the step writes. */
  enter(stage: Stage): void {
    this.state.stage = stage;
    this.state.visit += 1;
    this.state.handling = null;
    // what was said to an earlier request is no answer to the one about to be made; a grant is one whenever it comes
    if (stage === 'request-exception' && this.state.responses.exception !== 'approved')
      delete this.state.responses.exception;
    if (stage === 'appeal') this.#takeUpDeferred();
    if (stage !== 'closed') this.state.unwritten.push({ op: 'stage', stage });
  }

  /** An answer to an appeal that is filed is left to its own step; one that is yet to be sent has no answer. */
  #takeUpDeferred(): void {
    const { deferred, responses, facts } = this.state;
    if (deferred && facts.appealSent) responses.appeal ??= deferred;
    delete this.state.deferred;
  }

  /** A name for a task that this visit of the step asks, and another visit asks again. */
  here(kind: string): string {
    return `${kind}/${this.state.visit}`;
  }

  /** True when messages changed something that nobody is about to write. */
  get hasOrphans(): boolean {
    return this.state.unwritten.length > 0 && this.#queued === 0 && ![...this.#awaited].some((fact) => fact());
  }

  /** True when the story waits for something that is not there yet: the moment for a command to take effect. */
  get isAtRest(): boolean {
    return this.turn === null && this.#awaited.size > 0 && ![...this.#awaited].some((fact) => fact());
  }

  /** True when this run has nothing more to do: the case has ended, or the next run goes on with it. */
  get isOver(): boolean {
    return this.ended || this.turn?.to === 'next-run';
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
