import { type IsoDate, isIsoDate } from '../dates/iso-date.ts';
import { identifierError, type IdentifierKind, normalizeIdentifier } from '../identifiers/identifiers.ts';
import type { FieldRow, FieldType } from './task-kind-row.ts';

type Row = Readonly<Record<string, string | number | boolean>>;
/** What a form keeps: one value, a list, or rows. */
export type FieldValue = string | number | boolean | readonly string[] | readonly Row[];

export type ReadField = { value: FieldValue | undefined } | { error: string };
type ReadOne = { value: string | number | boolean } | { error: string };

const MAX_TEXT = 500;
const MAX_LONG_TEXT = 10_000;
const MAX_ITEMS = 200;
const ID = /^[0-9a-z-]{1,64}$/i;
const PERSON = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One field as typed: its value, nothing when it was left empty, or a sentence on what is wrong. */
export function readField(field: FieldRow, typed: unknown, today: IsoDate): ReadField {
  if (isEmpty(typed)) return { value: undefined };
  if (field.type === 'rows') return readRows(field, typed, today);
  if (!field.many) return readOne(field, typed, today);
  const items = Array.isArray(typed) ? typed.filter((item) => !isEmpty(item)) : [typed];
  if (items.length > MAX_ITEMS) return { error: `${field.label}: at most ${MAX_ITEMS}.` };
  const values: string[] = [];
  for (const item of items) {
    const read = readOne(field, item, today);
    if ('error' in read) return read;
    values.push(String(read.value));
  }
  return { value: values.length > 0 ? [...new Set(values)] : undefined };
}

const isEmpty = (typed: unknown): boolean =>
  typed === undefined ||
  typed === null ||
  (typeof typed === 'string' && typed.trim() === '') ||
  (Array.isArray(typed) && typed.length === 0);

function readOne(field: FieldRow, typed: unknown, today: IsoDate): ReadOne {
  const result = READERS[field.type](typed, field, today);
  return 'error' in result ? { error: `${field.label}: ${result.error}` } : result;
}

type Reader = (typed: unknown, field: FieldRow, today: IsoDate) => ReadOne;

const text =
  (max: number): Reader =>
  (typed) => {
    if (typeof typed !== 'string') return { error: 'must be text.' };
    const value = typed.trim();
    return value.length > max ? { error: `at most ${max} characters.` } : { value };
  };

const identifier =
  (kind: IdentifierKind): Reader =>
  (typed) => {
    if (typeof typed !== 'string') return { error: 'must be text.' };
    const value = normalizeIdentifier(kind, typed);
    const error = identifierError(kind, value);
    return error ? { error } : { value };
  };

const idOf =
  (sentence: string): Reader =>
  (typed) =>
    typeof typed === 'string' && ID.test(typed) ? { value: typed } : { error: sentence };

const whole =
  (sentence: string): Reader =>
  (typed) => {
    const value = typeof typed === 'string' && /^\d+$/.test(typed.trim()) ? Number(typed) : typed;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? { value } : { error: sentence };
  };

const READERS: Record<FieldType, Reader> = {
  text: text(MAX_TEXT),
  longText: text(MAX_LONG_TEXT),
  date: (typed, { mayBeFuture }, today) => {
    if (typeof typed !== 'string' || !isIsoDate(typed)) return { error: 'must be a date like 2026-11-30.' };
    return !mayBeFuture && typed > today ? { error: 'this day is still to come.' } : { value: typed };
  },
  choice: (typed, { options = [] }) =>
    typeof typed === 'string' && options.some((option) => option.value === typed)
      ? { value: typed }
      : { error: `choose one of: ${options.map((option) => option.label).join(', ')}.` },
  yesNo: (typed) => (typeof typed === 'boolean' ? { value: typed } : { error: 'answer yes or no.' }),
  integer: whole('must be a whole number.'),
  amountCents: whole('must be an amount of money.'),
  file: idOf('upload the file first.'),
  denialId: idOf('must be the id of a denial.'),
  person: (typed) =>
    typeof typed === 'string' && PERSON.test(typed) ? { value: typed } : { error: 'choose who it is.' },
  npi: identifier('npi'),
  taxId: identifier('taxId'),
  icd10: identifier('icd10'),
  procedure: identifier('procedure'),
  taxonomy: identifier('taxonomy'),
  remittanceCode: identifier('remittanceCode'),
  rows: () => ({ error: 'must be a list.' }),
};

function readRows(field: FieldRow, typed: unknown, today: IsoDate): ReadField {
  if (!Array.isArray(typed)) return { error: `${field.label}: must be a list.` };
  if (typed.length > MAX_ITEMS) return { error: `${field.label}: at most ${MAX_ITEMS}.` };
  const rows: Record<string, string | number | boolean>[] = [];
  for (const [index, row] of (typed as unknown[]).entries()) {
    const given: Record<string, unknown> = typeof row === 'object' && row !== null ? { ...row } : {};
    const read: Record<string, string | number | boolean> = {};
    for (const column of field.columns ?? []) {
      const cell = given[column.name];
      if (isEmpty(cell)) {
        if (column.required) return { error: `${field.label}, row ${index + 1}: ${column.label} is needed.` };
        continue;
      }
      const result = readOne(column, cell, today);
      if ('error' in result) return { error: `${field.label}, row ${index + 1}, ${result.error}` };
      read[column.name] = result.value;
    }
    rows.push(read);
  }
  return { value: rows };
}
