import { writeAudit } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { countImpact, DECIDED, FORESEEN } from './count-impact.ts';
import { endChange } from './end-change.ts';
import { changeRules } from './read-rules.ts';
import { findChange } from './rule-change-rows.ts';

/** A change that the worker has something to do for. */
export interface ChangeToDo {
  id: string;
  organizationId: string;
}

const AGAIN_AFTER_MS = 60_000;
/** One that failed lets others go first for a while. */
const mayTry = (now: Date): Sql =>
  sql`(c.failed_at is null or c.failed_at < ${new Date(now.getTime() - AGAIN_AFTER_MS)})`;

/** Of each organization the next change to count, or to give its force. */
export const changesToDo = (tx: Tx, now: Date): Promise<ChangeToDo[]> =>
  tx.rows(sql`
    select distinct on (c.organization_id) c.id, c.organization_id "organizationId" from rule_change c
    where ((c.state = 'proposed' and c.counted_at is null) or (c.state = 'applying' and c.position is null)) and ${mayTry(now)}
    order by c.organization_id, c.proposed_at, c.id`);

/** Of each organization the next change that has kept claims to judge: first those that wait for a decision. */
export const changesToRecount = (tx: Tx, now: Date): Promise<ChangeToDo[]> =>
  tx.rows(sql`
    select distinct on (c.organization_id) c.id, c.organization_id "organizationId" from kept_recount k join rule_change c on c.id = k.change_id
    where k.is_to_do and c.state in ('proposed', 'applying', 'in-force') and ${mayTry(now)}
    order by c.organization_id, c.position nulls first, c.id`);

/** Of each organization the next change in force that has denials to hand on. */
export const changesToRelease = (tx: Tx, now: Date): Promise<ChangeToDo[]> =>
  tx.rows(sql`
    select distinct on (c.organization_id) c.id, c.organization_id "organizationId" from rule_change c
    where exists (select from rule_impact i where i.organization_id = c.organization_id and i.change_id = c.id and i.is_to_do) and ${mayTry(now)}
    order by c.organization_id, c.position`);

export const markFailed = (tx: Tx, now: Date, id: string): Promise<number> =>
  tx.run(sql`update rule_change set failed_at = ${now} where id = ${id}`);

/** Does what is to do for a change; the same again does nothing, and one that another worker is at is left to it. */
export async function workOnChange(tx: Tx, now: Date, by: Actor, id: string): Promise<boolean> {
  const mine = await tx.row(sql`select id from rule_change where id = ${id} for update skip locked`);
  if (!mine) return false;
  const change = await findChange(tx, id);
  if (change.state === 'proposed' && change.countedAt === null) await countImpact(tx, now, change, FORESEEN);
  else if (change.state === 'applying' && change.position === null) await takeForce(tx, now, by, id);
  else return false;
  await draftEvent(tx, now, { kind: 'rule', subjectId: id });
  return true;
}

/** Counts again while nobody else counts by the rules, and gives the change its place: no denial slips between the two. */
async function takeForce(tx: Tx, now: Date, by: Actor, id: string): Promise<void> {
  await changeRules(tx);
  await countImpact(tx, now, await findChange(tx, id), DECIDED);
  await tx.run(sql`
    update rule_change set
      position = (select coalesce(max(position), 0) + 1 from rule_change where organization_id = ${tx.organizationId})
    where id = ${id}`);
  await endChange(tx, id);
  const { kind, key, counts, position } = await findChange(tx, id);
  await writeAudit(tx, by, now, {
    act: 'rule.in-force',
    subject: { kind: 'rule-change', id },
    after: { kind, key, position, ...counts },
  });
}
