import type { CompletedTaskView, CompleteTaskBody } from '@overturn/contracts';
import { dateIn, DomainError, sayDate, taskKindRow, validateAnswer } from '@overturn/domain';
import type { Answer, PathId, TaskKind } from '@overturn/domain';
import { personId } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { checkNamed } from '../accounts/named-rows.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { proposedPath, refusePath } from '../denials/refuse-path.ts';
import { approveDocument } from '../documents/approve-document.ts';
import { postMessage } from '../outbox/outbox.ts';
import { checkMay } from './assign-task.ts';
import { maySee, mayWork } from './may-work.ts';
import { readTask } from './read-task.ts';
import { refuseTask } from './refuse-task.ts';
import { tellTask } from './tell-task.ts';
import type { TouchedTask } from './tell-task.ts';

/** A person may take an answer back for so long; a key means what it says. */
export const UNDO_SECONDS = 8;

interface Completed extends TouchedTask {
  key: string;
  before: string;
}

/**
 * Completes a task with its answer and hands it to the denial's workflow, held for a moment when a person did it. An open
 * task may be completed by anyone who may do it. Throws BAD_INPUT by field, TASK_TAKEN and TASK_NOT_OPEN with who,
 * CHANGED_MEANWHILE and CONFLICT of a letter that cannot be approved as it is.
 */
export async function completeTask(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  body: CompleteTaskBody,
): Promise<CompletedTaskView> {
  const asked = await tx.row<{ kind: TaskKind; denialId: string; timeZone: string; noticeOn: string | null }>(sql`
    select t.kind, t.denial_id "denialId", o.time_zone "timeZone", d.notice_on "noticeOn"
    from task t join organization o on o.id = t.organization_id join denial d on d.id = t.denial_id
    where t.id = ${id} and t.state in ('open', 'claimed') and ${maySee(caller)}`);
  if (!asked) return refuseTask(tx, caller, id);
  const answer = validateAnswer(asked.kind, body.outcome, body.answer, dateIn(asked.timeZone, now.toISOString()));
  checkProof(answer, asked.noticeOn);
  if (asked.kind === 'choose-path' && answer.fields['path'] !== undefined)
    await refusePath(
      tx,
      now,
      caller,
      asked.denialId,
      answer.fields['path'] as PathId,
      String(answer.fields['reason'] ?? ''),
    );
  await checkNamed(tx, 'file', namedIn(answer, 'file'));
  for (const person of namedIn(answer, 'person')) await checkMay(tx, id, person);
  // What releases a message locks the denial first; whoever releases in this very act does so in the same order.
  if (caller.kind === 'key') await tx.run(sql`select from denial_view where denial_id = ${asked.denialId} for update`);
  const task = (await settle(tx, now, caller, id, answer)) ?? (await refuseTask(tx, caller, id));
  if (asked.kind === 'review-packet' && answer.outcome === 'approved')
    await approveDocument(tx, now, caller, id, body.documentVersion);
  const undoUntil = caller.kind === 'person' ? new Date(now.getTime() + UNDO_SECONDS * 1000) : undefined;
  const messageId = await postMessage(tx, now, {
    denialId: task.denialId,
    kind: 'task-completed',
    taskId: id,
    payload: payloadOf(id, task.key, answer, await pathOf(tx, now, asked.denialId, answer)),
    ...(undoUntil && { notBefore: undoUntil }),
  });
  await tellTask(tx, now, caller, task, {
    act: 'task.completed',
    before: { state: task.before },
    after: { state: 'completed', by: caller.name, outcome: answer.outcome, answer: answer.fields },
  });
  return { task: await readTask(tx, caller, id), messageId, undoUntil: undoUntil?.toISOString() ?? null };
}

/** What left before the notice answered something else: a filing it would not be. */
function checkProof({ fields: { sentOn } }: Answer, noticeOn: string | null): void {
  if (typeof sentOn !== 'string' || noticeOn === null || sentOn >= noticeOn) return;
  const sentence = `The notice is of ${sayDate(noticeOn)}: what answers it was sent on that day or later.`;
  throw new DomainError('BAD_INPUT', sentence, { fields: { sentOn: sentence } });
}

/** The compare-and-set that decides every race. */
function settle(
  tx: Tx,
  now: Date,
  caller: Caller,
  id: string,
  { outcome, fields }: Answer,
): Promise<Completed | undefined> {
  return tx.row<Completed>(sql`
    update task t set state = 'completed', outcome = ${outcome}, answer = ${JSON.stringify(fields)}::jsonb, completed_at = ${now},
      completed_by = ${personId(caller)}, completed_by_key = ${caller.kind === 'key' ? caller.id : null},
      assignee_id = ${caller.id}, snoozed_until = null, version = t.version + 1
    from (select id, state from task where id = ${id} for update) before
    where t.id = before.id and (t.state = 'open' or (t.state = 'claimed' and t.assignee_id = ${caller.id})) and ${mayWork(caller)}
    returning t.id, t.denial_id "denialId", t.client_id "clientId", t.key, before.state before`);
}

/** What is confirmed is what is proposed at this moment, whatever is learnt before the workflow hears of it. */
const pathOf = async (tx: Tx, now: Date, denialId: string, { kind, outcome, fields }: Answer): Promise<unknown> =>
  kind === 'choose-path' && outcome === 'confirmed' ? proposedPath(tx, now, denialId) : fields['path'];

/** Ids and small enums only: this crosses into Temporal. */
function payloadOf(
  taskId: string,
  key: string,
  { kind, outcome, fields }: Answer,
  path: unknown,
): Record<string, unknown> {
  return {
    taskId,
    key,
    outcome,
    ...(kind === 'rescue' && fields['next'] !== undefined && { next: fields['next'] }),
    ...(kind === 'choose-path' && path !== undefined && { path }),
  };
}

/** Every stored file, or every person, that the answer names. */
function namedIn({ kind, fields }: Answer, what: 'file' | 'person'): string[] {
  return taskKindRow(kind)
    .fields.filter((field) => field.type === what)
    .flatMap((field) => (fields[field.name] ?? []) as string | string[]);
}
