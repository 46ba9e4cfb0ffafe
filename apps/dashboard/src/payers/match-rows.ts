import type { PayerRuleView } from '@overturn/contracts';
import type { PayersSearch } from './payers-search.ts';

/** The rows that fit every filter. */
export const matchRows = (rows: readonly PayerRuleView[], { payer, purpose, stale }: PayersSearch): PayerRuleView[] =>
  rows.filter(
    (row) =>
      (!payer || row.payer === payer) && (!purpose || (row.purpose ?? 'all') === purpose) && (!stale || row.isStale),
  );

/** Every payer that has a row, by name. */
export const payerOptions = (rows: readonly PayerRuleView[]): { value: string; label: string }[] =>
  [...new Map(rows.map(({ payer, payerName }) => [payer, payerName]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
