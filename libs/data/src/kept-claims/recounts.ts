import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { triageRulesBy } from '../intake/triage-rules.ts';
import { hasRoom } from '../outbox/room.ts';
import { readBasis } from '../rules/count-impact.ts';
import { endChange } from '../rules/end-change.ts';
import { holdRules } from '../rules/read-rules.ts';
import { findChange } from '../rules/rule-change-rows.ts';
import { foreseeKept } from './foresee-kept.ts';
import { nextKept } from './next-kept.ts';
import type { KeptPlace } from './next-kept.ts';
import { openKept } from './open-kept.ts';
import { holdRemittances, readKept } from './read-kept.ts';
import { weighKept } from './weigh-kept.ts';

/** Claims in one transaction: foreseen ones are only read. */
const BATCH = { foresee: 1_000, open: 200 };

/**
 * Judges the next kept claims of a change: before its approval it counts what they would do, from its force on it opens
 * them. A batch, what it opens and how far it came are one transaction. Answers how many; 0 when it is done with, another
 * worker is at it, enough messages wait, or the next claim's remittance is still being read.
 */
export async function recountKept(tx: Tx, now: Date, by: Actor, changeId: string): Promise<number> {
  const recount = await tx.row<{ judgedTo: string | null }>(
    sql`select judged_to "judgedTo" from kept_recount where change_id = ${changeId} and is_to_do for update skip locked`,
  );
  if (!recount) return 0;
  const change = await findChange(tx, changeId);
  const mode = change.position === null ? 'foresee' : 'open';
  if (mode === 'open' && !(await hasRoom(tx))) return 0;
  const next = await nextKept(tx, change, recount.judgedTo, BATCH[mode]);
  const batch = mode === 'open' ? await readable(tx, apart(next)) : next;
  await holdRules(tx); // after the remittances, as an import does
  const { rulesFor } = await readBasis(tx, now);
  const rules = rulesFor([], mode === 'foresee' ? [{ ...change, changeId }] : []);
  const kept = await readKept(
    tx,
    batch.map(({ id }) => id),
  );
  const weighed = await weighKept(
    tx,
    kept.filter(({ denialId }) => denialId === null),
    await triageRulesBy(tx, now, rules),
  );
  const counts =
    mode === 'foresee' ? await foreseeKept(tx, now, weighed, rules) : await openKept(tx, now, by, change, weighed);
  const isDone = batch.length === next.length && next.length < BATCH[mode];
  await tx.run(sql`
    update kept_recount set judged_to = coalesce(${batch.at(-1)?.id ?? null}::uuid, judged_to), is_to_do = ${!isDone},
      examined = examined + ${batch.length}, opens = opens + ${counts.opens}, amount_cents = amount_cents + ${counts.amountCents},
      past = past + ${counts.past}, joins = joins + ${counts.joins}, reclassed = reclassed + ${counts.reclassed}
    where change_id = ${changeId}`);
  if (isDone && mode === 'open') await endChange(tx, changeId);
  if (isDone || batch.length > 0) await draftEvent(tx, now, { kind: 'rule', subjectId: changeId });
  return batch.length;
}

/** Up to the claim that may be an earlier one of the same batch again: it is compared once that one has its denial. */
function apart(next: readonly KeptPlace[]): KeptPlace[] {
  const seen = new Map<string, string>();
  const end = next.findIndex(({ clientId, claimNumber, remittanceId }) => {
    const known = `${clientId} ${claimNumber}`;
    const first = seen.get(known) ?? remittanceId;
    seen.set(known, first);
    return first !== remittanceId;
  });
  return end === -1 ? [...next] : next.slice(0, end);
}

/** Up to the first claim of a remittance that is still being read. */
async function readable(tx: Tx, next: readonly KeptPlace[]): Promise<KeptPlace[]> {
  const reading = await holdRemittances(tx, [...new Set(next.map(({ remittanceId }) => remittanceId))]);
  const end = next.findIndex(({ remittanceId }) => reading.has(remittanceId));
  return end === -1 ? [...next] : next.slice(0, end);
}
