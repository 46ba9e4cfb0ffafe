import type { PayerRuleBody, PayerRuleView } from '@overturn/contracts';
import { staleOn } from '@overturn/domain/payers/stale';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';

/** A row `r` as the domain takes it: what it is for and what it says. */
export const PAYER_ROW: Sql = sql`
  r.says || jsonb_strip_nulls(jsonb_build_object('payer', r.payer, 'product', r.product, 'state', r.state, 'purpose', r.purpose,
    'source', r.source, 'verifiedOn', r.verified_on))`;

export interface PayerRuleRow {
  id: string;
  version: number;
  body: PayerRuleBody;
  payerName: string;
  changedAt: Date;
  changedBy: string;
  endedAt: Date | null;
  endedBy: string | null;
}

const ROWS: Sql = sql`
  select r.rule_id id, r.version, ${PAYER_ROW} body, coalesce(p.name, regexp_replace(r.payer, '^[A-Z0-9]+:', '')) "payerName",
    r.changed_at "changedAt", r.changed_by "changedBy", r.ended_at "endedAt", r.ended_by "endedBy"
  from payer_rule r left join payer p on p.organization_id = r.organization_id and p.identifier = r.payer`;
const IN_ORDER: Sql = sql`order by lower(coalesce(p.name, r.payer)), r.payer, r.purpose nulls first, r.product nulls first, r.state nulls first`;

/** The rows that hold; of one payer where its identifier is given. */
export const readRules = (tx: Tx, payer?: string): Promise<PayerRuleRow[]> =>
  tx.rows(sql`
    ${ROWS} where r.organization_id = ${tx.organizationId} and r.ended_at is null
      and (${payer ?? null}::text is null or r.payer = ${payer ?? null}) ${IN_ORDER}`);

/** All versions of one, the newest first. */
export const readVersions = (tx: Tx, ruleId: string): Promise<PayerRuleRow[]> =>
  tx.rows(
    sql`${ROWS} where r.organization_id = ${tx.organizationId} and r.rule_id = ${ruleId} order by r.version desc`,
  );

export function ruleView({ body, changedAt, endedAt, ...row }: PayerRuleRow, today: string): PayerRuleView {
  const stale = staleOn(body);
  return {
    ...body,
    ...row,
    staleOn: stale,
    isStale: endedAt === null && today >= stale,
    changedAt: changedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

/** What one row is for: no two that hold are for the same. */
export const ruleFor = ({ payer, product, state, purpose }: PayerRuleBody): string =>
  JSON.stringify([payer, product ?? null, state ?? null, purpose ?? null]);

export async function todayOf(tx: Tx, now: Date): Promise<string> {
  const row = await tx.row<{ today: string }>(
    sql`select (${now}::timestamptz at time zone time_zone)::date today from organization where id = ${tx.organizationId}`,
  );
  return row!.today;
}
