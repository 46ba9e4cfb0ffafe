import type { Actor } from '@overturn/data/audit/audit';
import type { Tx } from '@overturn/data/database/database';
import type { CaseRules } from '@overturn/data/rules/read-rules';
import type { Step } from '@overturn/workflows/activities';
import type { CaseRows } from './case-rows.ts';

/** Who acts when nobody does: the denial's own timer. */
export const TIMER: Actor = { kind: 'timer', id: null, name: 'Timer' };

/** The workflow engine itself, where it repairs something. */
export const ENGINE: Actor = { kind: 'system', id: null, name: 'Workflow engine' };

export interface TimelineLine {
  actor: Actor;
  code: string;
  sentence: string;
  citation?: string | null;
}

/** Whom a notice tells: a role, the denial's owner, or the team of the queue when it has none. */
export interface NewNotice {
  tell: 'owner' | 'team' | 'supervisor' | 'manager';
  code: string;
  sentence: string;
  /** The same key twice is one notice. */
  dedupeKey: string;
  taskId?: string;
}

/** What every operation of a step works on; lines and notices are written at its end, in order. */
export interface StepContext {
  tx: Tx;
  step: Step;
  now: Date;
  /** The case as it is before the operation; read again after one that changes it. */
  rows: CaseRows;
  /** By which the case counts. */
  rules: CaseRules;
  timeline: TimelineLine[];
  notices: NewNotice[];
  /** Documents to render once the step is committed. */
  toRender: string[];
}
