import { DENIAL_CLASSES } from '../triage/denial-classes.ts';
import type { RuleRow } from './rule-version.ts';

/** Whether a claim may open a denial by what a code says: by itself, or by a class that it gives. */
export const mayOpen = (row: RuleRow): boolean =>
  row['opens'] === true ||
  CLASS_COLUMNS.some((column) => DENIAL_CLASSES.some(({ class: name, opens }) => opens && name === row[column]));

const CLASS_COLUMNS = ['class', 'classWhenPatientOwes', 'classWhenPaid'] as const;
