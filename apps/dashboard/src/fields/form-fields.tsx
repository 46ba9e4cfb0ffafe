import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import type { FieldValue } from '../tasks/form-draft.ts';
import { FIELD_INPUTS } from './field-inputs.tsx';
import styles from './fields.module.css';

interface Props {
  fields: readonly FieldOf[];
  values: Readonly<Record<string, FieldValue | undefined>>;
  faults: Readonly<Record<string, string | undefined>>;
  onChange: (name: string, value: FieldValue) => void;
  /** Files are stored with their denial; a form without one has no file field. */
  denialId?: string;
  /** Fields of one name in another form begin anew. */
  of?: string;
}

const WIDE: readonly string[] = ['longText', 'rows', 'file'];

/** The fields of a form, each with its own fault under it. */
export function FormFields({ fields, values, faults, onChange, denialId = '', of = '' }: Props) {
  return fields.map((field) => {
    const Input = FIELD_INPUTS[field.type];
    return (
      <div
        key={`${of}.${field.name}`}
        data-field={field.name}
        className={WIDE.includes(field.type) ? styles.wide : undefined}
      >
        <Input
          field={field}
          value={values[field.name]}
          onChange={(value) => onChange(field.name, value)}
          error={faults[field.name]}
          denialId={denialId}
        />
      </div>
    );
  });
}

/** Brings the person to the first field that stops the form. */
export function focusFirstFault(
  form: HTMLElement | null,
  fields: readonly FieldOf[],
  faults: Readonly<Record<string, string | undefined>>,
): void {
  const first = fields.find(({ name }) => faults[name])?.name;
  if (!first) return;
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea, select, button)`)?.focus(),
  );
}
