import type { FieldOption, FieldRow } from '../tasks/task-kind-row.ts';
import type { AskedOf } from '../triage/questions.ts';

/** One fact that no remittance holds and a person can find out: how it is asked, and which open questions it settles. */
export interface ScreeningFactRow extends FieldRow {
  type: 'choice' | 'yesNo' | 'date' | 'integer' | 'text' | 'rows';
  question: string;
  askedOf: AskedOf;
  /** The open questions to which this is an answer, or a part of one, word for word. */
  settles: readonly string[];
}

/** As verified for one day; what is unknown is not told. */
export const IN_OR_OUT = [
  { value: 'in', label: 'In network' },
  { value: 'out', label: 'Out of network' },
] as const satisfies readonly FieldOption[];
