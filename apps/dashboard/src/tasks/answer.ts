import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import type { FieldRow } from '@overturn/domain/tasks/task-kind-row';
import { centsFrom } from '../money/money.ts';
import { FORMATS, tidy } from './field-formats.ts';
import type { FieldValue, StoredFileRef } from './form-draft.ts';

type Values = Readonly<Record<string, FieldValue | undefined>>;
type Faults = Record<string, string>;

const isBlank = (value: FieldValue | undefined): boolean =>
  value === undefined || value.length === 0 || (typeof value === 'string' && value.trim() === '');

const READ: Partial<Record<FieldRow['type'], (text: string) => unknown>> = {
  yesNo: (text) => text === 'yes',
  integer: Number,
  amountCents: centsFrom,
};
const one = (field: FieldRow, typed: string): unknown =>
  (READ[field.type] ?? ((text: string) => text))(tidy(field.type, typed));

function valueOf(field: FieldRow, value: FieldValue): unknown {
  if (field.type === 'file') {
    const ids = (value as readonly StoredFileRef[]).map(({ id }) => id);
    return field.many ? ids : ids[0];
  }
  if (field.type === 'rows')
    return (value as readonly Record<string, string>[]).map((row) => answerOf(field.columns ?? [], row));
  return typeof value === 'string' ? one(field, value) : (value as readonly string[]).map((text) => one(field, text));
}

/** What is sent: only what was filled in, in the api's own types (cents, ids of files, yes as true). */
export function answerOf(fields: readonly FieldRow[], values: Values): Record<string, unknown> {
  const filled = fields.filter(({ name }) => !isBlank(values[name]));
  return Object.fromEntries(filled.map((field) => [field.name, valueOf(field, values[field.name]!)]));
}

function faultOfText(field: FieldRow, typed: string, today: string): string | undefined {
  const text = tidy(field.type, typed);
  const format = FORMATS[field.type];
  if (format && !format.isRight(text)) return format.sentence;
  return field.type === 'date' && !field.mayBeFuture && text > today ? 'This day is still to come.' : undefined;
}

function faultOfValue(field: FieldRow, value: FieldValue, today: string): string | undefined {
  if (field.type === 'file') return undefined;
  if (field.type === 'rows') {
    const columns = (field.columns ?? []).map((column) => ({
      ...column,
      required: column.required ?? false,
      orElse: [],
    }));
    const bad = (value as readonly Record<string, string>[]).findIndex(
      (row) => Object.keys(faultsOf(columns, row, today)).length > 0,
    );
    return bad < 0 ? undefined : `Row ${bad + 1} is not complete or has a value that cannot be.`;
  }
  const texts = typeof value === 'string' ? [value] : (value as readonly string[]);
  return texts.map((text) => faultOfText(field, text, today)).find(Boolean);
}

/** One sentence for each field that stops the answer; none: it can be sent. The api checks by the same table again. */
export function faultsOf(fields: readonly FieldOf[], values: Values, today: string): Faults {
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  const faults: Faults = {};
  for (const field of fields) {
    const value = values[field.name];
    const blank = isBlank(value);
    const wanted = field.required && blank && field.orElse.every((name) => isBlank(values[name]));
    const instead = field.orElse.map((name) => labels.get(name)).filter(Boolean);
    if (wanted)
      faults[field.name] =
        instead.length > 0 ? `Needed: this or ${instead.map((label) => `“${label}”`).join(' or ')}.` : 'Needed.';
    const fault = blank ? undefined : faultOfValue(field, value!, today);
    if (fault) faults[field.name] = fault;
  }
  return faults;
}
