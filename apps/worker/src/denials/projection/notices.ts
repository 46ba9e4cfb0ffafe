import { sql } from '@overturn/data/database/database';
import { jsonRows } from '@overturn/data/intake/json-rows';
import type { NewNotice, StepContext } from './step-context.ts';

/** Tells whom a step has to tell: the owner as a person, else the team; supervisors and managers by role. */
export async function writeNotices(context: StepContext): Promise<void> {
  const { tx, step, now, notices } = context;
  if (notices.length === 0) return;
  const rows = notices.map((notice, ordinal) => ({ ...addressed(context, notice), ordinal }));
  await tx.run(sql`
    with told as (
      insert into notice (organization_id, denial_id, task_id, tell, user_id, team_id, code, sentence, at, dedupe_key)
      select ${tx.organizationId}::uuid, ${step.denialId}::uuid, "taskId", tell, owner, team, code, sentence, ${now}::timestamptz, "dedupeKey"
      from jsonb_to_recordset(${jsonRows(rows)}::jsonb) as n(ordinal int, "taskId" uuid, tell text, owner uuid, team uuid, code text,
        sentence text, "dedupeKey" text)
      order by ordinal
      on conflict do nothing returning id)
    insert into live_event (organization_id, kind, denial_id, subject_id, at)
    select ${tx.organizationId}::uuid, 'notice', ${step.denialId}::uuid, id, ${now}::timestamptz from told`);
}

function addressed({ rows }: StepContext, notice: NewNotice): object {
  const owner = notice.tell === 'owner' ? rows.denial.owner_id : null;
  const tell = notice.tell === 'owner' && !owner ? 'team' : notice.tell;
  const team = tell === 'team' ? rows.denial.team_id : null;
  return { ...notice, tell, owner, team, dedupeKey: `${notice.dedupeKey}/${notice.tell}` };
}
