import type { FieldType } from '@overturn/domain/tasks/task-kind-row';
import type { FC } from 'react';
import { ChoiceField, YesNoField } from './choice-fields.tsx';
import type { FieldProps } from './field-props.ts';
import { FileField } from './file-field.tsx';
import { PersonField } from './person-field.tsx';
import { AmountField, CodeField, DateField, LongTextField, NumberField, TextField } from './text-fields.tsx';

/** One input for each type of field that holds one thing; a row of a log is made of these. */
export const CELL_INPUTS: Record<Exclude<FieldType, 'rows'>, FC<FieldProps>> = {
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
  remittanceCode: CodeField,
  denialId: TextField,
  person: PersonField,
};
