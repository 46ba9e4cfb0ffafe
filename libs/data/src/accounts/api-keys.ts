import { DomainError } from '@overturn/domain';
import type { Role } from '@overturn/domain';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Database, Tx } from '../database/database.ts';
import { modelsOf } from '../database/models.ts';
import { actorOf } from './caller.ts';
import type { Caller } from './caller.ts';
import { hashSecret, newSecret } from './secrets.ts';

export interface ApiKeyRow {
  id: string;
  name: string;
  role: Role;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const SHOWN = { id: true, name: true, role: true, createdAt: true, lastUsedAt: true, revokedAt: true };
const USED_EVERY_MINUTES = 5;

/** Makes a key of the caller's organization; its text is told this once. */
export async function makeApiKey(
  tx: Tx,
  now: Date,
  caller: Caller,
  wanted: { name: string; role: Role },
): Promise<ApiKeyRow & { key: string }> {
  const key = `ovk_${newSecret()}`;
  const row = await modelsOf(tx).apiKey.create({
    data: { ...wanted, organizationId: tx.organizationId, keyHash: hashSecret(key), createdAt: now },
    select: SHOWN,
  });
  await writeAudit(tx, actorOf(caller), now, {
    act: 'key.created',
    subject: { kind: 'key', id: row.id },
    after: wanted,
  });
  return { ...row, role: wanted.role, key };
}

export async function listApiKeys(tx: Tx): Promise<ApiKeyRow[]> {
  const keys = await modelsOf(tx).apiKey.findMany({
    where: { organizationId: tx.organizationId, isBootstrap: false },
    select: SHOWN,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return keys.map((key) => ({ ...key, role: key.role as Role }));
}

export async function revokeApiKey(tx: Tx, now: Date, caller: Caller, id: string): Promise<void> {
  const key = await tx.row<{ name: string; role: Role }>(sql`
    update api_key set revoked_at = ${now}
    where id = ${id} and organization_id = ${tx.organizationId} and not is_bootstrap and revoked_at is null
    returning name, role`);
  if (!key) throw new DomainError('NOT_FOUND', 'There is no such key in use.', { id });
  await writeAudit(tx, actorOf(caller), now, {
    act: 'key.revoked',
    subject: { kind: 'key', id },
    before: { ...key, revokedAt: null },
    after: { revokedAt: now },
  });
}

/** Who a key speaks for; undefined when it is unknown or revoked. */
export async function readApiKey(db: Database, now: Date, key: string): Promise<Caller | undefined> {
  const { rows } = await db.pool.query<{
    id: string;
    name: string;
    organizationId: string;
    role: Role;
    isBootstrap: boolean;
    lastUsedAt: Date | null;
  }>(sql`
    select id, name, organization_id "organizationId", role, is_bootstrap "isBootstrap", last_used_at "lastUsedAt"
    from api_key where key_hash = ${hashSecret(key)} and revoked_at is null`);
  const row = rows[0];
  if (!row) return undefined;
  const { lastUsedAt, ...found } = row;
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() > USED_EVERY_MINUTES * 60_000)
    await db.pool.query(sql`update api_key set last_used_at = ${now} where id = ${row.id}`);
  return { kind: 'key', clientIds: [], teamIds: [], ...found };
}
