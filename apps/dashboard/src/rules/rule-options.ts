import { DENIAL_CLASSES } from '@overturn/domain';
import type { FieldOption } from '@overturn/domain/tasks/task-kind-row';
import { fieldRow } from '../fields/field-row.ts';

export const optionsOf = (words: Readonly<Record<string, string>>): FieldOption[] =>
  Object.entries(words).map(([value, text]) => ({ value, label: text }));
/** How surely something is said. */
export const CONFIDENCES: Readonly<Record<string, string>> = { high: 'Surely', likely: 'Likely', unsure: 'Unsure' };
/** `to-classify` is what a code is that nobody has classed: not for a person to say. */
export const CLASSES = DENIAL_CLASSES.filter((row) => row.class !== 'to-classify').map((row) => ({
  value: row.class,
  label: row.label,
}));
export const label = fieldRow({ name: 'label', label: 'What we call it', type: 'text', required: true });
