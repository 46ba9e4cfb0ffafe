import { sql } from '@overturn/data/database/database';
import { draftEvent } from '@overturn/data/events/live-events';
import type { NewNotice, StepContext } from './step-context.ts';

/** Tells whom a step has to tell: the owner as a person, else the team; supervisors and managers by role. */
export async function writeNotices(context: StepContext): Promise<void> {
  for (const notice of context.notices) await writeNotice(context, notice);
}

async function writeNotice({ tx, step, now, rows }: StepContext, notice: NewNotice): Promise<void> {
  const owner = notice.tell === 'owner' ? rows.denial.owner_id : null;
  const tell = notice.tell === 'owner' && !owner ? 'team' : notice.tell;
  const team = tell === 'team' ? rows.denial.team_id : null;
  const row = await tx.row<{ id: string }>(sql`
    insert into notice (organization_id, denial_id, task_id, tell, user_id, team_id, code, sentence, at, dedupe_key)
    values (${tx.organizationId}, ${step.denialId}, ${notice.taskId ?? null}, ${tell}, ${owner}, ${team}, ${notice.code},
            ${notice.sentence}, ${now}, ${`${notice.dedupeKey}/${notice.tell}`})
    on conflict do nothing returning id`);
  if (row) await draftEvent(tx, now, { kind: 'notice', denialId: step.denialId, subjectId: row.id });
}
