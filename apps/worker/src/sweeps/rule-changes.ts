import type { Actor } from '@overturn/data/audit/audit';
import type { Database, Tx } from '@overturn/data/database/database';
import { releaseImpact } from '@overturn/data/rules/release-impact';
import { changesToDo, changesToRelease, markFailed, workOnChange } from '@overturn/data/rules/take-force';
import type { ChangeToDo } from '@overturn/data/rules/take-force';
import { ENGINE } from '../denials/projection/step-context.ts';

type Act = (tx: Tx, now: Date, by: Actor, id: string) => Promise<number | boolean>;

/**
 * Counts what proposed changes would move, gives approved ones their force, and hands on what they moved, some at a time.
 * Answers how much was done. One that fails lets others go first; its failure is thrown at the end.
 */
export async function workOnRules(database: Database, now: Date): Promise<number> {
  const todo = await database.acrossOrganizations((tx) => changesToDo(tx, now));
  const release = await database.acrossOrganizations((tx) => changesToRelease(tx, now));
  const works: [change: ChangeToDo, act: Act][] = [
    ...todo.map((one): [ChangeToDo, Act] => [one, workOnChange]),
    ...release.map((one): [ChangeToDo, Act] => [one, releaseImpact]),
  ];
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
