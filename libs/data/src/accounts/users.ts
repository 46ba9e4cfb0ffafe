import { DomainError } from '@overturn/domain';
import type { Role } from '@overturn/domain';
import { writeAudit } from '../audit/audit.ts';
import type { Tx } from '../database/database.ts';
import { modelsOf } from '../database/models.ts';
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
  const { name, role, clientIds, teamIds, passwordHash } = wanted;
  const { userAccount, membership } = modelsOf(tx);
  await userAccount.createMany({ data: { email, name, passwordHash, createdAt: now }, skipDuplicates: true });
  const person = await userAccount.findUniqueOrThrow({ where: { email }, select: PERSON });
  const member = { organizationId: tx.organizationId, userId: person.id, role, clientIds, teamIds, createdAt: now };
  const { count } = await membership.createMany({ data: member, skipDuplicates: true });
  if (count === 0) throw new DomainError('CONFLICT', 'This person is a member already.', {});
  await writeAudit(tx, actorOf(caller), now, {
    act: 'user.created',
    subject: { kind: 'user', id: person.id },
    after: { name: person.name, email, role, clientIds, teamIds },
  });
  return { ...person, role, clientIds, teamIds };
}

const PERSON = { id: true, name: true, email: true };

export async function listUsers(tx: Tx): Promise<UserRow[]> {
  const members = await modelsOf(tx).membership.findMany({
    where: { organizationId: tx.organizationId, user: { disabledAt: null } },
    select: { role: true, clientIds: true, teamIds: true, user: { select: PERSON } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  });
  return members.map(({ user, role, ...limits }) => ({ ...user, ...limits, role: role as Role }));
}
