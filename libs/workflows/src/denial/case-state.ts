import type { ClosureReason, PathId, Stage } from '@overturn/domain';
import type { CaseFacts, Op, OpenTask } from '../activities.ts';
import type { CommandKind, DenialInput, Regards, RescueNext, ResponseOutcome } from '../messages.ts';
import type { Inbox } from './inbox.ts';

export type PayerAnswer = 'approved' | 'partly' | 'denied' | 'more-information' | 'lost' | 'silent' | 'enough';

/** An answer of the payer in hand; `about` names it, the same for every run that takes it up. */
export interface Handling {
  answer: PayerAnswer;
  about: string;
}

/** An answered task, as far as the story needs it. */
export interface Answer {
  outcome: string;
  next?: RescueNext;
  path?: PathId;
}

/** All that a run carries into the next one: plain data, absolute instants, ids and enums. */
export interface CaseState extends Inbox {
  seq: number;
  stage: Stage;
  /** How often a step was entered: tasks asked again get a name of their own. */
  visit: number;
  answers: Record<string, Answer>;
  open: Record<string, OpenTask>;
  /** Keys of tasks withdrawn unanswered: their rows stay withdrawn, so what is asked again is asked under another key. */
  withdrawn: string[];
  /** Names of what was done once and is not done again. */
  done: string[];
  /** Tiers raised, each with the date it was raised for. */
  tiers: string[];
  /** What messages changed, not yet written. */
  unwritten: Op[];
  responses: Partial<Record<Regards, ResponseOutcome>>;
  /** The payer's answer that the present step has heard and is not done with. */
  handling: Handling | null;
  /** What the payer said last. */
  said: Partial<Record<Regards, PayerAnswer>>;
  /** What was said against the appeal before its step and put to a supervisor, as long as that step has still to deal with it. */
  deferred?: ResponseOutcome;
  acknowledged: Regards[];
  rendered: string[];
  attachedClaims: number;
  commands: { id: string; kind: CommandKind; path?: PathId }[];
  path: PathId | null;
  /** The step to which a command led, until it is entered. */
  heading: Stage | null;
  closeReason: ClosureReason | null;
  won: 'exception' | 'appeal' | 'correction' | null;
  facts: CaseFacts;
}

const NO_FACTS: CaseFacts = {
  reviewWhy: null,
  lacks: 0,
  suggestedPath: 'no-ground',
  filings: [],
  followUps: {},
  paymentChaseAt: [],
  appealSent: false,
  tasks: {},
  closed: false,
};

export const stateOf = ({ carried, lastNumber }: DenialInput): CaseState => ({
  seq: 0,
  lastNumber,
  early: [],
  stage: 'intake-review',
  visit: 0,
  answers: {},
  open: {},
  withdrawn: [],
  done: [],
  tiers: [],
  unwritten: [],
  responses: {},
  handling: null,
  said: {},
  acknowledged: [],
  rendered: [],
  attachedClaims: 0,
  commands: [],
  path: null,
  heading: null,
  closeReason: null,
  won: null,
  facts: NO_FACTS,
  ...(carried as CaseState | undefined),
});

/** What a run that takes up a lost one cannot read from rows; a copy, since the state goes on changing. */
export const carriedFrom = ({ facts: _facts, open: _open, unwritten: _unwritten, ...known }: CaseState): unknown =>
  JSON.parse(JSON.stringify(known));
