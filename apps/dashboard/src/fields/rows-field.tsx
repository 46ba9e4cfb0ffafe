import { Button, Input } from '@mantine/core';
import { Icon } from '../ui/icon.tsx';
import { type FieldProps, labelled } from './field-props.ts';
import { CELL_INPUTS } from './cell-inputs.tsx';
import styles from './fields.module.css';

/** A log: one small form a row. The first is open before anyone asks. */
export function RowsField(props: FieldProps) {
  const { field, value, onChange, denialId } = props;
  const kept = Array.isArray(value) ? (value as Record<string, string>[]) : [];
  const rows = kept.length > 0 ? kept : [{}];
  const set = (place: number, name: string, next: string) =>
    onChange(rows.map((row, at) => (at === place ? { ...row, [name]: next } : row)));
  const { label, name: _, ...wrapper } = labelled(props);
  return (
    <Input.Wrapper {...wrapper} label={label} labelElement="div">
      {rows.map((row, place) => (
        <fieldset key={place} className={styles.row}>
          <legend>
            {field.label}, {place + 1}
          </legend>
          {(field.columns ?? []).map((column) => {
            if (column.type === 'rows') return null; // a log in a log is not asked for
            const Cell = CELL_INPUTS[column.type];
            return (
              <Cell
                key={column.name}
                field={{ ...column, required: column.required ?? false, orElse: [] }}
                value={row[column.name]}
                onChange={(next) => set(place, column.name, String(next))}
                error={undefined}
                denialId={denialId}
                isCell
              />
            );
          })}
          {rows.length > 1 && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => onChange(rows.filter((_row, at) => at !== place))}
            >
              Remove {place + 1}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => onChange([...rows, {}])}
      >
        Add another
      </Button>
    </Input.Wrapper>
  );
}
