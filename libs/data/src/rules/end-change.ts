import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** A change with a place is in force once nothing of it is to be handed on; of two that hand on its last the later one says so. */
export async function endChange(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`select from rule_change where id = ${id} for update`);
  await tx.run(sql`
    update rule_change set state = 'in-force', failed_at = null where id = ${id} and state = 'applying' and position is not null
      and not exists (select from rule_impact where change_id = ${id} and is_to_do)
      and not exists (select from kept_recount where change_id = ${id} and is_to_do)`);
}
