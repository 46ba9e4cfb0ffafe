import { writeAudit } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { countImpact, DECIDED, FORESEEN } from './count-impact.ts';
import { changeRules } from './read-rules.ts';
import { findChange } from './rule-change-rows.ts';

/** A change that the worker has something to do for: to count what it would move, or to give it force. */
export interface ChangeToDo {
  id: string;
  organizationId: string;
}

export const changesToDo = (tx: Tx): Promise<ChangeToDo[]> =>
  tx.rows(sql`
    select id, organization_id "organizationId" from rule_change
    where (state = 'proposed' and counted_at is null) or (state = 'applying' and position is null) order by proposed_at, id limit 20`);

/** Does what is to do for a change; the same again does nothing, and one that another worker is at is left to it. */
export async function workOnChange(tx: Tx, now: Date, by: Actor, id: string): Promise<boolean> {
  const mine = await tx.row(sql`select id from rule_change where id = ${id} for update skip locked`);
  if (!mine) return false;
  const change = await findChange(tx, id);
  if (change.state === 'proposed' && change.countedAt === null) {
    await countImpact(tx, now, change, FORESEEN);
    return true;
  }
  if (change.state !== 'applying' || change.position !== null) return false;
  await takeForce(tx, now, by, id);
  return true;
}

/** Counts again while nobody else counts by the rules, and gives the change its place: no denial slips between the two. */
async function takeForce(tx: Tx, now: Date, by: Actor, id: string): Promise<void> {
  await changeRules(tx);
  await countImpact(tx, now, await findChange(tx, id), DECIDED);
  await tx.run(sql`
    update rule_change set
      position = (select coalesce(max(position), 0) + 1 from rule_change where organization_id = ${tx.organizationId}),
      state = case when exists (select from rule_impact where change_id = ${id} and state = 'queued') then 'applying' else 'in-force' end
    where id = ${id}`);
  const { kind, key, counts, position } = await findChange(tx, id);
  await writeAudit(tx, by, now, {
    act: 'rule.in-force',
    subject: { kind: 'rule-change', id },
    after: { kind, key, position, ...counts },
  });
}
