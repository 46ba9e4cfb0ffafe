import { outcomeRow, taskKindRow } from '@overturn/domain';
import type { TaskKind } from '@overturn/domain';
import type { Actor } from '@overturn/data/audit/audit';
import { sql } from '@overturn/data/database/database';
import type { Op } from '@overturn/workflows/activities';
import type { StepContext } from '../projection/step-context.ts';
import { auditChange } from './audit-change.ts';
import { EFFECTS } from './effects.ts';
import { learnFacts } from './learn-facts.ts';

export interface AnsweredTask {
  id: string;
  kind: TaskKind;
  key: string;
  outcome: string;
  answer: Record<string, unknown>;
  completed_by: string | null;
  completed_by_key: string | null;
  completed_at: Date;
  context: Record<string, unknown>;
  person: string | null;
}

/** An answered task takes effect on facts, evidence, packets and appeals: only now, so that an undo has nothing to take back. */
export async function applyAnswer(
  context: StepContext,
  { taskId }: Extract<Op, { op: 'apply-answer' }>,
): Promise<void> {
  const task = await context.tx.row<AnsweredTask>(sql`
    select t.id, t.kind, t.key, t.outcome, coalesce(t.answer, '{}'::jsonb) as answer, t.completed_by, t.completed_by_key, t.completed_at, t.context,
           a.after ->> 'by' as person
    from task t left join lateral (
      select after from audit_entry e where e.subject_kind = 'task' and e.subject_id = t.id::text and e.act = 'task.completed' order by e.id desc limit 1) a on true
    where t.id = ${taskId} and t.state = 'completed'`);
  if (!task) return;
  const actor = actorOf(task);
  const effect = EFFECTS[task.kind];
  if (effect) await auditChange(context, actor, () => effect(context, task, actor));
  const label = outcomeRow(task.kind, task.outcome)?.label ?? task.outcome;
  context.timeline.push({
    actor,
    code: `task.completed.${task.kind}.${task.outcome}`,
    sentence: `${taskKindRow(task.kind).title}: ${label.toLowerCase()}.${reasonIn(task.answer)}`,
  });
  await learnFacts(context, task, actor);
}

function actorOf(task: AnsweredTask): Actor {
  const kind = task.completed_by ? 'person' : 'key';
  return {
    kind,
    id: task.completed_by ?? task.completed_by_key,
    name: task.person ?? (kind === 'key' ? 'API key' : 'Staff'),
  };
}

function reasonIn(answer: Record<string, unknown>): string {
  const said = answer['reason'] ?? answer['remarks'] ?? answer['note'] ?? answer['wording'];
  return typeof said === 'string' && said !== '' ? ` “${said}”` : '';
}
