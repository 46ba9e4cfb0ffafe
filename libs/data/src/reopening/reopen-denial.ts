import { DomainError, reopeningRow, stageRow } from '@overturn/domain';
import type { ReopenAt } from '@overturn/domain';
import { actorOf, allows } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { writeAudit } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { postMessage, postStarts } from '../outbox/outbox.ts';
import { holdSince } from '../rules/hold-since.ts';
import { addToTimeline } from '../timeline/add-to-timeline.ts';
import { readUndecided } from './late-arrivals.ts';
import type { Undecided } from './late-arrivals.ts';

export type ReopeningDecision =
  { kind: 'reopen'; at: ReopenAt; reason: string } | { kind: 'leave-closed'; reason: string };

interface ClosedDenial {
  id: string;
  clientId: string;
  closing: boolean;
}

/** A supervisor's word on a closed denial, done at once since no workflow is there to judge it. In the lock of the denial's view. Throws NOT_ALLOWED, CONFLICT. */
export async function decideReopening(
  tx: Tx,
  now: Date,
  caller: Caller,
  denial: ClosedDenial,
  decision: ReopeningDecision,
): Promise<void> {
  const { id: denialId } = denial;
  if (!allows(caller, 'denial.reopen'))
    throw new DomainError('NOT_ALLOWED', 'Reopening is a supervisor’s decision: ask one.', { denialId });
  if (!denial.closing) throw new DomainError('CONFLICT', 'This denial is open.', { denialId });
  const late = await readUndecided(tx, denialId);
  await tx.run(sql`
    update late_arrival set decided_at = ${now}, decision = ${decision.kind === 'reopen' ? 'reopened' : 'left-closed'}
    where denial_id = ${denialId} and decided_at is null`);
  const actor = actorOf(caller);
  if (decision.kind === 'reopen') await reopen(tx, now, actor, denialId, decision.at, late);
  const act = decision.kind === 'reopen' ? 'denial.reopened' : 'denial.left-closed';
  await writeAudit(tx, actor, now, { act, subject: { kind: 'denial', id: denialId }, denialId, after: decision });
  const where = decision.kind === 'reopen' ? `Reopened at “${stageRow(decision.at).label}”.` : 'Left closed.';
  await addToTimeline(tx, now, denialId, { actor, code: act, sentence: `${where} “${decision.reason}”` });
  await draftEvent(tx, now, { kind: 'denial', clientId: denial.clientId, denialId });
}

/** One transaction: the next generation, and a start message that carries the last number released, at the named step. */
async function reopen(
  tx: Tx,
  now: Date,
  actor: Actor,
  denialId: string,
  at: ReopenAt,
  late: Undecided[],
): Promise<void> {
  const { closedAt } = (await tx.row<{ closedAt: Date | null }>(
    sql`select closed_at "closedAt" from denial_view where denial_id = ${denialId}`,
  ))!;
  await tx.run(sql`
    update denial_view set generation = generation + 1, seq = 0, taken_number = last_number, closing = false, stage = ${at},
      outcome = null, closed_at = null, updated_at = ${now}
    where denial_id = ${denialId}`);
  await tx.run(sql`delete from run_state where denial_id = ${denialId}`);
  const noticeOn = newNotice(late);
  if (at !== 'await-payment' || noticeOn) await countAnew(tx, now, actor, denialId, noticeOn);
  if (closedAt && !noticeOn) await holdSince(tx, now, denialId, closedAt);
  // what is denied again is appealed again
  await redraft(tx, denialId, noticeOn ? ['appeal-1', ...reopeningRow(at).redrafts] : reopeningRow(at).redrafts);
  await postStarts(tx, now, [denialId]);
  for (const one of late) await hear(tx, now, at, one);
}

/** Of several that deny again the earliest counts: its filing date comes first. */
const newNotice = (late: Undecided[]): string | null =>
  late.flatMap(({ noticeOn }) => noticeOn ?? []).sort()[0] ?? null;

/** Who reopens goes on with the filing: what was decided about it before counts no more, and a new notice has its own dates. */
async function countAnew(tx: Tx, now: Date, actor: Actor, denialId: string, noticeOn: string | null): Promise<void> {
  const changed = await tx.row<{ before: object; after: object }>(sql`
    update denial set notice_on = coalesce(${noticeOn}::date, notice_on),
      received_on = case when ${noticeOn}::date is null then received_on end,
      printed_deadline_on = case when ${noticeOn}::date is null then printed_deadline_on end,
      plan_deadline_on = case when ${noticeOn}::date is null then plan_deadline_on end,
      payer_terms = case when ${noticeOn}::date is null then payer_terms else '[]' end,
      filing_decided_at = null, negotiation_decided_at = null, dispute_decided_at = null, version = version + 1
    where id = ${denialId}
    returning ${DATES(sql`old`)} before, ${DATES(sql`new`)} after`);
  await writeAudit(tx, actor, now, {
    act: 'denial.dates',
    subject: { kind: 'denial', id: denialId },
    denialId,
    ...changed,
  });
}

const DATES = (row: Sql): Sql => sql`jsonb_build_object('noticeOn', ${row}.notice_on, 'receivedOn', ${row}.received_on,
  'printedDeadlineOn', ${row}.printed_deadline_on, 'planDeadlineOn', ${row}.plan_deadline_on, 'filingDecidedAt', ${row}.filing_decided_at)`;

/** Letters of before stay as they went out, under another key: what is drafted now is a letter of its own. */
async function redraft(tx: Tx, denialId: string, keys: readonly string[]): Promise<void> {
  await tx.run(sql`
    update document set key = concat(key, '/before-', (select generation from denial_view where denial_id = ${denialId}))
    where denial_id = ${denialId} and key = any(${[...keys]})`);
  if (keys.includes('appeal-1'))
    await tx.run(sql`
      update appeal set state = 'drafted', sent_on = null, document_id = null where denial_id = ${denialId} and level = 1`);
}

/** What had come too late is heard by the run that begins now. */
async function hear(tx: Tx, now: Date, at: ReopenAt, { kind, denialId, subjectId }: Undecided): Promise<void> {
  if (kind === 'remittance' && at === 'await-payment')
    await postMessage(tx, now, { denialId, kind: 'claim-attached', payload: { claimId: subjectId } });
  if (kind !== 'response') return;
  const response = await tx.row<{ outcome: string; regards: string }>(
    sql`select outcome, regards from payer_response where id = ${subjectId}`,
  );
  if (response)
    await postMessage(tx, now, { denialId, kind: 'response', payload: { inboxId: subjectId, ...response } });
}
