import { addBusinessDays } from '@overturn/domain/dates/business-days';
import { startOfBusinessDay } from '@overturn/domain/dates/instants';
import type { Instant, WorkCalendar } from '@overturn/domain/dates/instants';
import { writeAudit } from '../audit/audit.ts';
import type { Actor } from '../audit/audit.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';
import { addToTimeline } from '../timeline/add-to-timeline.ts';

export interface LateArrival {
  denialId: string;
  kind: 'remittance' | 'response' | 'message';
  /** The claim, the payer's answer or the message. */
  subjectId: string;
  sentence: string;
  /** Of a claim that was denied again. */
  noticeOn?: string | null;
}
/** One that nobody has decided yet. */
export interface Undecided {
  id: string;
  denialId: string;
  kind: LateArrival['kind'];
  subjectId: string;
  sentence: string;
  noticeOn: string | null;
  arrivedAt: Date;
}

/** Keeps what came for a denial after its close and tells a supervisor: nobody but a person reopens it. In the lock of the denial's view. */
export async function keepLateArrival(tx: Tx, now: Date, actor: Actor, late: LateArrival): Promise<void> {
  const { denialId, kind, subjectId, sentence } = late;
  const row = await tx.row<{ id: string }>(sql`
    insert into late_arrival (organization_id, denial_id, kind, subject_id, sentence, notice_on, arrived_at, told_on)
    select ${tx.organizationId}, ${denialId}, ${kind}, ${subjectId}, ${sentence}, ${late.noticeOn ?? null}, ${now},
      (${now}::timestamptz at time zone time_zone)::date
    from organization where id = ${tx.organizationId}
    on conflict (denial_id, subject_id) do nothing returning id`);
  if (!row) return;
  await writeAudit(tx, actor, now, {
    act: 'denial.late-arrival',
    subject: { kind, id: subjectId },
    denialId,
    after: { kind },
  });
  await addToTimeline(tx, now, denialId, { actor, code: `late-arrival.${kind}`, sentence });
  await tellLateArrival(tx, now, { id: row.id, denialId, sentence }, ['supervisor']);
}

/** When an arrival that nobody decided is said again: the start of the next business day. */
export const tellAgainAt = (toldOn: string, calendar: WorkCalendar): Instant =>
  startOfBusinessDay(addBusinessDays(toldOn, 1, calendar), calendar);

/** Tells these roles once a day and arrival. */
export async function tellLateArrival(
  tx: Tx,
  now: Date,
  { id, denialId, sentence }: Pick<Undecided, 'id' | 'denialId' | 'sentence'>,
  roles: readonly ('supervisor' | 'manager')[],
): Promise<void> {
  await tx.run(sql`
    insert into notice (organization_id, denial_id, tell, code, sentence, at, dedupe_key)
    select ${tx.organizationId}, ${denialId}, tell, 'late-arrival', ${`${sentence} Reopen it or leave it closed.`}, ${now},
      concat('late/', ${id}::text, '/', (select told_on from late_arrival where id = ${id}), '/', tell)
    from unnest(${[...roles]}::text[]) tell
    on conflict do nothing`);
  await draftEvent(tx, now, { kind: 'notice', denialId });
}

/** What came after the close and waits for a decision, the oldest first. */
export const readUndecided = (tx: Tx, denialId: string): Promise<Undecided[]> =>
  tx.rows<Undecided>(sql`
    select id, denial_id "denialId", kind, subject_id "subjectId", sentence, notice_on "noticeOn", arrived_at "arrivedAt"
    from late_arrival where denial_id = ${denialId} and decided_at is null order by arrived_at, id`);
