import type { PayerRuleView } from '@overturn/contracts';
import { WANTED_FIELDS } from '@overturn/domain/denial/completeness';
import { SLOT_NAMES } from '@overturn/domain/denial/slot-names';
import {
  ASKERS,
  CHANNEL_KINDS,
  CHANNEL_MODES,
  EXCEPTION_GROUNDS,
  PRODUCTS,
  PURPOSES,
  STATES,
} from '@overturn/domain/payers/payer-choices';
import { STALE_AFTER_DAYS } from '@overturn/domain/payers/stale';
import { REGIME_OPTIONS } from '@overturn/domain/tasks/fields';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { fieldRow } from '../fields/field-row.ts';
import type { Values } from '../fields/use-field-form.ts';
import { answerOf } from '../tasks/answer.ts';
import type { FieldValue } from '../tasks/form-draft.ts';

const NOT_SAID = { value: '', label: 'Not said' };
const OPEN = 'Left open: for all.';

/** The form in the order of the file's columns. */
export const RULE_FIELDS: readonly FieldOf[] = [
  fieldRow({
    name: 'payer',
    label: 'Payer',
    type: 'text',
    required: true,
    help: 'As its remittances or letters name it, or its identifier.',
  }),
  fieldRow({ name: 'purpose', label: 'Purpose', type: 'choice', options: PURPOSES, help: OPEN }),
  fieldRow({
    name: 'product',
    label: 'Product',
    type: 'choice',
    options: [{ value: '', label: 'All' }, ...PRODUCTS],
  }),
  fieldRow({
    name: 'state',
    label: 'State',
    type: 'choice',
    options: STATES.map((state) => ({ value: state, label: state })),
    help: OPEN,
  }),
  fieldRow({ name: 'askedBy', label: 'Who may ask', type: 'choice', many: true, options: ASKERS }),
  fieldRow({ name: 'channel', label: 'Channel', type: 'choice', options: CHANNEL_KINDS }),
  fieldRow({ name: 'mode', label: 'How', type: 'choice', options: [NOT_SAID, ...CHANNEL_MODES] }),
  fieldRow({ name: 'address', label: 'Where to', type: 'text', help: 'A number, an address or a link.' }),
  fieldRow({
    name: 'fields',
    label: 'Its form wants',
    type: 'choice',
    many: true,
    options: WANTED_FIELDS.map(({ what, label }) => ({ value: what, label })),
    help: 'Beside procedure, diagnosis, billing NPI and Tax ID.',
  }),
  fieldRow({
    name: 'documents',
    label: 'Documents it wants to see',
    type: 'choice',
    many: true,
    options: SLOT_NAMES.map(({ slot, label }) => ({ value: slot, label })),
  }),
  fieldRow({ name: 'minimumContacts', label: 'In-network providers to contact first', type: 'integer' }),
  fieldRow({ name: 'facilityApart', label: 'Facility asked apart from professional', type: 'yesNo' }),
  fieldRow({ name: 'authorizationFirst', label: 'Prior-authorization number first', type: 'yesNo' }),
  fieldRow({ name: 'decisionDays', label: 'Days to decide, by contract', type: 'integer' }),
  fieldRow({
    name: 'filingDays',
    label: 'Days to file, by contract',
    type: 'integer',
    help: 'From the date of the notice. It moves no date of law later, and no filing date of a denial that is open.',
  }),
  fieldRow({
    name: 'grounds',
    label: 'Grounds it accepts',
    type: 'choice',
    many: true,
    options: EXCEPTION_GROUNDS,
    help: 'None chosen: the payer said nothing. One chosen: it accepts no other.',
  }),
  fieldRow({ name: 'regime', label: 'Which rules apply', type: 'choice', options: REGIME_OPTIONS }),
  fieldRow({
    name: 'levels',
    label: 'Levels of appeal',
    type: 'choice',
    options: [NOT_SAID, { value: '1', label: 'One' }, { value: '2', label: 'Two' }],
  }),
  fieldRow({
    name: 'closures',
    label: 'Days on which it is closed',
    type: 'text',
    help: 'Like 2026-12-24, several with a comma.',
  }),
  fieldRow({
    name: 'staleAfterDays',
    label: 'Stale after days',
    type: 'integer',
    help: `Left open: ${STALE_AFTER_DAYS}.`,
  }),
  fieldRow({
    name: 'source',
    label: 'Source',
    type: 'text',
    required: true,
    help: 'Where it was read, or who said it in which call.',
  }),
  fieldRow({ name: 'verifiedOn', label: 'Verified on', type: 'date', required: true }),
];

const NUMBERS = ['minimumContacts', 'decisionDays', 'filingDays', 'staleAfterDays', 'levels'];
const asNumber = (typed: unknown): unknown => (/^\d+$/.test(String(typed)) ? Number(typed) : typed);

/** What is sent: what was filled in, numbers as numbers. */
export function ruleBody(values: Values): Record<string, unknown> {
  const body = answerOf(RULE_FIELDS, values);
  for (const name of NUMBERS) if (name in body) body[name] = asNumber(body[name]);
  if (typeof body['closures'] === 'string') body['closures'] = body['closures'].split(/[\s,;]+/).filter(Boolean);
  return body;
}

const YES_NO = { true: 'yes', false: 'no' } as const;
function typedOf(value: unknown): FieldValue {
  if (typeof value === 'boolean') return YES_NO[`${value}`];
  return Array.isArray(value) ? value.map(String) : String(value);
}

/** A row as the form holds it. */
export function valuesOf(rule: PayerRuleView): Record<string, FieldValue> {
  const given = RULE_FIELDS.flatMap(({ name }): [string, FieldValue][] => {
    const value = rule[name as keyof PayerRuleView];
    return value === undefined || value === null ? [] : [[name, typedOf(value)]];
  });
  const values = Object.fromEntries(given);
  return rule.closures ? { ...values, closures: rule.closures.join(', ') } : values;
}
