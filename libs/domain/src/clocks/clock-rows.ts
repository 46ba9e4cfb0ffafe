import { DomainError } from '../errors.ts';
import { ACA_ROWS } from './aca-rows.ts';
import type { ClockRow } from './clock-row.ts';
import { ERISA_ROWS } from './erisa-rows.ts';
import { FEDERAL_ROWS } from './federal-rows.ts';
import { MEDICAID_ROWS } from './medicaid-rows.ts';
import { MEDICARE_ROWS } from './medicare-rows.ts';
import { CADENCE_ROWS, CONTRACT_ROWS, TASK_ROWS } from './policy-rows.ts';

/** Every clock that ships; several rows of one id are its versions, by the date of the anchor. Seeds: an organization's own rows take their place. */
export const CLOCK_ROWS: readonly ClockRow[] = [
  ...ERISA_ROWS,
  ...ACA_ROWS,
  ...MEDICARE_ROWS,
  ...MEDICAID_ROWS,
  ...FEDERAL_ROWS,
  ...CONTRACT_ROWS,
  ...CADENCE_ROWS,
  ...TASK_ROWS,
];
export const CLOCK_IDS: readonly string[] = [...new Set(CLOCK_ROWS.map((row) => row.id))];

/** By id, made once for each list of rows. */
const indexes = new WeakMap<readonly ClockRow[], ReadonlyMap<string, readonly ClockRow[]>>();

function indexOf(rows: readonly ClockRow[]): ReadonlyMap<string, readonly ClockRow[]> {
  const known = indexes.get(rows);
  if (known) return known;
  const made = Map.groupBy(rows, (row) => row.id);
  indexes.set(rows, made);
  return made;
}

/** All versions of one clock, or the error that says the id is wrong. The rows must not change once they were asked. */
export function clockRows(id: string, rows: readonly ClockRow[] = CLOCK_ROWS): readonly ClockRow[] {
  const found = indexOf(rows).get(id);
  if (!found) throw new DomainError('CLOCK_NOT_FOUND', `There is no clock named ${id}.`, { clock: id });
  return found;
}
