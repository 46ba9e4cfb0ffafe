import type { RuleView } from '@overturn/contracts';
import { isSameValue } from '@overturn/domain/rules/same-value';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { type Faults, FORM } from '../fields/form-faults.ts';
import type { Values } from '../fields/use-field-form.ts';
import type { FieldValue } from '../tasks/form-draft.ts';
import { CHANGE, DATES, FROM_EVER, KEY, ROW_FIELDS, type Row, SOURCE, sourceFields } from './rule-fields.ts';

/** The fields of a change: its kind, its dates when it is a new version, the rule itself, its source. */
export function changeFields({ kind, key, row }: RuleView, { change }: Values): FieldOf[] {
  if (!key) return [KEY, ...ROW_FIELDS[kind](row), ...FROM_EVER, ...SOURCE];
  return [CHANGE, ...(change === 'new-version' ? DATES : []), ...ROW_FIELDS[kind](row), ...sourceFields(kind)];
}

/** `points.medical` is the entry `medical` of `points`. */
const held = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Row | undefined)?.[name], row);
function withHeld(row: Row, [name = '', ...rest]: readonly string[], value: unknown): Row {
  const next = rest.length === 0 ? value : withHeld((row[name] ?? {}) as Row, rest, value);
  if (Array.isArray(row))
    return row.map((one: unknown, place) => (String(place) === name ? next : one)) as unknown as Row;
  const { [name]: _, ...others } = row;
  return isNothing(next) ? others : { ...others, [name]: next };
}
/** Not in the row. */
const isNothing = (value: unknown): boolean => value === undefined || isSameValue(value, {});

/** A list of values is asked as rows of one column each. */
const columnOf = ({ columns = [] }: FieldOf): string => columns[0]?.name ?? '';
const typedOf = (field: FieldOf, value: unknown): FieldValue => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return field.type === 'rows' ? value.map((one) => ({ [columnOf(field)]: String(one) })) : value.map(String);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** What the form begins with: the version as it stands. Nobody has verified what is about to be typed. */
export function startOf({
  kind,
  row,
  citation,
}: Pick<RuleView, 'kind' | 'row' | 'citation'>): Record<string, FieldValue> {
  const fields = ROW_FIELDS[kind](row).map((field): [string, FieldValue] => [
    field.name,
    typedOf(field, held(row, field.name)),
  ]);
  return {
    ...Object.fromEntries(fields),
    change: 'new-version',
    citation: citation ?? '',
    verified: 'no',
  };
}

const WHOLE = /^-?\d+$/;
const isPoints = ({ name }: FieldOf): boolean => name === 'each' || /^(points|bands)\./.test(name);
const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value.trim() : '');
const TRUTH: Readonly<Record<string, boolean>> = { yes: true, no: false };
function valueOf(field: FieldOf, value: FieldValue | undefined): unknown {
  const text = textOf(value);
  if (field.type === 'rows')
    return ((value || []) as readonly Record<string, string>[]).map((row) => row[columnOf(field)]).filter(Boolean);
  if (field.many) return value || [];
  if (field.type === 'integer' || isPoints(field)) return WHOLE.test(text) ? Number(text) : text;
  return field.options?.some((option) => option.value === 'yes') ? (TRUTH[text] ?? '') : text;
}

/** What a field left empty says; any other is not in the row. */
const LEFT_EMPTY: Readonly<Record<string, unknown>> = { amount: null, closures: [] };
const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);

/** The row as it would be. */
const rowOf = ({ kind, row }: RuleView, values: Values): Row =>
  ROW_FIELDS[kind](row).reduce<Row>((before, field) => {
    const value = valueOf(field, values[field.name]);
    return withHeld(before, field.name.split('.'), isEmpty(value) ? LEFT_EMPTY[field.name] : value);
  }, row);

/** What is sent; a correction holds for the days of the version that it corrects. */
export function changeBody(version: RuleView, values: Values): Record<string, unknown> {
  const isNew = values['change'] === 'new-version';
  const said = {
    effectiveFrom: isNew ? textOf(values['effectiveFrom']) || null : version.effectiveFrom,
    effectiveTo: isNew ? textOf(values['effectiveTo']) || null : version.effectiveTo,
    citation: textOf(values['citation']) || null,
    verified: values['verified'] === 'yes',
  };
  const key = version.key || textOf(values['key']);
  // A row that says its own dates and source, or a new one its key, says those of the change.
  const own = Object.entries({ ...said, ...(!version.key && { id: key }) }).filter(([name]) => name in version.row);
  return {
    kind: version.kind,
    key,
    change: values['change'],
    ...said,
    row: { ...rowOf(version, values), ...Object.fromEntries(own) },
    reason: textOf(values['reason']),
  };
}

export function faultsAmong(version: RuleView, values: Values): Faults {
  const faults = changeFields(version, values)
    .filter((field) => isPoints(field) && !WHOLE.test(textOf(values[field.name])))
    .map(({ name, label }): [string, string] => [name, `${label}: a whole number like 12 or -6.`]);
  const [from, to] = [textOf(values['effectiveFrom']), textOf(values['effectiveTo'])];
  const endsEarly = values['change'] === 'new-version' && from && to && to < from;
  return {
    ...(values['change'] === 'correction' && isAsBefore(version, values) && { [FORM]: NOTHING_DIFFERS }),
    ...Object.fromEntries(faults),
    ...(endsEarly && { effectiveTo: 'It would end before it begins.' }),
  };
}
const NOTHING_DIFFERS = 'Nothing differs from this version yet. Change what is wrong with it.';

/** Only that somebody has now read the source is a correction of its own. */
function isAsBefore(version: RuleView, values: Values): boolean {
  const { verified, citation } = changeBody(version, values);
  const isNewlyVerified = verified === true && !version.verified;
  return isSameValue(rowOf(version, values), version.row) && citation === version.citation && !isNewlyVerified;
}

/** What the api refused, by the field of the form, for as long as the field holds what was refused. */
export function answeredFaults(
  fields: readonly FieldOf[],
  refused: readonly { field: string; sentence: string }[],
  typed: Values,
  sent: Values,
): Faults {
  const found = refused.flatMap(({ field, sentence }): [string, string][] => {
    const name = fieldOfFault(fields, field);
    return name && typed[name] === sent[name] ? [[name, sentence]] : [];
  });
  return Object.fromEntries(found);
}

/** The field that a fault of the api belongs to: `row.points.medical` is asked as `points.medical`, of `row.means` the first. */
export function fieldOfFault(fields: readonly FieldOf[], at: string): string | undefined {
  const path = at.replace(/^row\./, '');
  const found =
    fields.find(({ name }) => path === name || path.startsWith(`${name}.`)) ??
    fields.find(({ name }) => name.startsWith(`${path}.`));
  return found?.name;
}
