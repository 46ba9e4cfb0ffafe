import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';
import { tellNextDenials } from '@overturn/data/payer-rules/recounts';

const PAYERS_A_ROUND = 20;

/** Has the open denials of payers whose rows changed looked at again: one batch a payer and round, so that the engine keeps its breath. */
export async function tellPayerChanges(database: Database, now: Date): Promise<number> {
  const changed = await database.acrossOrganizations((tx) =>
    tx.rows<{ organizationId: string; payer: string }>(
      sql`select organization_id "organizationId", payer from payer_recount order by changed_at limit ${PAYERS_A_ROUND}`,
    ),
  );
  for (const { organizationId, payer } of changed)
    await database.forOrganization(organizationId, (tx) => tellNextDenials(tx, now, payer));
  return 0;
}
