import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { postToAll } from '../outbox/outbox.ts';
import { hasRoom } from '../outbox/room.ts';
import { findChange } from './rule-change-rows.ts';
import type { ChangeToDo } from './take-force.ts';
import { tellDenials } from './tell-denials.ts';
import type { Moved } from './tell-denials.ts';

/** Denials at once. */
const BATCH = 200;

export const changesToRelease = (tx: Tx): Promise<ChangeToDo[]> =>
  tx.rows(
    sql`select distinct change_id id, organization_id "organizationId" from rule_impact where state = 'queued' limit 20`,
  );

/**
 * Lets the next denials of a change look at their dates again: their timeline and the audit say what moved, and a message
 * tells each workflow. Answers how many; none while enough messages wait.
 */
export async function releaseImpact(tx: Tx, now: Date, by: Actor, changeId: string): Promise<number> {
  if (!(await hasRoom(tx))) return 0;
  const moved = await tx.rows<Moved & { newClass: string | null }>(sql`
    with next as (select denial_id from rule_impact where change_id = ${changeId} and state = 'queued' order by denial_id limit ${BATCH})
    update rule_impact set state = 'applied' where change_id = ${changeId} and state = 'queued' and denial_id in (select denial_id from next)
    returning denial_id "denialId", purpose, before, after, new_class "newClass", decided_by "decidedBy", false "isKept"`);
  const change = await findChange(tx, changeId);
  if (moved.length > 0) {
    await tellDenials(tx, now, by, change, moved);
    await reclass(tx, moved);
    await postToAll(tx, now, [...new Set(moved.map(({ denialId }) => denialId))], 'facts-changed');
  }
  await tx.run(sql`
    update rule_change set state = 'in-force' where id = ${changeId} and state = 'applying' and position is not null
      and not exists (select from rule_impact where change_id = ${changeId} and state = 'queued')`);
  return moved.length;
}

/** The class of the denial and of what lists show of it. */
async function reclass(tx: Tx, moved: readonly { denialId: string; newClass: string | null }[]): Promise<void> {
  const rows = moved.filter(({ newClass }) => newClass !== null);
  if (rows.length === 0) return;
  const classes = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("denialId" uuid, "newClass" text)`;
  await tx.run(
    sql`update denial d set class = r."newClass", version = version + 1 from ${classes} where d.id = r."denialId"`,
  );
  await tx.run(sql`update denial_view v set class = r."newClass" from ${classes} where v.denial_id = r."denialId"`);
}
