import type { RuleView } from '@overturn/contracts';
import type { RuleKind } from '@overturn/domain/rules/rule-version';
import { DENIAL_CLASSES } from '@overturn/domain';
import { EVENT_WORDS, STANDS_IN } from '@overturn/domain/clocks/choose-row';
import type { AnchorEvent } from '@overturn/domain/clocks/clock-row';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { UNITS } from '../calculator/clock-words.ts';
import { fieldRow } from '../fields/field-row.ts';
import { INTERACTION_FIELDS } from './interaction-fields.ts';
import { CLASSES, CONFIDENCES, label, optionsOf } from './rule-options.ts';

export type Row = Readonly<Record<string, unknown>>;
const YES_NO = optionsOf({ yes: 'Yes', no: 'No' });
const classOf = (required: boolean) =>
  fieldRow({ name: 'class', label: 'Class', type: 'choice', options: CLASSES, required });
/** A second amount only where the rule has one. */
const TWO_LEVELS = fieldRow({
  name: 'amountWithTwoLevels',
  label: 'Amount where the plan has two levels',
  type: 'integer',
  required: true,
});

const isHours = ({ unit }: Row): boolean => unit === 'hours';
/** A clock that gives an instant goes on giving one; one that gives a date never counts hours. */
const unitsFor = (row: Row) => optionsOf(UNITS).filter(({ value }) => (value === 'hours') === isHours(row));
/** A denial knows the events that the clock counts from already, and no others of it. */
function eventsFor({ anchor, otherAnchors = [] }: Row) {
  const own = [anchor as AnchorEvent, ...(otherAnchors as readonly AnchorEvent[])];
  const standIn = STANDS_IN[own[0]!];
  const events = new Set(standIn ? [...own, standIn] : own);
  return optionsOf(EVENT_WORDS).filter(({ value }) => events.has(value as AnchorEvent));
}
const clockFields = (row: Row): FieldOf[] => [
  fieldRow({
    name: 'amount',
    label: 'Amount',
    type: 'integer',
    help: 'Empty: unknown until the plan or letter gives it.',
  }),
  ...(row['amountWithTwoLevels'] === undefined ? [] : [TWO_LEVELS]),
  fieldRow({ name: 'unit', label: 'Unit', type: 'choice', options: unitsFor(row), required: true }),
  fieldRow({
    name: 'roll',
    label: 'When it ends on a day off',
    type: 'choice',
    options: optionsOf({ none: 'It stays', nextBusinessDay: 'Next business day' }),
    required: true,
  }),
  fieldRow({ name: 'anchor', label: 'Counts from', type: 'choice', options: eventsFor(row), required: true }),
  fieldRow({
    name: 'receiptPresumptionDays',
    label: 'Days presumed for the post',
    type: 'integer',
    help: 'Empty: none are added.',
  }),
];
const CARC = [
  label,
  classOf(true),
  fieldRow({
    name: 'confidence',
    label: 'How surely the code alone says it',
    type: 'choice',
    options: optionsOf(CONFIDENCES),
  }),
];
const CALENDAR = [
  fieldRow({
    name: 'observedHolidays',
    label: 'Observed holidays are holidays',
    type: 'choice',
    options: YES_NO,
    required: true,
  }),
  fieldRow({ name: 'extraMarginDays', label: 'Extra margin, in business days', type: 'integer' }),
  fieldRow({
    name: 'closures',
    label: 'Days on which we are closed',
    type: 'rows',
    columns: [{ name: 'day', label: 'Day', type: 'date', mayBeFuture: true }],
  }),
];

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
/** A weight may take away: its fields are texts, checked as whole numbers with a sign. */
const points = (name: string, words: string) => fieldRow({ name, label: words, type: 'text', required: true });
const CLASS_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  DENIAL_CLASSES.map((row) => [row.class, row.label]),
);
function scoreFields({ points: values, bands, each, most, measure }: Row): FieldOf[] {
  const ofValues = Object.keys((values ?? {}) as Row).map((name) =>
    points(`points.${name}`, `Points: ${(asText(measure) === 'class' && CLASS_LABELS[name]) || name}`),
  );
  const ofBands = ((bands ?? []) as { atLeast: number }[]).map(({ atLeast }, place) =>
    points(`bands.${place}.points`, `Points: ${bandWords(asText(measure), atLeast)}`),
  );
  return [
    ...ofValues,
    ...ofBands,
    ...(each === undefined ? [] : [points('each', 'Points for each')]),
    ...(most === undefined
      ? []
      : [fieldRow({ name: 'most', label: 'Counted at most', type: 'integer' as const, required: true })]),
  ];
}
const bandWords = (measure: string, atLeast: number): string =>
  measure === 'amountCents'
    ? `from $${(atLeast / 100).toLocaleString('en-US')}`
    : `from ${atLeast.toLocaleString('en-US')} business days`;

/** What a change of one kind may set; all else is carried over from the version that it changes. */
export const ROW_FIELDS: Readonly<Record<RuleKind, (row: Row) => readonly FieldOf[]>> = {
  clock: clockFields,
  carc: () => CARC,
  rarc: () => [label, classOf(false)],
  interaction: () => INTERACTION_FIELDS,
  score: scoreFields,
  calendar: () => CALENDAR,
  path: () => [],
};

/** What is asked of a code that nobody has classed: its class above all, whatever its kind. */
export const classFields = ({ kind, row }: Pick<RuleView, 'kind' | 'row'>): FieldOf[] =>
  ROW_FIELDS[kind](row).map((field) => (field.name === 'class' ? { ...field, required: true } : field));
/** Kinds that are shown and not changed here, with the reason. */
export const READ_ONLY: Readonly<Partial<Record<RuleKind, string>>> = {
  path: 'The grounds of a path are read here; they have no form yet.',
};

export const CHANGE = fieldRow({
  name: 'change',
  label: 'What kind of change',
  type: 'choice',
  help: 'A new version counts from its first day on. A correction takes the place of this version for all its days.',
  options: optionsOf({
    'new-version': 'A new version from a date',
    correction: 'A correction of this version',
  }),
  required: true,
});
export const DATES = [
  fieldRow({ name: 'effectiveFrom', label: 'Holds from', type: 'date', mayBeFuture: true, required: true }),
  fieldRow({
    name: 'effectiveTo',
    label: 'Its last day',
    type: 'date',
    mayBeFuture: true,
    help: 'Empty: until the day before the next version begins; where none follows, until further notice.',
  }),
];
/** Of a rule that is new: it may hold from ever. */
export const FROM_EVER = DATES.map((field) =>
  field.required ? { ...field, required: false, help: 'Empty: from ever.' } : field,
);
export const KEY = fieldRow({
  name: 'key',
  label: 'Its key',
  type: 'text',
  help: 'Small letters and digits with hyphens between, like aster-242.',
  required: true,
});
const CITATION = fieldRow({ name: 'citation', label: 'Citation', type: 'text', help: 'Where the rule is written.' });
export const SOURCE = [
  CITATION,
  fieldRow({
    name: 'verified',
    label: 'Somebody has read the source and it says this',
    type: 'choice',
    options: YES_NO,
    required: true,
  }),
  fieldRow({ name: 'reason', label: 'Reason', type: 'longText', required: true }),
];
/** Every date shows its source: a clock has one. */
export const sourceFields = (kind: RuleKind): FieldOf[] =>
  SOURCE.map((field) => (field === CITATION && kind === 'clock' ? { ...field, required: true } : field));
