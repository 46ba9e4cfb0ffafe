import { DomainError } from '@overturn/domain';
import type { Role } from '@overturn/domain';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Database, Tx } from '../database/database.ts';
import { actorOf } from './caller.ts';
import type { Caller } from './caller.ts';
import { hashSecret, newSecret } from './secrets.ts';

/** A session ends so long after it was last used. */
export const SESSION_HOURS = 12;
/** Use is written down at most this often. */
const TOUCH_MINUTES = 5;

const endOf = (now: Date): Date => new Date(now.getTime() + SESSION_HOURS * 3_600_000);

/** Opens a session in an organization and returns its secret. */
export async function openSession(db: Database, now: Date, userId: string, organizationId: string): Promise<string> {
  const secret = newSecret();
  await db.acrossOrganizations((tx) =>
    tx.run(sql`
      insert into user_session (token_hash, user_id, organization_id, created_at, expires_at, last_seen_at)
      values (${hashSecret(secret)}, ${userId}, ${organizationId}, ${now}, ${endOf(now)}, ${now})`),
  );
  return secret;
}

interface SessionRow {
  userId: string;
  organizationId: string;
  name: string;
  lastSeenAt: Date;
}

/** Who a session's secret speaks for; undefined when it ended, or the membership did. */
export async function readSession(db: Database, now: Date, secret: string): Promise<Caller | undefined> {
  const tokenHash = hashSecret(secret);
  const { rows } = await db.pool.query<SessionRow>(sql`
    select s.user_id "userId", s.organization_id "organizationId", u.name, s.last_seen_at "lastSeenAt"
    from user_session s join user_account u on u.id = s.user_id
    where s.token_hash = ${tokenHash} and s.expires_at > ${now} and u.disabled_at is null`);
  const session = rows[0];
  if (!session) return undefined;
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_MINUTES * 60_000)
    await db.pool.query(sql`
      update user_session set last_seen_at = ${now}, expires_at = ${endOf(now)} where token_hash = ${tokenHash}`);
  return readMembership(db, session);
}

async function readMembership(db: Database, session: SessionRow): Promise<Caller | undefined> {
  const { userId, organizationId, name } = session;
  const row = await db.forOrganization(organizationId, (tx) =>
    tx.row<{ role: Role; clientIds: string[]; teamIds: string[] }>(sql`
      select role, client_ids "clientIds", team_ids "teamIds" from membership
      where organization_id = ${organizationId} and user_id = ${userId}`),
  );
  return row && { kind: 'person', id: userId, name, organizationId, isBootstrap: false, ...row };
}

export function closeSession(db: Database, now: Date, secret: string, caller: Caller): Promise<void> {
  return db.forOrganization(caller.organizationId, async (tx) => {
    await tx.run(sql`delete from user_session where token_hash = ${hashSecret(secret)}`);
    await writeAudit(tx, actorOf(caller), now, { act: 'session.closed', subject: { kind: 'user', id: caller.id } });
  });
}

/** Moves a session to another organization of the same person; both hear of it. Throws NOT_ALLOWED when there is no membership. */
export function moveSession(
  db: Database,
  now: Date,
  secret: string,
  caller: Caller,
  organizationId: string,
): Promise<void> {
  const told = (tx: Tx): Promise<void> =>
    writeAudit(tx, actorOf(caller), now, {
      act: 'session.moved',
      subject: { kind: 'user', id: caller.id },
      before: { organizationId: caller.organizationId },
      after: { organizationId },
    });
  return db.forOrganization(
    caller.organizationId,
    async (tx) => {
      const moved = await tx.run(sql`
        update user_session set organization_id = ${organizationId}
        where token_hash = ${hashSecret(secret)} and user_id = ${caller.id}
          and exists (select from membership where user_id = ${caller.id} and organization_id = ${organizationId})`);
      if (moved === 0) throw new DomainError('NOT_ALLOWED', 'You are no member of that organization.');
      await told(tx);
      await tx.inOrganization(organizationId, told);
    },
    caller.id,
  );
}

export interface SessionFacts {
  email: string;
  organization: { id: string; name: string; timeZone: string; isDemo: boolean };
  organizations: { id: string; name: string }[];
}

/** What the signed-in page shows of the person's place. */
export async function readSessionFacts(db: Database, caller: Caller): Promise<SessionFacts> {
  return db.forOrganization(
    caller.organizationId,
    async (tx) => {
      const organization = await tx.row<SessionFacts['organization']>(sql`
        select id, name, time_zone "timeZone", is_demo "isDemo" from organization where id = ${caller.organizationId}`);
      const account = await tx.row<{ email: string }>(sql`select email from user_account where id = ${caller.id}`);
      const organizations = await tx.rows<{ id: string; name: string }>(
        sql`select id, name from organization order by name`,
      );
      return { email: account?.email ?? '', organization: organization!, organizations };
    },
    caller.kind === 'person' ? caller.id : '',
  );
}
