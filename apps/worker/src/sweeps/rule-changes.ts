import type { Actor } from '@overturn/data/audit/audit';
import type { Database, Tx } from '@overturn/data/database/database';
import { changesToRelease, releaseImpact } from '@overturn/data/rules/release-impact';
import { changesToDo, workOnChange } from '@overturn/data/rules/take-force';
import type { ChangeToDo } from '@overturn/data/rules/take-force';
import { ENGINE } from '../denials/projection/step-context.ts';

type Work = [change: ChangeToDo, act: (tx: Tx, now: Date, by: Actor, id: string) => Promise<number | boolean>];

/**
 * Counts what proposed changes would move, gives approved ones their force, and hands on what they moved, some at a time.
 * Answers how much was done. One that fails holds up no other; its failure is thrown at the end.
 */
export async function workOnRules(database: Database, now: Date): Promise<number> {
  const todo = await database.acrossOrganizations(changesToDo);
  const release = await database.acrossOrganizations(changesToRelease);
  const works: Work[] = [
    ...todo.map((one): Work => [one, workOnChange]),
    ...release.map((one): Work => [one, releaseImpact]),
  ];
  let done = 0;
  const failures: unknown[] = [];
  for (const [{ id, organizationId }, work] of works)
    await database
      .forOrganization(organizationId, async (tx) => Number(await work(tx, now, ENGINE, id)))
      .then((moved) => (done += moved))
      .catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
  return done;
}
