import type {
  EffectiveRuleQuery,
  EffectiveRuleView,
  PayerRuleHistory,
  PayerRuleList,
  PayerRuleQuery,
} from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import { judgeRows } from '@overturn/domain/payers/judge-rows';
import { STALE_AFTER_DAYS } from '@overturn/domain/payers/stale';
import type { Tx } from '../database/database.ts';
import { payerNamer } from './name-payer.ts';
import { readRules, readVersions, ruleView, todayOf } from './payer-rule-rows.ts';

/** The rows that hold, by payer. */
export async function listRules(tx: Tx, now: Date, { payer, stale }: PayerRuleQuery): Promise<PayerRuleList> {
  const today = await todayOf(tx, now);
  const rows = await readRules(tx, payer ? await identifierOf(tx, payer) : undefined);
  const items = rows.map((row) => ruleView(row, today));
  return {
    items: items.filter(({ isStale }) => stale === undefined || isStale === stale),
    staleAfterDays: STALE_AFTER_DAYS,
  };
}

export async function ruleHistory(tx: Tx, now: Date, id: string): Promise<PayerRuleHistory> {
  const rows = await readVersions(tx, id);
  if (rows.length === 0) throw new DomainError('NOT_FOUND', 'There is no such payer row here.', { ruleId: id });
  const today = await todayOf(tx, now);
  return { items: rows.map((row) => ruleView(row, today)) };
}

/** Which row wins for one question, and why the others do not. */
export async function effectiveRule(tx: Tx, now: Date, asked: EffectiveRuleQuery): Promise<EffectiveRuleView> {
  const payer = await identifierOf(tx, asked.payer);
  const today = await todayOf(tx, now);
  const kept = await readRules(tx, payer);
  const views = new Map(kept.map((row) => [row.body, ruleView(row, today)] as const));
  const { winner, holds, says, rows } = judgeRows(
    { ...asked, payer },
    kept.map(({ body }) => body),
  );
  return {
    says,
    winner: winner ? views.get(winner)!.id : null,
    holds: holds ? { ...holds } : null,
    rows: rows.map(({ row, verdict, because }) => ({ rule: views.get(row)!, verdict, because })),
  };
}

async function identifierOf(tx: Tx, written: string): Promise<string> {
  const named = (await payerNamer(tx))(written);
  if ('fault' in named) throw new DomainError('BAD_INPUT', named.fault, { fields: { payer: named.fault } });
  return named.payer;
}
