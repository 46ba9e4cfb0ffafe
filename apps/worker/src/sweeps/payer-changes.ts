import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';
import { postpone, tellNextDenials } from '@overturn/data/payer-rules/recounts';

const PAYERS_A_ROUND = 20;

/**
 * Has the open denials of payers whose rows changed looked at again: one batch a payer and round, so that the engine keeps
 * its breath. One that fails or has to wait holds up no other; a failure is thrown at the end.
 */
export async function tellPayerChanges(database: Database, now: Date): Promise<number> {
  const changed = await database.acrossOrganizations((tx) =>
    tx.rows<{ organizationId: string; payer: string }>(
      sql`select organization_id "organizationId", payer from payer_recount order by changed_at limit ${PAYERS_A_ROUND}`,
    ),
  );
  const failures: unknown[] = [];
  for (const { organizationId, payer } of changed) {
    const inOrganization = (act: typeof tellNextDenials): Promise<number> =>
      database.forOrganization(organizationId, (tx) => act(tx, now, payer));
    const told = await inOrganization(tellNextDenials).catch((error: unknown) => {
      failures.push(error);
      return 0;
    });
    if (told === 0) await inOrganization(postpone);
  }
  if (failures.length > 0) throw failures[0];
  return 0;
}
