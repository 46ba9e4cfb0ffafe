import type { Database } from '@overturn/data/database/database';
import { changesToRelease, releaseImpact } from '@overturn/data/rules/release-impact';
import { changesToDo, workOnChange } from '@overturn/data/rules/take-force';
import { ENGINE } from '../denials/projection/step-context.ts';

/** Counts what proposed changes would move, gives approved ones their force, and hands on what they moved, some at a time. Answers how much was done. */
export async function workOnRules(database: Database, now: Date): Promise<number> {
  let done = 0;
  for (const { id, organizationId } of await database.acrossOrganizations(changesToDo))
    done += Number(await database.forOrganization(organizationId, (tx) => workOnChange(tx, now, ENGINE, id)));
  for (const { id, organizationId } of await database.acrossOrganizations(changesToRelease))
    done += await database.forOrganization(organizationId, (tx) => releaseImpact(tx, now, ENGINE, id));
  return done;
}
