import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Database, Tx } from '../database/database.ts';
import { makeOrganization } from './organizations.ts';
import { hashSecret } from './secrets.ts';

const UNIQUE_VIOLATION = '23505';

/** Makes the installation's own key, with an organization, a client and a team, unless it is there. Safe to run twice at once. */
export async function ensureBootstrapKey(db: Database, now: Date, key: string): Promise<void> {
  const keyHash = hashSecret(key);
  const known = await db.pool.query(sql`select from api_key where key_hash = ${keyHash}`);
  if (known.rowCount === 1) return;
  const organization = {
    name: 'Automation',
    timeZone: 'America/New_York',
    observedHolidays: true,
    protectiveAppealOnGrant: 'hold',
  } as const;
  const withKey = async (tx: Tx): Promise<{ actor: Actor }> => {
    const row = await tx.row<{ id: string }>(sql`
      insert into api_key (organization_id, name, key_hash, role, is_bootstrap, created_at)
      values (${tx.organizationId}, 'Bootstrap', ${keyHash}, 'administrator', true, ${now}) returning id`);
    return { actor: { kind: 'key', id: row!.id, name: 'Bootstrap' } };
  };
  const made = db.acrossOrganizations((tx) => makeOrganization(tx, now, organization, withKey));
  await made.catch((error: unknown) => {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error; // another process made it meanwhile
  });
}
