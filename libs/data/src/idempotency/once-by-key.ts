import { DomainError } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

/** What a sender calls its request, and a hash of what it asked. */
export interface RequestKey {
  key: string;
  requestHash: string;
}

/**
 * Does the work once a key: the answer is kept in the work's own transaction, and given again to whoever sends the same
 * key. A second sender at the same moment waits for the first. Throws IDEMPOTENCY_MISMATCH when the key came with another request.
 */
export async function onceByKey<T extends object>(
  tx: Tx,
  now: Date,
  caller: Caller,
  { key, requestHash }: RequestKey,
  work: () => Promise<T>,
): Promise<T> {
  const mine = await tx.row<{ id: string }>(sql`
    insert into idempotency_key (organization_id, actor_id, key, request_hash, created_at)
    values (${tx.organizationId}, ${caller.id}, ${key}, ${requestHash}, ${now})
    on conflict (organization_id, actor_id, key) do nothing returning id`);
  if (mine) {
    const answer = await work();
    await tx.run(sql`update idempotency_key set response = ${JSON.stringify(answer)}::jsonb where id = ${mine.id}`);
    return answer;
  }
  const kept = await tx.row<{ requestHash: string; response: T }>(sql`
    select request_hash "requestHash", response from idempotency_key
    where organization_id = ${tx.organizationId} and actor_id = ${caller.id} and key = ${key}`);
  if (!kept || kept.requestHash !== requestHash)
    throw new DomainError(
      'IDEMPOTENCY_MISMATCH',
      'This Idempotency-Key came before with another request. Send a new key.',
    );
  return kept.response;
}
