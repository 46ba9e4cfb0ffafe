import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { jsonRows } from '../intake/json-rows.ts';
import type { CaseMove } from './case-moves.ts';

export type MoveOf = CaseMove & { denialId: string };

/** What a change would move of denials waits for a person, with the dates as they are and would be, and they are told so; what was taken of them waits again. */
export async function waitForPerson(tx: Tx, changeId: string, moves: readonly MoveOf[]): Promise<void> {
  if (moves.length === 0) return;
  const asked = sql`jsonb_to_recordset(${jsonRows(moves)}::jsonb)
    as r("denialId" uuid, purpose text, moves text, before text, after text, "newTriage" jsonb)`;
  await tx.run(sql`
    update rule_impact set state = 'waiting', is_to_do = false, decided_by = null, decided_at = null
    where change_id = ${changeId} and denial_id in (select "denialId" from ${asked}) and state = 'taken'`);
  await tx.run(sql`
    insert into rule_impact (change_id, denial_id, organization_id, purpose, moves, before, after, new_triage, state, is_to_do)
    select ${changeId}, "denialId", ${tx.organizationId}, purpose, moves, before, after, "newTriage", 'waiting', true from ${asked}
    on conflict (change_id, denial_id, purpose) do update set moves = excluded.moves, before = excluded.before, after = excluded.after, state = 'waiting',
      is_to_do = true`);
}
