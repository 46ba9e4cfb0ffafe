import type { AnchorEvent } from './clock-row.ts';
import type { IsoDate } from '../dates/iso-date.ts';
import type { Instant } from '../dates/instants.ts';

/** One step of the arithmetic, in a sentence that staff can check by hand. */
export interface TraceStep {
  sentence: string;
  input: string;
  output: string;
  /** The event from which the row counts, on the day that is the input. */
  event?: AnchorEvent;
}

interface Evaluated {
  rowId: string;
  /** The version of the row that applied. */
  effectiveFrom: IsoDate;
  stage: string;
  owedBy: string;
  /** `instant` on hour rows, else `date`: of all due dates below. */
  precision: 'date' | 'instant';
  /** The rule as written. */
  legalDue: IsoDate | Instant;
  trace: readonly TraceStep[];
  citation: string;
  verified: boolean;
  /** Something it counts from is not known yet; the trace says what. */
  assumed: boolean;
}

/** What we owe: done by `safeDue` nobody can call it late. */
export interface OurDeadline extends Evaluated {
  kind: 'ours';
  safeDue: IsoDate | Instant;
}
/** What others owe: asked after from `chaseOn`, called late only from `lateOn`. */
export interface TheirDeadline extends Evaluated {
  kind: 'theirs';
  chaseOn: IsoDate | Instant;
  lateOn: IsoDate | Instant;
}
/** A policy's due date, or an end that nobody owes. */
export interface PlainDeadline extends Evaluated {
  kind: 'plain';
}
export type Evaluation = OurDeadline | TheirDeadline | PlainDeadline;

type Untraced<T> = T extends Evaluated ? Omit<T, 'trace'> & { explain: () => readonly TraceStep[] } : never;
/** An evaluation whose trace is worked out when asked for: dates are wanted of thousands of denials, sentences of one. */
export type Reckoning = Untraced<Evaluation>;
export type OurReckoning = Untraced<OurDeadline>;
