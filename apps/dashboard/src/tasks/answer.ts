import { isDomainError, type TaskKind } from '@overturn/domain';
import { validateAnswer } from '@overturn/domain/tasks/answer';
import type { FieldRow } from '@overturn/domain/tasks/task-kind-row';
import { centsFrom } from '../money/money.ts';
import type { FieldValue, StoredFileRef } from './form-draft.ts';

type Values = Readonly<Record<string, FieldValue | undefined>>;

const isBlank = (value: FieldValue | undefined): boolean =>
  value === undefined || value.length === 0 || (typeof value === 'string' && value.trim() === '');

/** From typed text to what the api takes; text that cannot be read goes as it is, and the check says what is wrong with it. */
const READ: Partial<Record<FieldRow['type'], (text: string) => unknown>> = {
  yesNo: (text) => text === 'yes',
  integer: (text) => (/^\d+$/.test(text) ? Number(text) : text),
  amountCents: (text) => centsFrom(text) ?? text,
  denialId: (text) => /[0-9a-f]{8}-[0-9a-f-]{27}/i.exec(text)?.[0].toLowerCase() ?? text,
};
const one = (field: FieldRow, typed: string): unknown => (READ[field.type] ?? ((text: string) => text))(typed.trim());

function valueOf(field: FieldRow, value: FieldValue): unknown {
  if (field.type === 'file') {
    const ids = (value as readonly StoredFileRef[]).map(({ id }) => id);
    return field.many ? ids : ids[0];
  }
  if (field.type === 'rows')
    return (value as readonly Record<string, string>[])
      .map((row) => answerOf(field.columns ?? [], row))
      .filter((row) => Object.keys(row).length > 0);
  return typeof value === 'string' ? one(field, value) : (value as readonly string[]).map((text) => one(field, text));
}

/** What is sent: only what was filled in, in the api's own types (cents, ids of files, yes as true). */
export function answerOf(fields: readonly FieldRow[], values: Values): Record<string, unknown> {
  const filled = fields.filter(({ name }) => !isBlank(values[name]));
  return Object.fromEntries(filled.map((field) => [field.name, valueOf(field, values[field.name]!)]));
}

/** One sentence for each field that stops the answer, by the check that the api makes too; none: it can be sent. */
export function faultsOf(
  kind: TaskKind,
  outcome: string,
  answer: Record<string, unknown>,
  today: string,
): Record<string, string> {
  try {
    validateAnswer(kind, outcome, answer, today);
    return {};
  } catch (error) {
    if (isDomainError(error)) return error.details.fields as Record<string, string>;
    throw error;
  }
}
