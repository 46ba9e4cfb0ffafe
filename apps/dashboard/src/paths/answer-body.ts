import type { DenialView, ScreeningFactsBody } from '@overturn/contracts';
import { type ScreeningFact, screeningFactRow } from '@overturn/domain/screening/screening-facts';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import type { Faults } from '../fields/form-faults.ts';
import { fieldRow } from '../fields/field-row.ts';
import type { Values } from '../fields/use-field-form.ts';
import { answerOf } from '../tasks/answer.ts';
import type { FieldValue } from '../tasks/form-draft.ts';

/** Whom the answer is from, the same under every question. */
export const SAID_FIELDS: readonly FieldOf[] = [
  fieldRow({ name: 'saidBy', label: 'Who said so', type: 'text', help: 'A name, an office, a call’s reference.' }),
  fieldRow({ name: 'toldOn', label: 'Told on', type: 'date' }),
  fieldRow({ name: 'source', label: 'Where it stands', type: 'text', help: 'Or how it was learnt.' }),
];

export const factFields = (names: readonly ScreeningFact[]): FieldOf[] =>
  names.map((name) => {
    const { settles: _, question: _question, askedOf: _askedOf, ...row } = screeningFactRow(name);
    return fieldRow(row);
  });

type Told = Pick<DenialView, 'screeningFacts'>;

const typed = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
const typedRows = (rows: readonly Record<string, unknown>[]): Record<string, string>[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typed(value)])));

/** What was told before, as a form holds it. */
export function startOf(
  names: readonly ScreeningFact[],
  { screeningFacts }: Told,
  today: string,
): Record<string, FieldValue> {
  const told = screeningFacts.filter(({ name }) => names.includes(name as ScreeningFact));
  return {
    toldOn: today,
    ...Object.fromEntries(
      told.map(({ name, value }) => [
        name,
        Array.isArray(value) ? typedRows(value as Record<string, unknown>[]) : typed(value),
      ]),
    ),
  };
}

/** What is sent: what is filled in; what was told before and is empty now is taken back. */
export function answerBody(
  names: readonly ScreeningFact[],
  values: Values,
  { screeningFacts }: Told,
): ScreeningFactsBody {
  const filled = answerOf(factFields(names), values);
  const emptied = screeningFacts.filter(({ name }) => names.includes(name as ScreeningFact) && !(name in filled));
  return {
    facts: { ...filled, ...Object.fromEntries(emptied.map(({ name }) => [name, null])) },
    ...answerOf(SAID_FIELDS, values),
  };
}

/** An answer that says nothing is none: said at the first field. */
export const emptyFault = (names: readonly ScreeningFact[], { facts }: ScreeningFactsBody): Faults =>
  Object.keys(facts).length > 0 ? {} : { [names[0]!]: `${screeningFactRow(names[0]!).label}: answer it first.` };
