import type { ClosureReason, PathId, Stage, TaskKind } from '@overturn/domain';
import type { CaseFacts, Op, TaskTimes } from '../activities.ts';
import type { CommandKind, DenialInput, Regards, RescueNext, ResponseOutcome } from '../messages.ts';
import type { Inbox } from './inbox.ts';

export type PayerAnswer = 'approved' | 'partly' | 'denied' | 'more-information' | 'lost' | 'silent' | 'enough';

/** An answered task, as far as the story needs it. */
export interface Answer {
  outcome: string;
  next?: RescueNext;
  path?: PathId;
}

export interface OpenTask extends TaskTimes {
  kind: TaskKind;
  /** How far its own clock came. */
  told: 'nothing' | 'reminded' | 'returned' | 'raised';
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
  handling: PayerAnswer | null;
  /** What the payer said last. */
  said: Partial<Record<Regards, PayerAnswer>>;
  acknowledged: Regards[];
  rendered: string[];
  attachedClaims: number;
  commands: { id: string; kind: CommandKind; path?: PathId }[];
  path: PathId | null;
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

export const stateOf = ({ carried, lastNumber, visit }: DenialInput): CaseState =>
  (carried as CaseState | undefined) ?? {
    seq: 0,
    lastNumber,
    early: [],
    stage: 'intake-review',
    visit: Math.max(0, (visit ?? 1) - 1), // entered again at once, so that answers on their way find the same names
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
    closeReason: null,
    won: null,
    facts: NO_FACTS,
  };
