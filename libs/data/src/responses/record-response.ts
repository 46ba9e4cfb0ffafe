import { randomUUID } from 'node:crypto';
import type { ResponseBody, ResponseView } from '@overturn/contracts';
import { dateIn, DomainError } from '@overturn/domain';
import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { checkNamed } from '../accounts/named-rows.ts';
import { writeAudit } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Sql, Tx } from '../database/database.ts';
import { badFacts } from '../denials/dated-facts.ts';
import { findDenial } from '../denials/find-denial.ts';
import { draftEvent } from '../events/live-events.ts';
import { postMessage } from '../outbox/outbox.ts';
import { keepLateArrival } from '../reopening/late-arrivals.ts';

type Row = Omit<ResponseView, 'repeated'> & { denialId: string };

const COLUMNS: Sql = sql`id, denial_id "denialId", outcome, regards, answered_on "answeredOn"`;

/**
 * Takes what a payer answered into the inbox and tells the denial's workflow. The sender's id makes it arrive once: the
 * same again answers the same, `repeated`; for a closed denial it is kept as a decision to reopen.
 */
export async function recordResponse(
  tx: Tx,
  now: Date,
  caller: Caller,
  denialId: string,
  body: ResponseBody,
): Promise<ResponseView> {
  // locked first: a run that closes at this moment hears of it, or this hears of the close
  await tx.run(sql`select from denial_view where denial_id = ${denialId} for update`);
  const denial = await findDenial(tx, caller, denialId);
  const known = body.externalId === undefined ? undefined : await findResponse(tx, denialId, body.externalId);
  if (known) return viewOf(known, true);
  const todayOn = await today(tx, now);
  if ((body.answeredOn ?? todayOn) > todayOn)
    throw badFacts(['answeredOn'], 'This day is yet to come. Give the day on which the payer answered.');
  if (body.fileId) await checkNamed(tx, 'file', [body.fileId]);
  const regards = body.regards ?? (denial.stage === 'await-appeal' ? 'appeal' : 'exception');
  const externalId = body.externalId ?? `api/${randomUUID()}`;
  const row = await tx.row<Row>(sql`
    insert into payer_response (organization_id, denial_id, external_id, regards, outcome, answered_on, benefit_level, reference,
      printed_deadline_on, wording, file_id, actor, created_at)
    values (${tx.organizationId}, ${denialId}, ${externalId}, ${regards}, ${body.outcome}, ${body.answeredOn ?? todayOn},
      ${body.benefitLevel ?? null}, ${body.reference ?? null}, ${body.printedDeadlineOn ?? null}, ${body.wording ?? null}, ${body.fileId ?? null},
      ${JSON.stringify(actorOf(caller))}::jsonb, ${now})
    on conflict (organization_id, external_id) do nothing returning ${COLUMNS}`);
  if (!row) return viewOf((await findResponse(tx, denialId, externalId))!, true); // the same answer came at the same moment
  if (denial.closing) await keepLate(tx, now, caller, denialId, row);
  else
    await postMessage(tx, now, {
      denialId,
      kind: 'response',
      payload: { inboxId: row.id, outcome: row.outcome, regards },
    });
  await writeAudit(tx, actorOf(caller), now, {
    act: 'response.recorded',
    subject: { kind: 'response', id: row.id },
    denialId,
    after: { outcome: body.outcome, regards, answeredOn: row.answeredOn },
  });
  await draftEvent(tx, now, { kind: 'denial', clientId: denial.clientId, denialId, subjectId: row.id });
  return viewOf(row, false);
}

const keepLate = (tx: Tx, now: Date, caller: Caller, denialId: string, { id, regards, outcome }: Row): Promise<void> =>
  keepLateArrival(tx, now, actorOf(caller), {
    denialId,
    kind: 'response',
    subjectId: id,
    sentence: `The payer answered on the ${regards} after this denial was closed: ${outcome.replaceAll('-', ' ')}.`,
  });

const viewOf = ({ denialId: _, ...row }: Row, repeated: boolean): ResponseView => ({ ...row, repeated });

async function findResponse(tx: Tx, denialId: string, externalId: string): Promise<Row | undefined> {
  const row = await tx.row<Row>(sql`
    select ${COLUMNS} from payer_response where organization_id = ${tx.organizationId} and external_id = ${externalId}`);
  if (row && row.denialId !== denialId)
    throw new DomainError('CONFLICT', 'This externalId came before, for another denial.', { denialId: row.denialId });
  return row;
}

async function today(tx: Tx, now: Date): Promise<string> {
  const row = await tx.row<{ zone: string }>(
    sql`select time_zone zone from organization where id = ${tx.organizationId}`,
  );
  return dateIn(row!.zone, now.toISOString());
}
