import type { FieldType } from '@overturn/domain/tasks/task-kind-row';
import type { FC } from 'react';
import { CELL_INPUTS } from './cell-inputs.tsx';
import type { FieldProps } from './field-props.ts';
import { RowsField } from './rows-field.tsx';

/** One input for each type of field: every form of every kind of task is drawn from this table. */
export const FIELD_INPUTS: Record<FieldType, FC<FieldProps>> = { ...CELL_INPUTS, rows: RowsField };
