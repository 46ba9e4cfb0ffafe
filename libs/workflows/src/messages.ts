import type { ClosureReason, PathId, Stage } from '@overturn/domain';

/** Names that clients and workers share. */
export const DENIAL_TASK_QUEUE = 'denials';
export const DENIAL_WORKFLOW = 'denial';
export const MESSAGE_SIGNAL = 'message';
/** Asks a run how far it is: for the tests that move time, and for whoever looks into Temporal's own UI. */
export const STANDING_QUERY = 'standing';
export interface Standing {
  lastNumber: number;
  seq: number;
  /** A step is being written, or waits to be. */
  isWriting: boolean;
  /** The instant to which its one timer is set; null when nothing is to come. */
  alarmAt: string | null;
}
/** Registered with the namespace; ids, enums and one date, nothing of a patient. */
export const SEARCH_ATTRIBUTES = {
  organization: 'OverturnOrganizationId',
  stage: 'OverturnStage',
  nextDue: 'OverturnNextDue',
} as const;

export type Regards = 'exception' | 'appeal';
export type ResponseOutcome = 'acknowledged' | 'approved' | 'partly' | 'denied' | 'more-information' | 'lost';
export type RescueNext = 'go-on' | 'send-again' | 'appeal' | 'accept' | 'close';
export type CommandKind = 'withdraw' | 'choose-path' | 'file-now' | 'change-fact';

/** What a denial's workflow is told, by kind. Ids and small enums only. */
export interface Payloads {
  'task-completed': { taskId: string; key: string; outcome: string; next?: RescueNext; path?: PathId };
  response: { inboxId: string; outcome: ResponseOutcome; regards: Regards };
  command: { commandId: string; kind: CommandKind; path?: PathId };
  /** Not the claim's own where it says of what: a row of its payer, what a person found out, or a rule by a change. */
  'facts-changed': { of?: 'payer' | 'screening' } | { of: 'rule'; changeId: string };
  'document-rendered': { documentId: string; key: string };
  'claim-attached': { claimId: string };
}
export type MessageKind = keyof Payloads;
/** Numbered a denial at release; delivered in order, at least once. */
export type Message = { [Kind in MessageKind]: { number: number; kind: Kind; payload: Payloads[Kind] } }[MessageKind];

/** What a run starts from; `carried` only after continue-as-new. */
export interface DenialInput {
  denialId: string;
  organizationId: string;
  generation: number;
  /** Of the message taken last; the next one is one higher. */
  lastNumber: number;
  /** History length at which the run continues as new at its next quiet moment. */
  rolloverEvents: number;
  /** The step at which it begins: review of the intake, the network, or the step at which it is reopened. */
  startAt: Stage;
  /** What the run before knew: handed over by continue-as-new, or read from the last step that a lost run wrote. */
  carried?: unknown;
  /** The run before was lost, and its last step is all that is known of it. */
  takenUp?: boolean;
}

export type { ClosureReason };
