import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';

/** Says that this process is alive; `/api/health` tells who has not said so for a while. */
export async function beat(
  database: Database,
  now: Date,
  name: string,
  details: Record<string, unknown>,
): Promise<number> {
  await database.acrossOrganizations((tx) =>
    tx.run(sql`
      insert into heartbeat (process, kind, at, details) values (${name}, 'worker', ${now}, ${JSON.stringify(details)}::jsonb)
      on conflict (process) do update set at = excluded.at, details = excluded.details`),
  );
  return 0;
}
