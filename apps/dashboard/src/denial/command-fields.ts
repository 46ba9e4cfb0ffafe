import type { CommandBody, DenialView } from '@overturn/contracts';
import { PATHS } from '@overturn/domain';
import { CHANNELS, PLAN_TYPES, REGIME_OPTIONS } from '@overturn/domain/tasks/fields';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import type { FieldValue } from '../tasks/form-draft.ts';
import type { CommandName } from './commands-menu.tsx';

type Values = Readonly<Record<string, FieldValue | undefined>>;
export interface CommandForm {
  title: string;
  says: string;
  button: string;
  danger?: boolean;
  fields: (denial: DenialView) => FieldOf[];
  start: (denial: DenialView) => Record<string, FieldValue>;
  body: (values: Values, denial: DenialView) => CommandBody;
}
const field = (row: Omit<FieldOf, 'required' | 'orElse'> & { required?: boolean }): FieldOf => ({
  required: false,
  orElse: [],
  ...row,
});
const reason = (required: boolean) =>
  field({
    name: 'reason',
    label: 'Reason',
    type: 'longText',
    required,
    help: 'Your name and the time are kept with it.',
  });
const text = (values: Values, name: string): string => String(values[name] ?? '').trim();
const STANDINGS = [
  { value: 'provider', label: 'Provider' },
  { value: 'member', label: 'Member' },
  { value: 'both', label: 'Both' },
  { value: 'unknown', label: 'Not known' },
];
const FACTS = ['receivedOn', 'noticeOn', 'printedDeadlineOn', 'regime', 'planType', 'standing', 'wording'] as const;

/** One row a command: what it does in words, its fields, and what is sent. */
export const COMMAND_FORMS: Record<Exclude<CommandName, 'respond'>, CommandForm> = {
  'file-now': {
    title: 'File the appeal now',
    says: 'The level 1 appeal is drafted at once and its tasks open today, whatever else is waiting. Nothing is sent by itself.',
    button: 'File now',
    fields: () => [reason(false)],
    start: () => ({}),
    body: (values) => ({ kind: 'file-now', reason: text(values, 'reason') }),
  },
  'choose-path': {
    title: 'Choose another path',
    says: 'The case goes on along the path you choose; tasks of the old one are cancelled.',
    button: 'Choose this path',
    fields: ({ path }) => [
      field({
        name: 'path',
        label: 'Path',
        type: 'choice',
        required: true,
        options: PATHS.filter((row) => row.path !== path).map((row) => ({ value: row.path, label: row.label })),
      }),
      reason(true),
    ],
    start: () => ({}),
    body: (values) => ({ kind: 'choose-path', path: text(values, 'path'), reason: text(values, 'reason') }),
  },
  'change-fact': {
    title: 'Change a fact',
    says: 'Every date that rests on it is counted again and shows its arithmetic.',
    button: 'Change',
    fields: () => [
      field({ name: 'receivedOn', label: 'Denial received on', type: 'date' }),
      field({ name: 'noticeOn', label: 'Date on the notice', type: 'date' }),
      field({ name: 'printedDeadlineOn', label: 'Deadline printed on the letter', type: 'date', mayBeFuture: true }),
      field({ name: 'regime', label: 'Which rules apply', type: 'choice', options: REGIME_OPTIONS }),
      field({ name: 'planType', label: 'Plan type', type: 'choice', options: PLAN_TYPES }),
      field({ name: 'standing', label: 'Whose appeal rights', type: 'choice', options: STANDINGS }),
      field({
        name: 'appealChannel',
        label: 'Appeals are sent by',
        type: 'choice',
        options: [...CHANNELS, { value: '', label: 'As it is' }],
      }),
      field({ name: 'wording', label: 'Exact wording of the denial', type: 'longText' }),
    ],
    start: ({ facts }) => Object.fromEntries(FACTS.map((name) => [name, String(facts[name] ?? '')])),
    body: (values, { facts }) => {
      const changed = [...FACTS, 'appealChannel' as const].filter(
        (name) =>
          text(values, name) !== '' && text(values, name) !== String((facts as Record<string, unknown>)[name] ?? ''),
      );
      return { kind: 'change-fact', facts: Object.fromEntries(changed.map((name) => [name, text(values, name)])) };
    },
  },
  withdraw: {
    title: 'Withdraw the denial',
    says: 'The case is closed as withdrawn: its tasks are cancelled and its clocks stop. It can be reopened by a decision later.',
    button: 'Withdraw',
    danger: true,
    fields: () => [reason(true)],
    start: () => ({}),
    body: (values) => ({ kind: 'withdraw', reason: text(values, 'reason') }),
  },
};
