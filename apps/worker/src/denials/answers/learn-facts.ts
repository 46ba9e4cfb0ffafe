import { dateIn, taskKindRow } from '@overturn/domain';
import { factsLearnt, isLearntIn } from '@overturn/domain/screening/told-facts';
import type { Actor } from '@overturn/data/audit/audit';
import { readScreenRows } from '@overturn/data/denials/screen-rows';
import { wordIn } from '@overturn/data/denials/known-values';
import { keepScreeningFacts } from '@overturn/data/screening-facts/keep-screening-facts';
import type { StepContext } from '../projection/step-context.ts';
import type { AnsweredTask } from './apply-answer.ts';

/** What a task's form learnt beside what it asked is kept as any answer to an open question. */
export async function learnFacts(
  { tx, step, now, timeline }: StepContext,
  { kind, outcome, answer, completed_at }: AnsweredTask,
  actor: Actor,
): Promise<void> {
  if (!isLearntIn(kind)) return;
  const { told, denial } = await readScreenRows(tx, step.denialId);
  const facts = factsLearnt(kind, outcome, answer, told);
  const toldOn =
    wordIn(answer, 'checkedOn') ?? wordIn(answer, 'contactedOn') ?? dateIn(denial.timeZone, completed_at.toISOString());
  timeline.push(
    ...(await keepScreeningFacts(tx, now, actor, step.denialId, facts, {
      saidBy: wordIn(answer, 'representative') ?? null,
      toldOn,
      source: `Task “${taskKindRow(kind).title}”`,
    })),
  );
}
