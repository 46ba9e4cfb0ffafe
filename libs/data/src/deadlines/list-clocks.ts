import type { ClockList } from '@overturn/contracts';
import { anchorsOf, inputsOf } from '@overturn/domain/clocks/clock-inputs';
import type { Tx } from '../database/database.ts';
import { readRules } from '../rules/read-rules.ts';

/** Every clock with what it looks at, each version by itself. */
export async function listClocks(tx: Tx): Promise<ClockList> {
  const { rules } = await readRules(tx);
  const rows = rules.clockRows;
  return {
    items: rows.map((row) => {
      const { id, stage, regime, owedBy, unit, amount, citation, verified, effectiveFrom, effectiveTo } = row;
      const looksAt = { anchors: anchorsOf(row), inputs: inputsOf(row, rows) };
      return { id, stage, regime, owedBy, ...looksAt, unit, amount, citation, verified, effectiveFrom, effectiveTo };
    }),
  };
}
