import { DomainError } from '@overturn/domain';
import type { Role } from '@overturn/domain';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { actorOf } from './caller.ts';
import type { Caller } from './caller.ts';
import { checkNamed } from './named-rows.ts';

export interface UserRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  clientIds: string[];
  teamIds: string[];
}

export interface NewUser extends Omit<UserRow, 'id'> {
  passwordHash: string;
}

/** Adds a person. One whose e-mail is known from another organization keeps name and password and becomes a member here too. */
export async function addUser(tx: Tx, now: Date, caller: Caller, wanted: NewUser): Promise<UserRow> {
  await checkNamed(tx, 'client', wanted.clientIds);
  await checkNamed(tx, 'team', wanted.teamIds);
  const email = wanted.email.toLowerCase();
  await tx.run(sql`
    insert into user_account (email, name, password_hash, created_at)
    values (${email}, ${wanted.name}, ${wanted.passwordHash}, ${now}) on conflict (email) do nothing`);
  const added = await tx.run(sql`
    insert into membership (organization_id, user_id, role, client_ids, team_ids, created_at)
    select ${tx.organizationId}, id, ${wanted.role}, ${wanted.clientIds}, ${wanted.teamIds}, ${now}
    from user_account where email = ${email} on conflict (organization_id, user_id) do nothing`);
  if (added === 0) throw new DomainError('CONFLICT', 'This person is a member already.', {});
  const row = await tx.row<UserRow>(sql`${SELECT} where u.email = ${email}`);
  const { role, clientIds, teamIds } = wanted;
  const { name } = row!;
  await writeAudit(tx, actorOf(caller), now, {
    act: 'user.created',
    subject: { kind: 'user', id: row!.id },
    after: { name, email, role, clientIds, teamIds },
  });
  return row!;
}

const SELECT = sql`
  select u.id, u.name, u.email, m.role, m.client_ids "clientIds", m.team_ids "teamIds"
  from membership m join user_account u on u.id = m.user_id`;

export const listUsers = (tx: Tx): Promise<UserRow[]> =>
  tx.rows(sql`${SELECT} where u.disabled_at is null order by u.name, u.id`);
