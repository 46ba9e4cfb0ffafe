import { DENIAL_CLASSES } from '../triage/denial-classes.ts';
import type { InteractionRow } from '../triage/interactions.ts';
import type { RuleRow } from './rule-version.ts';

/** Whether a claim may open a denial by what a code says: by itself, by a class that it gives, or by what that class means beside others. */
export const mayOpen = (row: RuleRow, together: readonly InteractionRow[]): boolean =>
  row['opens'] === true ||
  CLASS_COLUMNS.some(
    (column) => opensBy(row[column]) || together.some((one) => watches(one, row[column]) && leadsToOpening(one)),
  );

const opensBy = (found: unknown): boolean => DENIAL_CLASSES.some(({ class: name, opens }) => opens && name === found);

const watches = ({ watches: seen, beside }: InteractionRow, found: unknown): boolean =>
  [seen, beside?.other].some((codes) => codes?.classes?.some((name) => name === found));

const leadsToOpening = ({ means }: InteractionRow): boolean => means.classOfRemark === true || opensBy(means.class);

const CLASS_COLUMNS = ['class', 'classWhenPatientOwes', 'classWhenPaid'] as const;
