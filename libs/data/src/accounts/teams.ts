import { writeAudit } from '../audit/audit.ts';
import type { Tx } from '../database/database.ts';
import { modelsOf } from '../database/models.ts';
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

const SHOWN = { id: true, name: true, clientId: true, queues: true, isDefault: true };

/** Adds a team. A new default takes the flag from the old one. */
export async function addTeam(tx: Tx, now: Date, caller: Caller, wanted: Omit<TeamRow, 'id'>): Promise<TeamRow> {
  if (wanted.clientId) await checkNamed(tx, 'client', [wanted.clientId]);
  const { team } = modelsOf(tx);
  const was = wanted.isDefault
    ? await team.updateManyAndReturn({ where: { isDefault: true }, data: { isDefault: false }, select: { id: true } })
    : [];
  const row = await team.create({
    data: { ...wanted, organizationId: tx.organizationId, createdAt: now },
    select: SHOWN,
  });
  await writeAudit(tx, actorOf(caller), now, {
    act: 'team.created',
    subject: { kind: 'team', id: row.id },
    ...(was[0] && { before: { default: was[0].id } }),
    after: wanted,
  });
  return row;
}

export const listTeams = (tx: Tx): Promise<TeamRow[]> =>
  modelsOf(tx).team.findMany({ select: SHOWN, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
