import type { ClosureReason, PathId, Stage, TaskKind } from '@overturn/domain';
import type { Payloads, Regards } from './messages.ts';

/** An instant, ISO with Z. */
export type Instant = string;

export type DocumentKind = 'exception-request' | 'appeal-1';
export type AppealReason = 'filing-date' | 'exception-denied' | 'payer-silent' | 'chosen';
export type FilingPurpose = 'appeal' | 'open-negotiation' | 'contract-dispute';
export type Tier = 'T-20' | 'T-10' | 'T-5' | 'T-1' | 'safe' | 'overdue';
/** Who gets a task first: anyone of its queue, the denial's owner (else the supervisor), or whom an answer named. */
export type GiveTo = 'queue' | 'owner' | 'named';

/** One thing that a step of the workflow changes in Postgres. All of a step are written in one transaction. */
export type Op =
  | { op: 'stage'; stage: Stage }
  | { op: 'path'; path: PathId; suggested: boolean }
  /** `unless`: nothing is opened where that holds as it is written. `namedIn`: key of the task whose answer names the person. */
  | {
      op: 'open-task';
      key: string;
      kind: TaskKind;
      why: string;
      giveTo: GiveTo;
      document?: string;
      unless?: 'regime-settled';
      namedIn?: string;
    }
  | { op: 'cancel-task'; key: string; why: string }
  | { op: 'apply-answer'; taskId: string }
  | { op: 'apply-response'; inboxId: string }
  | { op: 'remind-task' | 'return-task' | 'raise-task'; key: string }
  | { op: 'raise-tier'; purpose: FilingPurpose; tier: Tier; dueOn: string }
  /** `anew`: a letter of that key that went out stays as it is, under another key. */
  | { op: 'draft'; key: string; document: DocumentKind; anew?: true }
  | { op: 'render'; key: string }
  | { op: 'appeal'; level: number; reason: AppealReason; document: string }
  | { op: 'settle-appeal'; level: number; how: 'granted' | 'paid' | 'won' | 'lost' }
  | { op: 'attach-claim'; claimId: string }
  | { op: 'command'; commandId: string; state: 'applied' | 'refused'; reason: string | null }
  | { op: 'note'; code: string; values?: Record<string, string | number> }
  | { op: 'close'; reason: ClosureReason; lastNumber: number }
  | { op: 'take-up' };

/** Everything of one step, ordered by (generation, seq): an older one changes nothing. */
export interface Step {
  denialId: string;
  organizationId: string;
  generation: number;
  seq: number;
  /** Of the message taken last. */
  lastNumber: number;
  /** The workflow's own now; the database's clock decides nothing. */
  now: Instant;
  ops: Op[];
  /** What the workflow knows as it writes this, but for what rows tell: a run that is lost goes on from here. */
  carried: unknown;
}

export interface TaskTimes {
  remindAt: Instant;
  returnAt: Instant;
  raiseAt: Instant;
}

/** How far a task's own clock came. */
export type Told = 'nothing' | 'reminded' | 'returned' | 'raised';

export interface OpenTask extends TaskTimes {
  kind: TaskKind;
  told: Told;
}

/** One filing date that is watched beside the story. */
export interface FilingWatch {
  purpose: FilingPurpose;
  /** `unconfirmed`: past at intake and nobody confirmed it yet, so it is silent. `filed-late`: with proof of a later day. */
  state: 'running' | 'unconfirmed' | 'met' | 'filed-late' | 'decided' | 'missed';
  /** The safe date it stands for; when it moves, tiers are raised anew. */
  dueOn: string;
  tiers: { tier: Exclude<Tier, 'overdue'>; at: Instant }[];
  /** The overdue instants around now: the latest past one, if any, and the next. */
  overdueAt: Instant[];
}

/** When to ask the payer again, for one sending. */
export interface FollowUps {
  /** Which sending these belong to; a new one starts them over. */
  sending: number;
  acknowledgeAt: Instant;
  chaseAt: Instant[];
  silentAt: Instant;
}

/** What the workflow may know of the case: enums, counts and instants. */
export interface CaseFacts {
  /** Why a person must look at the intake first, or null. */
  reviewWhy: 'late' | 'no-date' | 'unsure' | 'suspicion' | null;
  /** How many facts or evidence slots the completeness gate misses. */
  lacks: number;
  suggestedPath: PathId;
  /** Nobody has settled whose rules apply; workers of before do not say. */
  regimeOpen?: boolean;
  filings: FilingWatch[];
  followUps: Partial<Record<Regards, FollowUps>>;
  paymentChaseAt: Instant[];
  appealSent: boolean;
  /** Those that the step opened, by key; of a run that takes up a lost one, all that are open. */
  tasks: Record<string, OpenTask>;
  /** Of a close: false when messages were released that the workflow has not taken yet. */
  closed: boolean;
}

export interface DenialActivities {
  /** Writes a step and answers with the facts after it. Safe to repeat and to arrive late. */
  project(step: Step): Promise<CaseFacts>;
}

export type { Payloads };
