import type { Actor } from '@overturn/data/audit/audit';
import type { Database, Tx } from '@overturn/data/database/database';
import { recountKept } from '@overturn/data/kept-claims/recounts';
import { releaseImpact } from '@overturn/data/rules/release-impact';
import {
  changesToDo,
  changesToRecount,
  changesToRelease,
  markFailed,
  workOnChange,
} from '@overturn/data/rules/take-force';
import type { ChangeToDo } from '@overturn/data/rules/take-force';
import { ENGINE } from '../denials/projection/step-context.ts';

type Act = (tx: Tx, now: Date, by: Actor, id: string) => Promise<number | boolean>;

/** What is done for changes, and how the next of each organization is found. */
const WORKS: readonly { next: (tx: Tx, now: Date) => Promise<ChangeToDo[]>; act: Act }[] = [
  { next: changesToDo, act: workOnChange },
  { next: changesToRelease, act: releaseImpact },
  { next: changesToRecount, act: recountKept },
];

/**
 * Counts what proposed changes would move, gives approved ones their force, hands on what they moved and opens the kept
 * claims that open by them, some at a time.
 * Answers how much was done. One that fails lets others go first; its failure is thrown at the end.
 */
export async function workOnRules(database: Database, now: Date): Promise<number> {
  const works: [change: ChangeToDo, act: Act][] = [];
  for (const { next, act } of WORKS) {
    const changes = await database.acrossOrganizations((tx) => next(tx, now));
    works.push(...changes.map((one): [ChangeToDo, Act] => [one, act]));
  }
  let done = 0;
  const failures: unknown[] = [];
  for (const [{ id, organizationId }, act] of works)
    try {
      done += Number(await database.forOrganization(organizationId, (tx) => act(tx, now, ENGINE, id)));
    } catch (error) {
      failures.push(error);
      await database.forOrganization(organizationId, (tx) => markFailed(tx, now, id));
    }
  if (failures.length > 0) throw failures[0];
  return done;
}
