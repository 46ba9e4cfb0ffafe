import type { PayerRuleBody } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { cellText, cellValue, RULE_COLUMNS } from './rule-columns.ts';

/** One row of a file, not checked yet; `line` is where it begins, in JSON its place in the list. */
export interface FileRow {
  line: number;
  typed: unknown;
}
const MOST_ROWS = 5000;
/** For readers of the export; the payer column says it for the import. */
const SHOWN_ONLY = 'payerName';

export const rulesAsJson = (rules: readonly PayerRuleBody[]): string => JSON.stringify({ rules }, null, 2);

export const rulesAsCsv = (rules: readonly (PayerRuleBody & { payerName: string })[]): string =>
  stringify(
    rules.map((rule) => [...RULE_COLUMNS.map(({ field }) => cellText(rule[field])), cellText(rule.payerName)]),
    { header: true, columns: [...RULE_COLUMNS.map(({ field }) => field), SHOWN_ONLY] },
  );

/** The rows of a file, JSON or CSV by how it begins. Throws BAD_INPUT with what to do when it is neither. */
export function readRuleFile(text: string): FileRow[] {
  const rows = /^\uFEFF?\s*[[{]/.test(text) ? fromJson(text.replace(/^\uFEFF/, '')) : fromCsv(text);
  if (rows.length === 0) throw bad('The file holds no row. Export the rows to see how a file looks.');
  if (rows.length > MOST_ROWS) throw bad(`The file holds more than ${MOST_ROWS} rows. Send it in parts.`);
  return rows;
}

function fromJson(text: string): FileRow[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw bad('The file is no valid JSON. Export the rows as JSON to see how a file looks.');
  }
  const list = Array.isArray(read) ? (read as unknown[]) : (read as { rules?: unknown }).rules;
  if (!Array.isArray(list)) throw bad('The JSON holds no list of rows under “rules”.');
  return list.map((typed: unknown, place) => ({ line: place + 1, typed }));
}

interface CsvRow {
  record: Record<string, string>;
  info: { lines: number };
}

function fromCsv(text: string): FileRow[] {
  const records = recordsOf(text);
  return records.map(({ record, info }) => ({
    line: info.lines,
    typed: Object.fromEntries(
      RULE_COLUMNS.flatMap((column) => {
        const value = cellValue(column, record[column.field] ?? '');
        return value === undefined ? [] : [[column.field, value]];
      }),
    ),
  }));
}

function recordsOf(text: string): CsvRow[] {
  try {
    return parse(text, {
      bom: true,
      columns: knownColumns,
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as CsvRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw bad(
      `Line ${String(error['lines'] ?? 1)} has not as many cells as the first line names, or a quote is open. Nothing was read.`,
    );
  }
}

function knownColumns(header: string[]): string[] {
  const names = header.map((name) => name.trim());
  const known = [...RULE_COLUMNS.map(({ field }): string => field), SHOWN_ONLY];
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length > 0)
    throw bad(
      `The first line names columns that do not exist: ${strange.slice(0, 5).join(', ')}. Use ${known.join(', ')}.`,
    );
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  if (twice.length > 0)
    throw bad(`The first line names ${twice.slice(0, 5).join(', ')} twice. Keep one of the columns.`);
  const lacking = ['payer', 'source', 'verifiedOn'].filter((name) => !names.includes(name));
  if (lacking.length > 0) throw bad(`The first line lacks the columns ${lacking.join(', ')}.`);
  return names;
}

const bad = (sentence: string): DomainError => new DomainError('BAD_INPUT', sentence, { fields: { file: sentence } });
