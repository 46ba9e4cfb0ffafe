import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { postToAll } from '../outbox/outbox.ts';
import { hasRoom } from '../outbox/room.ts';
import type { NewTriage } from './case-moves.ts';
import { endChange } from './end-change.ts';
import { holdRules } from './read-rules.ts';
import { findChange } from './rule-change-rows.ts';
import { notAsTaken } from './taken-dates.ts';
import { isMoved, tellDenials } from './tell-denials.ts';
import type { Moved } from './tell-denials.ts';

/** Denials at once. */
const BATCH = 200;

/** A row of `rule_impact` that is to be handed on. */
export interface ImpactToDo extends Moved {
  newTriage: NewTriage | null;
}

/**
 * Hands on the next denials of a change: their timeline and the audit say what moved and who decided, or what waits, and a
 * message tells each workflow to look at its dates again. Answers how many rows; none while enough messages wait.
 */
export async function releaseImpact(tx: Tx, now: Date, by: Actor, changeId: string): Promise<number> {
  if (!(await hasRoom(tx))) return 0;
  const open = await lockNext(tx, changeId);
  await holdRules(tx);
  const change = await findChange(tx, changeId, 'lock');
  const rows = await tx.rows<ImpactToDo>(sql`
    select denial_id "denialId", purpose, before, after, new_triage "newTriage", decided_by "decidedBy", state
    from rule_impact where change_id = ${changeId} and is_to_do and denial_id = any(${[...open.keys()]}::uuid[])`);
  const back = await notAsTaken(tx, now, change, rows);
  const settled = rows.filter(({ denialId }) => !back.has(denialId));
  await tx.run(sql`
    update rule_impact set state = case when state in ('queued', 'taken') then 'applied' else state end, is_to_do = false
    where change_id = ${changeId} and is_to_do and denial_id = any(${idsOf(settled)}::uuid[])`);
  const moved = settled.filter(({ denialId }) => open.get(denialId));
  await tellDenials(tx, now, by, change, moved);
  await reclass(tx, moved);
  const toCount = moved.filter(({ state }) => state !== 'kept');
  await postToAll(tx, now, idsOf(toCount), 'facts-changed', { of: 'rule', changeId });
  await endChange(tx, changeId);
  if (rows.length > 0) await draftEvent(tx, now, { kind: 'rule', subjectId: changeId });
  return rows.length;
}

const idsOf = (rows: readonly { denialId: string }[]): string[] => [...new Set(rows.map(({ denialId }) => denialId))];

/** The next denials, locked in their order; whether each is open. */
async function lockNext(tx: Tx, changeId: string): Promise<Map<string, boolean>> {
  const views = await tx.rows<{ id: string; isOpen: boolean }>(sql`
    select denial_id id, not closing "isOpen" from denial_view
    where denial_id in (select distinct denial_id from rule_impact where change_id = ${changeId} and is_to_do order by denial_id limit ${BATCH})
    order by denial_id for update`);
  return new Map(views.map(({ id, isOpen }) => [id, isOpen]));
}

/** The class of the denial with its reasons, and what lists show of it. */
async function reclass(tx: Tx, moved: readonly ImpactToDo[]): Promise<void> {
  const rows = moved.flatMap(({ denialId, newTriage, state }) =>
    newTriage && isMoved(state) ? [{ denialId, ...newTriage }] : [],
  );
  if (rows.length === 0) return;
  const verdicts = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("denialId" uuid, class text, confidence text, reasons jsonb)`;
  await tx.run(sql`
    update denial d set class = r.class, class_confidence = r.confidence, class_reasons = r.reasons, version = version + 1
    from ${verdicts} where d.id = r."denialId"`);
  await tx.run(sql`update denial_view v set class = r.class from ${verdicts} where v.denial_id = r."denialId"`);
}
