import type { IsoDate } from '../dates/iso-date.ts';
import { DomainError } from '../errors.ts';
import { type FieldValue, readField } from './field-values.ts';
import type { Need } from './task-kind-row.ts';
import { fieldsFor, outcomeRow, type TaskKind, taskKindRow } from './task-kinds.ts';

export type AnswerFields = Readonly<Record<string, FieldValue>>;

export interface Answer {
  kind: TaskKind;
  outcome: string;
  /** Only the fields of that outcome, normalized; what was left empty is absent. */
  fields: AnswerFields;
}

/**
 * A completed form, checked and normalized. Throws BAD_INPUT with `details.fields`: one sentence for each bad field, never its value.
 * @param fields as typed; fields of other outcomes are dropped, names the form does not have are refused
 * @param today dates may not lie after it, but for those that look ahead
 */
export function validateAnswer(
  kind: TaskKind,
  outcome: string,
  fields: Readonly<Record<string, unknown>>,
  today: IsoDate,
): Answer {
  const row = outcomeRow(kind, outcome);
  const { title, outcomes, fields: all } = taskKindRow(kind);
  if (!row) {
    const possible = outcomes.map((one) => one.outcome).join(', ');
    throw new DomainError('BAD_INPUT', `“${outcome}” is no outcome of “${title}”. Choose one of: ${possible}.`, {
      kind,
      fields: { outcome: `Choose one of: ${possible}.` },
    });
  }
  const errors: Record<string, string> = {};
  for (const name of Object.keys(fields)) {
    if (!all.some((field) => field.name === name)) errors[name] = `“${title}” has no field ${name}.`;
  }
  const read: Record<string, FieldValue> = {};
  const shown = fieldsFor(kind, outcome);
  for (const field of shown) {
    const result = readField(field, fields[field.name], today);
    if ('error' in result) errors[field.name] = result.error;
    else if (result.value !== undefined) read[field.name] = result.value;
  }
  const labelOf = (name: string): string => shown.find((field) => field.name === name)?.label ?? name;
  for (const need of row.needs) {
    const names = namesOf(need);
    if (names.some((name) => name in read || name in errors)) continue;
    const labels = names.map(labelOf);
    errors[names[0]!] =
      labels.length === 1 ? `${labels[0]} is needed.` : `One of these is needed: ${labels.join(', ')}.`;
  }
  const wrong = Object.keys(errors);
  if (wrong.length > 0)
    throw new DomainError('BAD_INPUT', `Please check: ${wrong.map(labelOf).join(', ')}.`, {
      kind,
      outcome,
      fields: errors,
    });
  return { kind, outcome, fields: read };
}

const namesOf = (need: Need): readonly string[] => (typeof need === 'string' ? [need] : need);
