import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import type { FieldValue } from '../tasks/form-draft.ts';

/** What every input is given: its row of the table, what it holds, and how to change it. */
export interface FieldProps {
  field: FieldOf;
  value: FieldValue | undefined;
  onChange: (value: FieldValue) => void;
  error: string | undefined;
  /** Files are stored with their denial. */
  denialId: string;
  /** In a cell of a log: few options fold too. */
  isCell?: boolean;
}

export const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');

/** Label, help and fault, the same for each input. What is needed is said in words, not with a star alone. */
export function labelled({ field, error }: Pick<FieldProps, 'field' | 'error'>) {
  return {
    label: field.required && field.orElse.length === 0 ? `${field.label} (needed)` : field.label,
    ...(field.help && { description: field.help }),
    ...(error && { error }),
    name: field.name,
  };
}
