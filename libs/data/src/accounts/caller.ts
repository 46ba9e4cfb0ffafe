import { may, PERMISSIONS } from '@overturn/domain';
import type { Permission, Role } from '@overturn/domain';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Sql } from '../database/database.ts';

/** Who asks: a person with a session, or an API key; always inside one organization. */
export interface Caller {
  kind: 'person' | 'key';
  id: string;
  name: string;
  organizationId: string;
  role: Role;
  /** Empty: every client. */
  clientIds: readonly string[];
  /** Empty: every team. */
  teamIds: readonly string[];
  /** The key of the installation: every permission, in the organizations that it made. */
  isBootstrap: boolean;
}

export const actorOf = ({ kind, id, name }: Caller): Actor => ({ kind, id, name });

export const allows = (caller: Caller, permission: Permission): boolean =>
  caller.isBootstrap || may(caller.role, permission);

export const permissionsOf = (caller: Caller): Permission[] => PERMISSIONS.filter((one) => allows(caller, one));

/** Rows carry the user id of a person only. */
export const personId = ({ kind, id }: Caller): string | null => (kind === 'person' ? id : null);

/** Narrows a statement to the caller's clients; the column is the client's id. */
export const ofClients = (caller: Caller, column: Sql): Sql =>
  caller.clientIds.length === 0 ? sql`true` : sql`${column} = any(${caller.clientIds}::uuid[])`;
