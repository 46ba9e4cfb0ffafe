import { actorOf } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { prepared, sql } from '../database/database.ts';
import type { Database } from '../database/database.ts';

/** The acts stand in the statement itself: its index knows them. */
const VIEWED = { denial: sql`'denial.viewed'`, remittance: sql`'remittance.viewed'` };

/** That somebody looked at rows of patients, once for each of them, thing and hour of the clock: a page reads again and again. */
export async function noteView(
  db: Database,
  now: Date,
  caller: Caller,
  { kind, id }: { kind: keyof typeof VIEWED; id: string },
): Promise<void> {
  const act = VIEWED[kind];
  const hour = sql`date_trunc('hour', ${now}::timestamptz at time zone 'UTC')`;
  // looked for first: what conflicts would use up a number of the audit
  const statement = sql`
    insert into audit_entry (organization_id, at, actor_kind, actor_id, act, subject_kind, subject_id, denial_id)
    select ${caller.organizationId}::uuid, ${now}::timestamptz, ${actorOf(caller).kind}, ${caller.id}::text, ${act}, ${kind}, ${id}::text,
      ${kind === 'denial' ? id : null}::uuid
    where not exists (
      select from audit_entry a where a.act = ${act} and a.subject_id = ${id}::text and a.actor_id = ${caller.id}::text
        and date_trunc('hour', a.at at time zone 'UTC') = ${hour})
    on conflict do nothing`;
  await db.once(caller.organizationId, prepared(statement));
}
