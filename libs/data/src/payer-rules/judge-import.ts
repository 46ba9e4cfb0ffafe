import { payerRuleBody } from '@overturn/contracts';
import type { PayerRuleBody, RuleImportView } from '@overturn/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { NamedPayer } from './name-payer.ts';
import { ruleFor } from './payer-rule-rows.ts';
import type { PayerRuleRow } from './payer-rule-rows.ts';
import { RULE_COLUMNS } from './rule-columns.ts';
import { dayFault } from './rule-faults.ts';
import type { FileRow } from './rule-files.ts';

export interface JudgedImport {
  added: { line: number; body: PayerRuleBody }[];
  changed: { line: number; body: PayerRuleBody; before: PayerRuleRow; fields: string[] }[];
  unchanged: number;
  refused: RuleImportView['refused'];
}
interface Known {
  today: string;
  nameOf: (written: string) => NamedPayer;
  kept: readonly PayerRuleRow[];
}

/** What a file would do: each row added, changed, unchanged or refused with its line, field and remedy. Pure. */
export function judgeImport(rows: readonly FileRow[], { today, nameOf, kept }: Known): JudgedImport {
  const judged: JudgedImport = { added: [], changed: [], unchanged: 0, refused: [] };
  const before = new Map(kept.map((row) => [ruleFor(row.body), row] as const));
  const firstLine = new Map<string, number>();
  for (const { line, typed } of rows) {
    const read = readRow(typed, today, nameOf);
    if ('faults' in read) {
      judged.refused.push(...read.faults.map((fault) => ({ line, ...fault })));
      continue;
    }
    const { body } = read;
    const key = ruleFor(body);
    const first = firstLine.get(key);
    if (first !== undefined) {
      const remedy = `Line ${first} is for the same payer, product, state and purpose. Keep one of them.`;
      judged.refused.push({ line, field: 'payer', remedy });
      continue;
    }
    firstLine.set(key, line);
    const known = before.get(key);
    const fields = known ? differing(known.body, body) : [];
    if (!known) judged.added.push({ line, body });
    else if (fields.length > 0) judged.changed.push({ line, body, before: known, fields });
    else judged.unchanged += 1;
  }
  return judged;
}

type Read = { body: PayerRuleBody } | { faults: { field: string; remedy: string }[] };

function readRow(typed: unknown, today: string, nameOf: Known['nameOf']): Read {
  const { data, error } = payerRuleBody.safeParse(typed);
  if (error)
    return {
      faults: error.issues.map(({ path, message, code, ...issue }) => ({
        field: code === 'unrecognized_keys' ? String((issue as { keys: string[] }).keys) : String(path[0] ?? 'row'),
        remedy: code === 'unrecognized_keys' ? 'There is no such field. Leave it out.' : message,
      })),
    };
  const named = nameOf(data.payer);
  const faults = Object.entries({ ...('fault' in named && { payer: named.fault }), ...dayFault(data, today) });
  if ('fault' in named || faults.length > 0) return { faults: faults.map(([field, remedy]) => ({ field, remedy })) };
  return { body: { ...data, payer: named.payer } };
}

const differing = (before: PayerRuleBody, after: PayerRuleBody): string[] =>
  RULE_COLUMNS.flatMap(({ field }) => (isDeepStrictEqual(before[field], after[field]) ? [] : [field]));
