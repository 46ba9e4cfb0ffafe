import { createHash } from 'node:crypto';
import { sql } from '../database/database.ts';
import type { Database, Tx } from '../database/database.ts';

interface Entry {
  id: number;
  at: Date;
  actor_kind: string;
  actor_id: string | null;
  act: string;
  subject_kind: string;
  subject_id: string | null;
  denial_id: string | null;
  before: unknown;
  after: unknown;
}

const BATCH = 500;
/** Ids are given before the commit: an entry may appear this many ids after others were sealed, and later ones are found by a full pass. */
const LOOK_BACK = 20_000;

/** Chains an organization's audit entries in commit order; no act waits for it. A full pass looks at every entry. Returns how many were sealed. */
export async function sealAudit(database: Database, isFullPass = true): Promise<number> {
  const organizations = await database.acrossOrganizations((tx) =>
    tx.rows<{ id: string }>(sql`select id from organization`),
  );
  let sealed = 0;
  for (const { id } of organizations)
    sealed += await database.forOrganization(id, (tx) => sealOrganization(tx, isFullPass));
  return sealed;
}

async function sealOrganization(tx: Tx, isFullPass: boolean): Promise<number> {
  const lock = await tx.row<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(4712, hashtext(${tx.organizationId})) as mine`,
  );
  if (!lock?.mine) return 0;
  const last = await tx.row<{ position: number; hash: string; entry_id: number }>(sql`
    select position, hash, entry_id from audit_seal where organization_id = ${tx.organizationId} order by position desc limit 1`);
  const from = isFullPass || !last ? 0 : last.entry_id - LOOK_BACK;
  const entries = await tx.rows<Entry>(sql`
    select e.* from audit_entry e
    where e.organization_id = ${tx.organizationId} and e.id > ${from} and not exists (select from audit_seal s where s.entry_id = e.id)
    order by e.id limit ${BATCH}`);
  let { position, hash } = last ?? { position: 0, hash: '' };
  for (const entry of entries) {
    position += 1;
    hash = sealOf(hash, entry);
    await tx.run(
      sql`insert into audit_seal (entry_id, organization_id, position, hash) values (${entry.id}, ${tx.organizationId}, ${position}, ${hash})`,
    );
  }
  return entries.length;
}

/** SHA-256 over the seal before and the entry as it stands. */
function sealOf(previous: string, entry: Entry): string {
  const { id, at, actor_kind, actor_id, act, subject_kind, subject_id, denial_id, before, after } = entry;
  const text = JSON.stringify([
    previous,
    id,
    at.toISOString(),
    actor_kind,
    actor_id,
    act,
    subject_kind,
    subject_id,
    denial_id,
    before,
    after,
  ]);
  return createHash('sha256').update(text).digest('hex');
}

/** The first entry of the organization whose seal does not fit, or undefined when its chain holds. The owner sees every organization's. */
export async function findBrokenSeal(tx: Tx): Promise<number | undefined> {
  const entries = await tx.rows<Entry & { hash: string }>(sql`
    select e.*, s.hash from audit_seal s join audit_entry e on e.id = s.entry_id
    where s.organization_id = ${tx.organizationId} order by s.position`);
  let previous = '';
  for (const entry of entries) {
    if (sealOf(previous, entry) !== entry.hash) return entry.id;
    previous = entry.hash;
  }
  return undefined;
}
