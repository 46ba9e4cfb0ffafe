import { dateIn } from '@overturn/domain';
import type { DenialClass } from '@overturn/domain';
import { carcRow } from '@overturn/domain/triage/carc-table';
import { SHIPPED_TRIAGE, withOwnRows } from '@overturn/domain/triage/own-rows';
import type { TriageRules } from '@overturn/domain/triage/own-rows';
import { rarcRow } from '@overturn/domain/triage/rarc-table';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { holdRules, readRules } from '../rules/read-rules.ts';
import type { CaseRules } from '../rules/read-rules.ts';

/** The rules that judge a claim, by the day of its notice; those of today where it has none. */
export type TriageRulesOn = (noticeOn: string | null | undefined) => TriageRules;

/** Those by which claims are judged that this transaction writes: they stay in force until it ends. */
export async function holdTriageRules(tx: Tx, now: Date): Promise<TriageRulesOn> {
  await holdRules(tx);
  return readTriageRules(tx, now);
}

export const readTriageRules = async (tx: Tx, now: Date): Promise<TriageRulesOn> =>
  triageRulesBy(tx, now, await readRules(tx));

/** What the database says of a code stands over what is shipped, and what the organization says of it over both. */
export async function triageRulesBy(tx: Tx, now: Date, { timeZone, rules }: CaseRules): Promise<TriageRulesOn> {
  const shipped = await readShipped(tx);
  const today = dateIn(timeZone, now.toISOString());
  const known = new Map<string, TriageRules>();
  return (noticeOn) => {
    const day = noticeOn ?? today;
    const found = known.get(day) ?? withOwnRows(rules.on(day).codes, shipped);
    known.set(day, found);
    return found;
  };
}

async function readShipped(tx: Tx): Promise<TriageRules> {
  const carcs = await tx.rows<{ carc: string; label: string; class: DenialClass }>(
    sql`select carc, label, class from carc_row`,
  );
  const rarcs = await tx.rows<{ rarc: string; label: string; opens: boolean }>(
    sql`select rarc, label, opens from rarc_row`,
  );
  const keptCarcs = new Set(carcs.map(({ carc }) => carc));
  const keptRarcs = new Set(rarcs.map(({ rarc }) => rarc));
  return {
    ...SHIPPED_TRIAGE,
    carcs: [
      ...carcs.map(({ carc, ...row }) => ({ ...shippedCarc(carc), carc, ...row })),
      ...SHIPPED_TRIAGE.carcs.filter(({ carc }) => !keptCarcs.has(carc)),
    ],
    rarcs: [
      ...rarcs.map((row) => ({ ...rarcRow(row.rarc), ...row })),
      ...SHIPPED_TRIAGE.rarcs.filter(({ rarc }) => !keptRarcs.has(rarc)),
    ],
  };
}

/** A row of the database makes a code known that no shipped row knows. */
function shippedCarc(carc: string) {
  const { isUnknown: _unknown, ...row } = carcRow(carc);
  return row;
}
