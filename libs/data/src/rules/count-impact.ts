import { dateIn } from '@overturn/domain';
import type { PayerRow } from '@overturn/domain/payers/payer-rows';
import type { RuleChange } from '@overturn/domain/rules/rule-version';
import { rulesInForce } from '@overturn/domain/rules/rules-in-force';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { readPayerRows } from '../denials/filing-terms.ts';
import { jsonRows } from '../intake/json-rows.ts';
import { beginRecount } from '../kept-claims/begin-recount.ts';
import { movesOf } from './case-moves.ts';
import type { CaseMove } from './case-moves.ts';
import { openCases } from './open-cases.ts';
import type { OpenCase } from './open-cases.ts';
import { caseRules, readRuleParts } from './read-rules.ts';
import type { CaseRules } from './read-rules.ts';
import type { RuleChangeRow } from './rule-change-rows.ts';

/** `foreseen` before the decision; at it those that move by themselves are queued, those that only a person moves wait. */
type StateOf = (move: CaseMove) => 'foreseen' | 'queued' | 'waiting';
export const FORESEEN: StateOf = () => 'foreseen';
export const DECIDED: StateOf = ({ waits }) => (waits ? 'waiting' : 'queued');

/** Kinds that move no date and no class of an open denial: what they change is worked out anew whenever it is shown. */
const MOVES_NOTHING: readonly string[] = ['score', 'path'];

/** Works out every open denial under the rules as they are and as they would be, and keeps those that differ; kept claims are judged after it, some at a time. Answers how many were looked at. */
export async function countImpact(tx: Tx, now: Date, change: RuleChangeRow, stateOf: StateOf): Promise<number> {
  await tx.run(sql`delete from rule_impact where change_id = ${change.id}`);
  const basis = await readBasis(tx, now);
  const moves = movesRemembered(basis, { ...change, changeId: change.id });
  let examined = 0;
  for await (const cases of openCases(tx, change)) {
    examined += cases.length;
    if (MOVES_NOTHING.includes(change.kind)) continue;
    const rows = cases.flatMap((one) =>
      moves(one).map((move) => ({ ...move, denialId: one.id, state: stateOf(move) })),
    );
    if (rows.length > 0)
      await tx.run(sql`
        insert into rule_impact (change_id, denial_id, organization_id, purpose, moves, before, after, new_triage, state, is_to_do)
        select ${change.id}, "denialId", ${tx.organizationId}, purpose, moves, before, after, "newTriage", state, state <> 'foreseen'
        from jsonb_to_recordset(${jsonRows(rows)}::jsonb)
          as r("denialId" uuid, purpose text, moves text, before text, after text, "newTriage" jsonb, state text)`);
  }
  await beginRecount(tx, change);
  await tx.run(
    sql`update rule_change set examined = ${examined}, counted_at = ${now}, failed_at = null where id = ${change.id}`,
  );
  return examined;
}

/** What denials are counted by: payers' rows, today, and the rules for those from which the same changes are held back. */
export interface Basis {
  payers: readonly PayerRow[];
  today: string;
  rulesFor(held: readonly string[], more?: readonly RuleChange[]): CaseRules;
}

export async function readBasis(tx: Tx, now: Date): Promise<Basis> {
  const { clocks, calendar, changes } = await readRuleParts(tx);
  const { timeZone } = calendar;
  const inForce = (of: readonly RuleChange[]) => rulesInForce(clocks, calendar, of);
  const made = (held: readonly string[], more: readonly RuleChange[]): CaseRules =>
    caseRules(timeZone, [...changes, ...more], ({ changeId }) => held.includes(changeId), inForce);
  const known = new Map<string, CaseRules>();
  return {
    payers: await readPayerRows(tx),
    today: dateIn(timeZone, now.toISOString()),
    rulesFor(held, more = []) {
      const key = JSON.stringify([held, more.map(({ changeId }) => changeId)]);
      const found = known.get(key) ?? made(held, more);
      known.set(key, found);
      return found;
    },
  };
}

/** Denials of one remittance share what counts: each combination is worked out once. */
function movesRemembered({ rulesFor, ...basis }: Basis, change: RuleChange): (one: OpenCase) => CaseMove[] {
  const known = new Map<string, CaseMove[]>();
  return ({ id, ...one }) => {
    const key = JSON.stringify(one);
    const by = { ...basis, before: rulesFor(one.held), after: rulesFor(one.held, [change]) };
    const found = known.get(key) ?? movesOf({ id, ...one }, by);
    known.set(key, found);
    return found;
  };
}
