import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { jsonRows } from '../intake/json-rows.ts';
import { movesOf } from './case-moves.ts';
import type { CaseMove } from './case-moves.ts';
import { readBasis } from './count-impact.ts';
import { readCases } from './open-cases.ts';
import type { ImpactToDo } from './release-impact.ts';
import type { RuleChangeRow } from './rule-change-rows.ts';

/**
 * Denials of which a person took a later date that is not the one they would get now, since facts or other rules changed
 * meanwhile: each waits again, with the date as it would be. Under the rules' lock.
 */
export async function notAsTaken(
  tx: Tx,
  now: Date,
  change: RuleChangeRow,
  rows: readonly ImpactToDo[],
): Promise<Set<string>> {
  const taken = Map.groupBy(
    rows.filter(({ state }) => state === 'taken'),
    ({ denialId }) => denialId,
  );
  if (taken.size === 0) return new Set();
  const { rulesFor, ...basis } = await readBasis(tx, now);
  const again: (CaseMove & { denialId: string })[] = [];
  for (const one of await readCases(tx, [...taken.keys()], change)) {
    const said = taken.get(one.id)!;
    const newTriage = said.find((row) => row.newTriage)?.newTriage ?? undefined;
    const after = rulesFor(one.held.filter((id) => id !== change.id));
    const moves = movesOf({ ...one, triage: null }, { ...basis, before: rulesFor(one.held), after }, newTriage);
    const isSaid = (move: CaseMove): boolean =>
      said.some(({ purpose, after: accepted }) => purpose === move.purpose && accepted === move.after);
    if (moves.some((move) => move.waits && !isSaid(move)))
      again.push(...moves.filter(({ waits }) => waits).map((move) => ({ ...move, denialId: one.id })));
  }
  await askAgain(tx, change.id, again);
  return new Set(again.map(({ denialId }) => denialId));
}

async function askAgain(tx: Tx, changeId: string, moves: readonly (CaseMove & { denialId: string })[]): Promise<void> {
  if (moves.length === 0) return;
  const asked = jsonRows(moves);
  await tx.run(sql`
    update rule_impact set state = 'waiting', is_to_do = false, decided_by = null, decided_at = null
    where change_id = ${changeId} and denial_id in (select "denialId" from jsonb_to_recordset(${asked}::jsonb) as r("denialId" uuid)) and state = 'taken'`);
  await tx.run(sql`
    insert into rule_impact (change_id, denial_id, organization_id, purpose, moves, before, after, new_triage, state)
    select ${changeId}, "denialId", ${tx.organizationId}, purpose, moves, before, after, "newTriage", 'waiting'
    from jsonb_to_recordset(${asked}::jsonb)
      as r("denialId" uuid, purpose text, moves text, before text, after text, "newTriage" jsonb)
    on conflict (change_id, denial_id, purpose) do update set moves = excluded.moves, before = excluded.before, after = excluded.after, state = 'waiting'`);
}
