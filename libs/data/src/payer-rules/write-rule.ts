import type { PayerRuleBody } from '@overturn/contracts';
import { DomainError } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { markChanged } from './recounts.ts';

/** Adds one version. Throws CONFLICT when another row that holds is for the same. */
export async function addVersion(
  tx: Tx,
  now: Date,
  caller: Caller,
  body: PayerRuleBody,
  next?: { id: string; version: number },
): Promise<string> {
  const { payer, product = null, state = null, purpose = null, source, verifiedOn, ...says } = body;
  const row = await tx.row<{ id: string }>(sql`
    insert into payer_rule (organization_id, rule_id, version, payer, product, state, purpose, says, source, verified_on, changed_at, changed_by)
    values (${tx.organizationId}, coalesce(${next?.id ?? null}::uuid, uuidv7()), ${next?.version ?? 1}, ${payer}, ${product}, ${state}, ${purpose},
      ${JSON.stringify(says)}::jsonb, ${source}, ${verifiedOn}, ${now}, ${caller.name})
    on conflict (organization_id, payer, product, state, purpose) where ended_at is null do nothing
    returning rule_id id`);
  if (!row)
    throw new DomainError(
      'CONFLICT',
      'A row for this payer, product, state and purpose is kept already. Edit that one, or name more.',
    );
  await markChanged(tx, now, payer);
  return row.id;
}

/** Ends the version that holds; false when it is not the one meant. */
export const endVersion = async (
  tx: Tx,
  now: Date,
  caller: Caller,
  { id, version }: { id: string; version: number },
): Promise<boolean> => {
  const ended = await tx.row<{ payer: string }>(sql`
    update payer_rule set ended_at = ${now}, ended_by = ${caller.name}
    where organization_id = ${tx.organizationId} and rule_id = ${id} and version = ${version} and ended_at is null
    returning payer`);
  if (ended) await markChanged(tx, now, ended.payer);
  return ended !== undefined;
};
