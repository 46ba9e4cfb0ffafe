import { findBrokenSeal } from '@overturn/data/audit/audit-seals';
import { Database } from '@overturn/data/database/database';
import { handUrls } from '@overturn/data/logins';
import type { ChaosGround } from './chaos-ground.ts';

/** Waits until every act is sealed and every live event numbered; answers with the first entry whose seal does not fit, if any. */
export async function brokenSeal(ground: ChaosGround): Promise<number | undefined> {
  await ground.untilNone(
    'every act is sealed',
    'select from audit_entry e where not exists (select from audit_seal s where s.entry_id = e.id) limit 1',
  );
  await ground.untilNone('every live event has its number', 'select from live_event where id is null limit 1');
  const { databaseUrl, env } = ground.product.services;
  const database = new Database(handUrls(databaseUrl, env['OVERTURN_SECRET']!).engine, 1);
  try {
    return await database.forOrganization(ground.organizationId, findBrokenSeal);
  } finally {
    await database.close();
  }
}
