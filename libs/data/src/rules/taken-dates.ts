import type { Tx } from '../database/database.ts';
import { movesOf } from './case-moves.ts';
import type { CaseMove } from './case-moves.ts';
import { readBasis } from './count-impact.ts';
import { readCases } from './open-cases.ts';
import type { ImpactToDo } from './release-impact.ts';
import type { RuleChangeRow } from './rule-change-rows.ts';
import { waitForPerson } from './wait-for-person.ts';
import type { MoveOf } from './wait-for-person.ts';

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
  const again: MoveOf[] = [];
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
  await waitForPerson(tx, change.id, again);
  return new Set(again.map(({ denialId }) => denialId));
}
