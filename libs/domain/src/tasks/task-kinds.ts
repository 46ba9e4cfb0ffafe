import { APPEAL_KINDS } from './appeal-kinds.ts';
import { EVIDENCE_KINDS } from './evidence-kinds.ts';
import { INTAKE_KINDS } from './intake-kinds.ts';
import { NETWORK_KINDS } from './network-kinds.ts';
import { PACKET_KINDS } from './packet-kinds.ts';
import { REGIME_KINDS } from './regime-kinds.ts';
import type { FieldRow, Need, OutcomeRow, TaskKindRow } from './task-kind-row.ts';

const TABLE = [
  ...INTAKE_KINDS,
  ...REGIME_KINDS,
  ...NETWORK_KINDS,
  ...EVIDENCE_KINDS,
  ...PACKET_KINDS,
  ...APPEAL_KINDS,
] as const;

export type TaskKind = (typeof TABLE)[number]['kind'];
/** The outcomes of a kind, or of every kind. */
export type TaskOutcome<K extends TaskKind = TaskKind> = Extract<
  (typeof TABLE)[number],
  { kind: K }
>['outcomes'][number]['outcome'];

export type TaskKindOf = TaskKindRow & { kind: TaskKind };

/** Every kind of task that staff are given. */
export const TASK_KINDS: readonly TaskKindOf[] = TABLE;
export const TASK_KIND_IDS: readonly TaskKind[] = TABLE.map((row) => row.kind);

const BY_KIND = new Map<string, TaskKindOf>(TASK_KINDS.map((row) => [row.kind, row]));

export function isTaskKind(value: string): value is TaskKind {
  return BY_KIND.has(value);
}

export function taskKindRow(kind: TaskKind): TaskKindOf {
  return BY_KIND.get(kind)!;
}

export function outcomeRow(kind: TaskKind, outcome: string): OutcomeRow | undefined {
  return taskKindRow(kind).outcomes.find((row) => row.outcome === outcome);
}

export type FieldOf = FieldRow & {
  required: boolean;
  /** Other fields that would do instead. */
  orElse: readonly string[];
};

/** The form of one outcome: its fields in order, each with whether it must be filled, alone or as one of several. */
export function fieldsFor(kind: TaskKind, outcome: string): FieldOf[] {
  const needs: readonly Need[] = outcomeRow(kind, outcome)?.needs ?? [];
  return taskKindRow(kind)
    .fields.filter((field) => !field.forOutcomes || field.forOutcomes.includes(outcome))
    .map((field) => {
      const need = needs.find((one) => (typeof one === 'string' ? one === field.name : one.includes(field.name)));
      const orElse = need === undefined || typeof need === 'string' ? [] : need.filter((name) => name !== field.name);
      return { ...field, required: need !== undefined, orElse };
    });
}

/** Whether something must be typed for the outcome that is chosen most: such kinds are not completed in bulk. */
export function hasForm(kind: TaskKind): boolean {
  return (taskKindRow(kind).outcomes[0]?.needs.length ?? 0) > 0;
}
