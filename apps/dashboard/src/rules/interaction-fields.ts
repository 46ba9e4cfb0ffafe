import { DENIAL_CLASSES } from '@overturn/domain';
import type { FieldOption } from '@overturn/domain/tasks/task-kind-row';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { ADJUSTMENT_GROUPS } from '@overturn/domain/triage/adjustment-groups';
import { APPEAL_ANSWERS, CLAIM_FEATURES } from '@overturn/domain/triage/interactions';
import { QUESTIONS } from '@overturn/domain/triage/questions';
import { fieldRow } from '../fields/field-row.ts';
import { CLASSES, CONFIDENCES, label, optionsOf } from './rule-options.ts';

const ONLY_YES = optionsOf({ yes: 'Yes', '': 'No' });
const NONE = { value: '', label: 'None' };
/** Also codes that nobody has classed may be watched. */
const WATCHED = DENIAL_CLASSES.map((row) => ({ value: row.class, label: row.label }));
const GROUPS = ADJUSTMENT_GROUPS.map(({ group, label: words }) => ({ value: group, label: `${group}, ${words}` }));
const FEATURES = [NONE, ...CLAIM_FEATURES.map(({ feature, holds }) => ({ value: feature, label: capital(holds) }))];

function capital(text: string): string {
  return text.replace(/^./u, (letter) => letter.toUpperCase());
}
const choice = (name: string, words: string, options: readonly FieldOption[]): FieldOf =>
  fieldRow({ name, label: words, type: 'choice', options });
const codes = (name: string, words: string): FieldOf =>
  fieldRow({ name, label: words, type: 'remittanceCode', many: true });
const classes = (name: string, words: string): FieldOf =>
  fieldRow({
    ...{ name, label: words, type: 'rows' },
    columns: [{ name: 'class', label: 'Class', type: 'choice', options: WATCHED }],
  });
const groups = (name: string, words: string): FieldOf =>
  fieldRow({ name, label: words, type: 'choice', many: true, options: GROUPS });

/** What codes mean together: what is watched, beside what, without what, what it means then. */
export const INTERACTION_FIELDS: readonly FieldOf[] = [
  label,
  fieldRow({
    name: 'place',
    label: 'Place in the order',
    type: 'integer',
    help: 'The lowest is looked at first, and the first that says a class, or how surely, has the word.',
    required: true,
  }),
  codes('watches.carcs', 'CARC watched'),
  groups('watches.groups', 'Only under the group'),
  classes('watches.classes', 'Classes watched'),
  codes('beside.remarks', 'Beside any of these RARC'),
  choice('beside.feature', 'Where this holds', FEATURES),
  choice('without.feature', 'Where this does not hold', FEATURES),
  codes('beside.other.carcs', 'Beside another CARC of the claim'),
  groups('beside.other.groups', 'That one only under the group'),
  classes('beside.other.classes', 'Beside another code of a class'),
  choice('means.class', 'Then its class is', [NONE, ...CLASSES]),
  choice('means.classOfRemark', 'Its class is that of the remark', ONLY_YES),
  choice('means.confidence', 'How surely', [NONE, ...optionsOf(CONFIDENCES)]),
  choice('means.looksLike', 'It may in truth be', [NONE, ...CLASSES]),
  choice('means.asks', 'To ask', [NONE, ...QUESTIONS.map(({ id, asks }) => ({ value: id, label: asks }))]),
  choice('means.answersAppeal', 'As an answer to an appeal', [
    NONE,
    ...APPEAL_ANSWERS.map(({ answer, says }) => ({ value: answer, label: capital(says) })),
  ]),
  choice('means.onlySays', 'Nothing but its sentence', ONLY_YES),
  fieldRow({
    name: 'says',
    label: 'The sentence that the denial shows',
    type: 'longText',
    help: '{code} and {remark} are filled in.',
    required: true,
  }),
  choice('retired', 'We go by it no more', ONLY_YES),
];
