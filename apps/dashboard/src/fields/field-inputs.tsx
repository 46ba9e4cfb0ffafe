import type { FieldType } from '@overturn/domain/tasks/task-kind-row';
import type { FC } from 'react';
import { ChoiceField, YesNoField } from './choice-fields.tsx';
import type { FieldProps } from './field-props.ts';
import { FileField } from './file-field.tsx';
import { RowsField } from './rows-field.tsx';
import { AmountField, CodeField, DateField, LongTextField, NumberField, TextField } from './text-fields.tsx';

/** One input for each type of field: every form of every kind of task is drawn from this table. */
export const FIELD_INPUTS: Record<FieldType, FC<FieldProps>> = {
  text: TextField,
  longText: LongTextField,
  date: DateField,
  choice: ChoiceField,
  yesNo: YesNoField,
  integer: NumberField,
  amountCents: AmountField,
  file: FileField,
  npi: CodeField,
  taxId: CodeField,
  icd10: CodeField,
  procedure: CodeField,
  taxonomy: CodeField,
  denialId: TextField,
  rows: RowsField,
};
