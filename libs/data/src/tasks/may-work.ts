import { rolesUpTo } from '@overturn/domain';
import type { Caller } from '../accounts/caller.ts';
import { ofClients } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Sql } from '../database/database.ts';

type Worker = Pick<Caller, 'role' | 'clientIds' | 'teamIds'>;

/** What of `task t` this caller may see. */
export const maySee = (caller: Caller): Sql => ofClients(caller, sql`t.client_id`);

/** What of `task t` this person or key may do: by role, clients and teams. */
export const mayWork = (caller: Caller): Sql =>
  sql`t.role = any(${rolesUpTo(caller.role)}) and ${maySee(caller)} and ${ofTeams(caller)}`;

const ofTeams = ({ teamIds }: Worker): Sql =>
  teamIds.length === 0 ? sql`true` : sql`t.team_id = any(${teamIds}::uuid[])`;
