import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { actorOf } from './caller.ts';
import type { Caller } from './caller.ts';
import { checkNamed } from './named-rows.ts';

export interface TeamRow {
  id: string;
  name: string;
  /** Null: works for every client. */
  clientId: string | null;
  /** Empty: every queue. */
  queues: string[];
  isDefault: boolean;
}

const COLUMNS = sql`id, name, client_id "clientId", queues, is_default "isDefault"`;

/** Adds a team. A new default takes the flag from the old one. */
export async function addTeam(tx: Tx, now: Date, caller: Caller, wanted: Omit<TeamRow, 'id'>): Promise<TeamRow> {
  if (wanted.clientId) await checkNamed(tx, 'client', [wanted.clientId]);
  const was = wanted.isDefault ? await takeDefault(tx) : undefined;
  const row = await tx.row<TeamRow>(sql`
    insert into team (organization_id, client_id, name, queues, is_default, created_at)
    values (${tx.organizationId}, ${wanted.clientId}, ${wanted.name}, ${wanted.queues}, ${wanted.isDefault}, ${now}) returning ${COLUMNS}`);
  await writeAudit(tx, actorOf(caller), now, {
    act: 'team.created',
    subject: { kind: 'team', id: row!.id },
    ...(was && { before: { default: was.id } }),
    after: wanted,
  });
  return row!;
}

const takeDefault = (tx: Tx): Promise<{ id: string } | undefined> =>
  tx.row(
    sql`update team set is_default = false where organization_id = ${tx.organizationId} and is_default returning id`,
  );

export const listTeams = (tx: Tx): Promise<TeamRow[]> => tx.rows(sql`select ${COLUMNS} from team order by name, id`);
