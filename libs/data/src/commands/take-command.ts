import type { CommandBody, CommandView } from '@overturn/contracts';
import { DomainError, whyNot } from '@overturn/domain';
import type { DenialAction, PathId } from '@overturn/domain';
import { actorOf, allows } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { changeFacts } from '../denials/change-facts.ts';
import { findDenial } from '../denials/find-denial.ts';
import type { FoundDenial } from '../denials/find-denial.ts';
import { refusePath } from '../denials/refuse-path.ts';
import { draftEvent } from '../events/live-events.ts';
import { postMessage } from '../outbox/outbox.ts';
import { decideReopening } from '../reopening/reopen-denial.ts';
import { refuseKeys } from '../rules/refuse-keys.ts';

type CommandRow = Omit<CommandView, 'createdAt' | 'decidedAt'> & { createdAt: Date; decidedAt: Date | null };

const COLUMNS: Sql = sql`id, kind, state, reason, created_at "createdAt", decided_at "decidedAt"`;

const viewOf = ({ createdAt, decidedAt, ...row }: CommandRow): CommandView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
});

/**
 * Takes a command: reopening a closed denial is done at once, since no workflow is there to judge it; all else is queued.
 * Throws what `queueForWorkflow` and `decideReopening` throw.
 */
export async function takeCommand(
  tx: Tx,
  now: Date,
  caller: Caller,
  denialId: string,
  body: CommandBody,
  version: number | undefined,
): Promise<CommandView> {
  await tx.run(sql`select from denial_view where denial_id = ${denialId} for update`);
  const denial = await findDenial(tx, caller, denialId);
  if (body.kind !== 'reopen' && body.kind !== 'leave-closed')
    return queueForWorkflow(tx, now, caller, denial, body, version);
  await decideReopening(tx, now, caller, denial, body);
  return viewOf(await insertCommand(tx, now, caller, denialId, body, 'applied'));
}

/**
 * Queues a command for the denial's workflow, which has the last word. Throws DENIAL_CLOSED, CONFLICT and BAD_INPUT for a
 * path that may not be chosen at this step, or not be taken, and CHANGED_MEANWHILE when `version` is given and somebody
 * changed the facts since: all that the row itself can decide.
 */
async function queueForWorkflow(
  tx: Tx,
  now: Date,
  caller: Caller,
  denial: FoundDenial,
  body: CommandBody,
  version: number | undefined,
): Promise<CommandView> {
  const denialId = denial.id;
  if (denial.closing) throw new DomainError('DENIAL_CLOSED', 'The denial is closed.', { denialId });
  if (version !== undefined && version !== denial.version)
    throw new DomainError('CHANGED_MEANWHILE', 'Somebody changed this denial meanwhile. Look at it again.', {
      denialId,
      version: denial.version,
    });
  if (body.kind === 'change-fact' && body.facts.payerDates) refuseLater(caller, denialId);
  if (body.kind === 'choose-path') {
    refuseStage('choosePath', denial);
    await refusePath(tx, now, caller, denialId, body.path as PathId, body.reason);
  }
  const changed = body.kind === 'change-fact' ? await changeFacts(tx, now, denialId, body.facts) : undefined;
  const { kind, ...payload } = body;
  const row = await insertCommand(tx, now, caller, denialId, body, 'queued');
  await postMessage(tx, now, {
    denialId,
    kind: 'command',
    payload: { commandId: row.id, kind, ...(kind === 'choose-path' && { path: body.path }) },
  });
  await writeAudit(tx, actorOf(caller), now, {
    act: `command.${kind}`,
    subject: { kind: 'command', id: row.id },
    denialId,
    ...(changed ?? { after: payload }),
  });
  await draftEvent(tx, now, { kind: 'command', clientId: denial.clientId, denialId, subjectId: row.id });
  return viewOf(row);
}

/** Throws CONFLICT: what must come first, like the verification of the network, is not passed over. */
function refuseStage(action: DenialAction, { id, stage }: FoundDenial): void {
  const sentence = whyNot(action, { stage });
  if (sentence) throw new DomainError('CONFLICT', sentence, { denialId: id });
}

/** A later filing date is a supervisor's to take, and no key's. Throws NOT_ALLOWED. */
function refuseLater(caller: Caller, denialId: string): void {
  refuseKeys(caller);
  if (!allows(caller, 'task.supervise'))
    throw new DomainError('NOT_ALLOWED', 'A later filing date is a supervisor’s to take: ask one.', { denialId });
}

async function insertCommand(
  tx: Tx,
  now: Date,
  caller: Caller,
  denialId: string,
  { kind, ...payload }: CommandBody,
  state: 'queued' | 'applied',
): Promise<CommandRow> {
  const row = await tx.row<CommandRow>(sql`
    insert into command (organization_id, denial_id, kind, payload, state, actor, created_at, decided_at)
    values (${tx.organizationId}, ${denialId}, ${kind}, ${JSON.stringify(payload)}::jsonb, ${state}, ${JSON.stringify(actorOf(caller))}::jsonb, ${now},
      ${state === 'applied' ? now : null})
    returning ${COLUMNS}`);
  return row!;
}

export async function listCommands(tx: Tx, caller: Caller, denialId: string): Promise<CommandView[]> {
  await findDenial(tx, caller, denialId);
  const rows = await tx.rows<CommandRow>(
    sql`select ${COLUMNS} from command where denial_id = ${denialId} order by created_at desc, id desc limit 200`,
  );
  return rows.map(viewOf);
}
