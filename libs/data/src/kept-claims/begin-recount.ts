import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import type { RuleChangeRow } from '../rules/rule-change-rows.ts';
import { judgesClaims } from './next-kept.ts';

/** Kept claims that carry the rule are to be judged by it from the first on: a sweep takes a batch at a time. */
export async function beginRecount(tx: Tx, change: Pick<RuleChangeRow, 'id' | 'kind' | 'key'>): Promise<void> {
  if (!judgesClaims(change)) return;
  await tx.run(sql`
    insert into kept_recount (change_id, organization_id, is_to_do) values (${change.id}, ${tx.organizationId}, true)
    on conflict (change_id) do update set is_to_do = true, judged_to = null, examined = 0, opens = 0, amount_cents = 0,
      past = 0, joins = 0, reclassed = 0`);
}
