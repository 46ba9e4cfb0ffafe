/** How a field is asked and checked. Amounts travel as integer cents, dates as `YYYY-MM-DD`, files as ids of stored documents. */
export type FieldType =
  | 'text'
  | 'longText'
  | 'date'
  | 'choice'
  | 'yesNo'
  | 'integer'
  | 'amountCents'
  | 'file'
  | 'npi'
  | 'taxId'
  | 'icd10'
  | 'procedure'
  | 'taxonomy'
  | 'remittanceCode'
  | 'denialId'
  | 'person'
  | 'rows';

export interface FieldOption {
  value: string;
  label: string;
}

/** What a form may fill in before anyone types. */
export type FieldStart =
  | 'today'
  | 'billingNpi'
  | 'renderingNpi'
  | 'facilityNpi'
  | 'taxId'
  | 'diagnoses'
  | 'procedures'
  | 'placeOfService'
  | 'noticeOn'
  | 'payerName'
  | 'payerClaimNumber'
  | 'appealLevel'
  | 'payerChannel';

export interface FieldRow {
  name: string;
  label: string;
  type: FieldType;
  help?: string;
  options?: readonly FieldOption[];
  /** Several values in a list. */
  many?: boolean;
  startsFrom?: FieldStart;
  /** Shown for these outcomes only; absent: for all. */
  forOutcomes?: readonly string[];
  /** A date that may lie after today; others may not. */
  mayBeFuture?: boolean;
  /** Of a `rows` field: what each row holds, and which of it is required. */
  columns?: readonly (FieldRow & { required?: boolean })[];
}

/** A field's name, or several of which any one is enough. */
export type Need = string | readonly string[];

export interface OutcomeRow {
  outcome: string;
  label: string;
  needs: readonly Need[];
}

/** How soon: business days, the same day, or the safe date of a clock of its own. */
export type TaskDue =
  { unit: 'businessDays'; amount: number } | { unit: 'sameDay' } | { unit: 'ownClock'; clock: string };

export const QUEUES = [
  { queue: 'intake', label: 'Intake' },
  { queue: 'verify', label: 'Verify network' },
  { queue: 'path', label: 'Choose path' },
  { queue: 'evidence', label: 'Gather evidence' },
  { queue: 'review', label: 'Review packet' },
  { queue: 'send', label: 'Send packet' },
  { queue: 'calls', label: 'Call payer' },
  { queue: 'responses', label: 'Record response' },
  { queue: 'billing', label: 'Correct and check payment' },
  { queue: 'appeals', label: 'File appeal' },
  { queue: 'supervisor', label: 'Supervisor' },
] as const;
export type Queue = (typeof QUEUES)[number]['queue'];

export type Skill = 'intake' | 'network' | 'evidence' | 'billing' | 'letters' | 'calls' | 'appeals' | 'supervision';

export interface TaskKindRow {
  kind: string;
  queue: Queue;
  skill: Skill;
  title: string;
  /** One sentence: what is asked. */
  asks: string;
  /** Checklist or call script, in order. */
  script: readonly string[];
  fields: readonly FieldRow[];
  /** The first is the one chosen most. */
  outcomes: readonly OutcomeRow[];
  dueIn: TaskDue;
  lateTells: 'supervisor' | 'manager';
  /** Who may be handed it. */
  workedBy: 'specialist' | 'supervisor';
}
