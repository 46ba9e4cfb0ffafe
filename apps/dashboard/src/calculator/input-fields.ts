import type { ClockView } from '@overturn/contracts';
import type { ClockInput } from '@overturn/domain/clocks/clock-row';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { fieldRow } from '../fields/field-row.ts';
import { UNITS } from './clock-words.ts';

/** Of the channels mail alone moves a date. */
const BY_MAIL_OR_NOT = [
  { value: '', label: 'Another way, or not known' },
  { value: 'mail', label: 'Mail' },
];
const FIELDS: Record<ClockInput, Omit<FieldOf, 'name' | 'required' | 'orElse'>> = {
  channel: {
    label: 'Sent by',
    type: 'choice',
    options: BY_MAIL_OR_NOT,
    help: 'By mail, the safe date comes earlier.',
  },
  levels: {
    label: 'Levels of appeal in the plan',
    type: 'choice',
    options: [
      { value: '', label: 'One' },
      { value: '2', label: 'Two' },
    ],
  },
  ratingPeriodStart: {
    label: 'Plan’s rating period began',
    type: 'date',
    help: 'Empty: 1 January of that year is assumed.',
  },
  extensionNoticedOn: { label: 'Extension noticed', type: 'date', help: 'Void when it came after the first period.' },
  tolled: {
    label: 'Stood still',
    type: 'rows',
    help: 'While the payer waited for an answer.',
    columns: [
      { name: 'from', label: 'From', type: 'date' },
      { name: 'to', label: 'To', type: 'date' },
    ],
  },
};

/** What else can move this clock, as fields of a form; its own amount last. */
export function inputFields({ inputs, unit, amount }: ClockView): FieldOf[] {
  const help =
    amount === null
      ? 'From the contract, plan or letter. Empty: another date or 60 days stand in, as the answer says.'
      : `Empty: ${amount}, as the rule says. Another one from a contract, plan or state.`;
  return [
    ...inputs.map((name) => fieldRow({ name, ...FIELDS[name] })),
    fieldRow({ name: 'amount', label: `Amount in ${UNITS[unit]}`, type: 'integer', help }),
  ];
}
