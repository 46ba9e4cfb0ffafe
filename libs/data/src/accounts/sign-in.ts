import { DomainError } from '@overturn/domain';
import { writeAudit } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Database } from '../database/database.ts';
import { verifyPassword } from './passwords.ts';
import { openSession } from './sessions.ts';

/** Failed tries in a row that lock an account, and for how long. */
export const LOCK_AFTER_TRIES = 10;
export const LOCK_MINUTES = 15;

interface Account {
  id: string;
  name: string;
  passwordHash: string;
  failedSignIns: number;
  isLocked: boolean;
}

/**
 * Signs a person in and returns the session's secret for the cookie. Every failure is one sentence, whether the e-mail
 * is known or not; throws LOCKED_OUT while the account is locked.
 */
export async function signIn(db: Database, now: Date, email: string, password: string): Promise<string> {
  const account = await countTry(db, now, email);
  const right = !account?.isLocked && (await verifyPassword(account?.passwordHash, password));
  const organizationId = account && (await firstOrganization(db, account.id));
  if (account && organizationId) await recordTry(db, now, account, organizationId, right);
  if (account?.isLocked)
    throw new DomainError('LOCKED_OUT', `Too many failed tries. Try again in ${LOCK_MINUTES} minutes.`);
  if (!account || !organizationId || !right) throw new DomainError('NOT_SIGNED_IN', 'E-mail or password is not right.');
  await db.acrossOrganizations((tx) =>
    tx.run(sql`update user_account set failed_sign_ins = 0, locked_until = null where id = ${account.id}`),
  );
  return openSession(db, now, account.id, organizationId);
}

const COLUMNS = sql`id, name, password_hash "passwordHash", failed_sign_ins "failedSignIns"`;

/** Counts the try before the password is looked at, so that tries at the same moment cannot outrun the lock. */
async function countTry(db: Database, now: Date, email: string): Promise<Account | undefined> {
  const lockedUntil = new Date(now.getTime() + LOCK_MINUTES * 60_000);
  return db.acrossOrganizations(async (tx) => {
    const known = await tx.row<Account>(sql`
      select ${COLUMNS}, coalesce(locked_until > ${now}, false) "isLocked" from user_account
      where email = ${email.toLowerCase()} and disabled_at is null for update`);
    if (!known || known.isLocked) return known;
    return tx.row<Account>(sql`
      update user_account set
        failed_sign_ins = case when locked_until is null then failed_sign_ins else 0 end + 1,
        locked_until = case when locked_until is null and failed_sign_ins + 1 >= ${LOCK_AFTER_TRIES} then ${lockedUntil}::timestamptz end
      where id = ${known.id}
      returning ${COLUMNS}, false "isLocked"`);
  });
}

/** A disabled or forgotten membership opens no session. */
async function firstOrganization(db: Database, userId: string): Promise<string | undefined> {
  const row = await db.acrossOrganizations(
    (tx) =>
      tx.row<{ id: string }>(sql`
        select organization_id id from membership where user_id = ${userId} order by created_at, id limit 1`),
    userId,
  );
  return row?.id;
}

function recordTry(db: Database, now: Date, account: Account, organizationId: string, right: boolean): Promise<void> {
  const actor: Actor = { kind: 'person', id: account.id, name: account.name };
  const subject = { kind: 'user', id: account.id };
  return db.forOrganization(organizationId, (tx) =>
    writeAudit(
      tx,
      actor,
      now,
      right
        ? { act: 'session.opened', subject }
        : {
            act: account.isLocked ? 'session.locked-out' : 'session.refused',
            subject,
            after: { tries: account.failedSignIns },
          },
    ),
  );
}
