import { type CommandBody, commandBody } from '@overturn/contracts/denial-acts';
import { PATHS, REOPENINGS, stageRow, type ReopenAt } from '@overturn/domain';
import { PLAN_TYPES } from '@overturn/domain/tasks/fields';
import { api } from '../api/api.ts';
import { fieldRow as field } from '../fields/field-row.ts';
import type { Values } from '../fields/use-field-form.ts';
import { CHANNEL_FIELD, DATED_FIELDS } from '../what-if/moving-fields.ts';
import { whatIfBodyOf } from '../what-if/what-if-body.ts';
import type { CommandName } from './commands-menu.tsx';
import type { DenialForm } from './denial-form.ts';

type Row = Omit<DenialForm, 'schema' | 'send' | 'body'> & {
  body: (...given: Parameters<DenialForm['body']>) => CommandBody;
};
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
const FACTS = [
  'receivedOn',
  'noticeOn',
  'printedDeadlineOn',
  'planDeadlineOn',
  'regime',
  'planType',
  'standing',
  'wording',
] as const;

/** Dates that may turn out not to be: emptied, they are taken back. */
const TAKEN_BACK: readonly string[] = ['receivedOn', 'printedDeadlineOn', 'planDeadlineOn'];

/** What is otherwise than the denial has it; an empty field of the others leaves what is there. */
function changedFacts(values: Values, facts: Readonly<Record<string, unknown>>): Record<string, string | null> {
  const changed = [...FACTS, 'appealChannel'].filter(
    (name) =>
      text(values, name) !== String(facts[name] ?? '') && (text(values, name) !== '' || TAKEN_BACK.includes(name)),
  );
  return Object.fromEntries(changed.map((name) => [name, text(values, name) || null]));
}

/** Every command is checked and sent the same way. */
const command = (row: Row): DenialForm => ({
  ...row,
  schema: commandBody,
  send: (denialId, body, onceId) => api.command(denialId, body as CommandBody, onceId),
});

/** One row a command: what it does in words, its fields, and what is sent. */
export const COMMAND_FORMS: Record<Exclude<CommandName, 'respond'>, DenialForm> = {
  'file-now': command({
    title: 'File the appeal now',
    says: 'The level 1 appeal is drafted at once and its tasks open today, whatever else is waiting. Nothing is sent by itself.',
    button: 'File now',
    fields: () => [reason(false)],
    start: () => ({}),
    body: (values) => ({ kind: 'file-now', reason: text(values, 'reason') }),
  }),
  'choose-path': command({
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
  }),
  'change-fact': command({
    title: 'Change a fact',
    says: 'Every date that rests on it is counted again and shows its arithmetic.',
    button: 'Change',
    fields: () => [
      ...DATED_FIELDS,
      field({ name: 'planType', label: 'Plan type', type: 'choice', options: PLAN_TYPES }),
      field({ name: 'standing', label: 'Whose appeal rights', type: 'choice', options: STANDINGS }),
      CHANNEL_FIELD,
      field({ name: 'wording', label: 'Exact wording of the denial', type: 'longText' }),
    ],
    start: ({ facts }) => Object.fromEntries(FACTS.map((name) => [name, String(facts[name] ?? '')])),
    whatIf: whatIfBodyOf,
    body: (values, { facts }) => ({ kind: 'change-fact', facts: changedFacts(values, facts) }),
  }),
  reopen: command({
    title: 'Reopen the denial',
    says: 'It goes on at the step you choose, with its clocks; what went out before stays as it was sent.',
    button: 'Reopen',
    fields: () => [
      field({
        name: 'at',
        label: 'Where it goes on',
        type: 'choice',
        required: true,
        options: REOPENINGS.map(({ at, label }) => ({ value: at, label: `${stageRow(at).label} (${label})` })),
      }),
      reason(true),
    ],
    start: () => ({}),
    body: (values) => ({ kind: 'reopen', at: text(values, 'at') as ReopenAt, reason: text(values, 'reason') }),
  }),
  'leave-closed': command({
    title: 'Leave the denial closed',
    says: 'What came after the close stays in the timeline; nobody is asked about it any more.',
    button: 'Leave it closed',
    fields: () => [reason(true)],
    start: () => ({}),
    body: (values) => ({ kind: 'leave-closed', reason: text(values, 'reason') }),
  }),
  withdraw: command({
    title: 'Withdraw the denial',
    says: 'The case is closed as withdrawn: its tasks are cancelled and its clocks stop. It can be reopened by a decision later.',
    button: 'Withdraw',
    danger: true,
    fields: () => [reason(true)],
    start: () => ({}),
    body: (values) => ({ kind: 'withdraw', reason: text(values, 'reason') }),
  }),
};
