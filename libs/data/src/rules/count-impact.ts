import { dateIn } from '@overturn/domain';
import type { PayerRow } from '@overturn/domain/payers/payer-rows';
import type { RuleChange } from '@overturn/domain/rules/rule-version';
import { rulesInForce } from '@overturn/domain/rules/rules-in-force';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { readPayerRows } from '../denials/filing-terms.ts';
import { jsonRows } from '../intake/json-rows.ts';
import { movesOf } from './case-moves.ts';
import type { CaseMove } from './case-moves.ts';
import { openCases } from './open-cases.ts';
import type { OpenCase } from './open-cases.ts';
import { readRuleParts } from './read-rules.ts';
import type { CaseRules, RuleParts } from './read-rules.ts';
import type { RuleChangeRow } from './rule-change-rows.ts';

/** `foreseen` before the decision; at it those that move by themselves are queued, those that only a person moves wait. */
type StateOf = (move: CaseMove) => 'foreseen' | 'queued' | 'waiting';
export const FORESEEN: StateOf = () => 'foreseen';
export const DECIDED: StateOf = ({ moves, isOurs }) => (moves === 'later' && isOurs ? 'waiting' : 'queued');

/** Kinds that move no date and no class of an open denial: what they change is worked out anew whenever it is shown. */
const MOVES_NOTHING: readonly string[] = ['score', 'path'];

/** Works out every open denial under the rules as they are and as they would be, and keeps those that differ. Answers how many were looked at. */
export async function countImpact(tx: Tx, now: Date, change: RuleChangeRow, stateOf: StateOf): Promise<number> {
  await tx.run(sql`delete from rule_impact where change_id = ${change.id}`);
  const parts = await readRuleParts(tx);
  const today = dateIn(parts.calendar.timeZone, now.toISOString());
  const moves = movesRemembered(parts, { ...change, changeId: change.id }, await readPayerRows(tx), today);
  let examined = 0;
  for await (const cases of openCases(tx, change)) {
    examined += cases.length;
    if (MOVES_NOTHING.includes(change.kind)) continue;
    const rows = cases.flatMap((one) =>
      moves(one).map((move) => ({ ...move, denialId: one.id, state: stateOf(move) })),
    );
    if (rows.length > 0)
      await tx.run(sql`
        insert into rule_impact (change_id, denial_id, organization_id, purpose, moves, before, after, new_class, state)
        select ${change.id}, "denialId", ${tx.organizationId}, purpose, moves, before, after, "newClass", state
        from jsonb_to_recordset(${jsonRows(rows)}::jsonb)
          as r("denialId" uuid, purpose text, moves text, before text, after text, "newClass" text, state text)`);
  }
  await tx.run(sql`update rule_change set examined = ${examined}, counted_at = ${now} where id = ${change.id}`);
  return examined;
}

/** Denials of one remittance share what counts: each combination is worked out once. */
function movesRemembered(
  parts: RuleParts,
  change: RuleChange,
  payers: readonly PayerRow[],
  today: string,
): (one: OpenCase) => CaseMove[] {
  const rulesFor = rulesByHeld(parts, change);
  const known = new Map<string, CaseMove[]>();
  return ({ id, ...one }) => {
    const key = JSON.stringify(one);
    const found = known.get(key) ?? movesOf({ id, ...one }, ...rulesFor(one.held), payers, today);
    known.set(key, found);
    return found;
  };
}

/** The rules before and after, for denials from which the same changes are held back. */
function rulesByHeld(
  { clocks, calendar, changes }: RuleParts,
  change: RuleChange,
): (held: readonly string[]) => [before: CaseRules, after: CaseRules] {
  const known = new Map<string, [CaseRules, CaseRules]>();
  const inForce = (of: readonly RuleChange[]) => rulesInForce(clocks, calendar, of);
  const { timeZone } = calendar;
  const made = (held: readonly string[]): [CaseRules, CaseRules] => {
    const under = changes.filter(({ changeId }) => !held.includes(changeId));
    const rules = (more: readonly RuleChange[]): CaseRules => ({
      timeZone,
      rules: inForce([...changes, ...more]),
      ...(under.length < changes.length && { without: inForce([...under, ...more]) }),
    });
    return [rules([]), rules([change])];
  };
  return (held) => {
    const key = held.join();
    const found = known.get(key) ?? made(held);
    known.set(key, found);
    return found;
  };
}
