import { DomainError } from '@overturn/domain';
import type { ClockRow } from '@overturn/domain/clocks/clock-row';
import { CLOCK_ROWS } from '@overturn/domain/clocks/clock-rows';
import type { OwnCalendar } from '@overturn/domain/rules/own-calendar';
import type { RuleChange } from '@overturn/domain/rules/rule-version';
import { rulesInForce } from '@overturn/domain/rules/rules-in-force';
import type { RulesInForce } from '@overturn/domain/rules/rules-in-force';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';

/** A change in force; `held`: the denial asked about keeps its earlier filing dates until a person takes the later ones. */
export type ChangeInForce = RuleChange & { held: boolean };

/** What the rules of an organization are made of. */
export interface RuleParts {
  clocks: readonly ClockRow[];
  calendar: OwnCalendar & { timeZone: string };
  /** In the order of their approval. */
  changes: readonly ChangeInForce[];
}

/** The rules by which a denial counts. */
export interface CaseRules {
  timeZone: string;
  rules: RulesInForce;
  /** As they were before each change that is held back from it, without those held back after; absent when none is. */
  without?: readonly RulesInForce[];
}

/** A row of `rule_change` as the domain takes it. */
export const CHANGE_JSON: Sql = sql`jsonb_build_object('kind', c.kind, 'key', c.key, 'effectiveFrom', c.effective_from,
  'effectiveTo', c.effective_to, 'citation', c.citation, 'verified', c.verified, 'row', c.says, 'changeId', c.id)`;

export async function readRuleParts(tx: Tx, denialId?: string): Promise<RuleParts> {
  const held = denialId
    ? sql`exists (select from rule_impact i where i.change_id = c.id and i.denial_id = ${denialId} and i.state in ('waiting', 'taken', 'kept'))`
    : sql`false`;
  const parts = await tx.row<RuleParts>(sql`
    select (select coalesce(jsonb_agg("row" order by clock_id, effective_from), '[]') from clock_row) clocks,
      jsonb_build_object('timeZone', o.time_zone, 'observedHolidays', o.observed_holidays, 'extraMarginDays', o.extra_margin_days,
        'closures', '[]'::jsonb) calendar,
      (select coalesce(jsonb_agg(${CHANGE_JSON} || jsonb_build_object('held', ${held}) order by c.position), '[]')
       from rule_change c where c.organization_id = o.id and c.position is not null) changes
    from organization o where o.id = ${tx.organizationId}`);
  if (!parts) throw new DomainError('NOT_FOUND', 'This organization is not there.');
  return parts.clocks.length > 0 ? parts : { ...parts, clocks: CLOCK_ROWS };
}

/** The rules in force, and for one denial those without what is held back from it. */
export async function readRules(tx: Tx, denialId?: string): Promise<CaseRules> {
  const { clocks, calendar, changes } = await readRuleParts(tx, denialId);
  const inForce = (of: readonly RuleChange[]): RulesInForce => rulesInForce(clocks, calendar, of);
  return caseRules(calendar.timeZone, changes, ({ held }) => held, inForce);
}

/**
 * The rules, and those that a denial is held to. A change held back may have moved one of its dates earlier, which stands also
 * when a later one is held back too: so each that is held back leaves the rules as they were before it.
 */
export function caseRules<Change extends RuleChange>(
  timeZone: string,
  changes: readonly Change[],
  isHeld: (change: Change) => boolean,
  inForce: (of: readonly RuleChange[]) => RulesInForce,
): CaseRules {
  const held = changes.filter(isHeld);
  const without = held.map((_, place) => inForce(changes.filter((change) => !held.slice(place).includes(change))));
  return { timeZone, rules: inForce(changes), ...(without.length > 0 && { without }) };
}

/**
 * Shared by every act that keeps what it counted by the rules, and taken whole by the one that changes them: no denial is
 * counted by rules that change under it. A statement of its own, before the rules are read.
 */
export const holdRules = (tx: Tx): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock_shared(${rulesLock(tx)})`);

export const changeRules = (tx: Tx): Promise<number> => tx.run(sql`select pg_advisory_xact_lock(${rulesLock(tx)})`);

/** The lock of an organization's rules. */
export const rulesLock = ({ organizationId }: Tx): Sql => sql`hashtextextended(${`rules/${organizationId}`}, 0)`;
