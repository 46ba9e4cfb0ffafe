import type { PayerRuleBody } from '@overturn/contracts';

type Kind = 'text' | 'list' | 'whole' | 'yesNo';
export interface RuleColumn {
  field: keyof PayerRuleBody;
  kind: Kind;
}

/** The columns of a file, in the order of a reader: for whom, how, what it wants, and where that was read. */
export const RULE_COLUMNS: readonly RuleColumn[] = [
  { field: 'payer', kind: 'text' },
  { field: 'product', kind: 'text' },
  { field: 'state', kind: 'text' },
  { field: 'purpose', kind: 'text' },
  { field: 'askedBy', kind: 'list' },
  { field: 'channel', kind: 'text' },
  { field: 'mode', kind: 'text' },
  { field: 'address', kind: 'text' },
  { field: 'fields', kind: 'list' },
  { field: 'documents', kind: 'list' },
  { field: 'minimumContacts', kind: 'whole' },
  { field: 'facilityApart', kind: 'yesNo' },
  { field: 'authorizationFirst', kind: 'yesNo' },
  { field: 'decisionDays', kind: 'whole' },
  { field: 'filingDays', kind: 'whole' },
  { field: 'grounds', kind: 'list' },
  { field: 'regime', kind: 'text' },
  { field: 'levels', kind: 'whole' },
  { field: 'closures', kind: 'list' },
  { field: 'staleAfterDays', kind: 'whole' },
  { field: 'source', kind: 'text' },
  { field: 'verifiedOn', kind: 'text' },
];

const LIST_MARK = ';';
const YES_NO: Record<string, boolean> = { true: true, false: false, yes: true, no: false };

/** A cell as the row holds it; what cannot be read stays text, and the check says what is wrong with it. */
const READ: Record<Kind, (cell: string) => unknown> = {
  text: (cell) => cell,
  list: (cell) =>
    cell
      .split(LIST_MARK)
      .map((part) => part.trim())
      .filter(Boolean),
  whole: (cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell),
  yesNo: (cell) => YES_NO[cell.toLowerCase()] ?? cell,
};
/** A spreadsheet runs what begins so. */
const RUNS = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet runs: with a quote before it, which `cellValue` takes off again. */
export function cellText(value: unknown): string {
  const text = Array.isArray(value) ? value.join(`${LIST_MARK} `) : String(value ?? '');
  return RUNS.test(text) ? `'${text}` : text;
}

/** Undefined: an empty cell says nothing. */
export function cellValue({ kind }: RuleColumn, cell: string): unknown {
  const text = (cell.startsWith("'") && RUNS.test(cell) ? cell.slice(1) : cell).trim();
  return text === '' ? undefined : READ[kind](text);
}
