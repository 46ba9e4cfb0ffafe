import { dateIn } from '@overturn/domain';
import type { PathId, TaskKind } from '@overturn/domain';
import { sql } from '@overturn/data/database/database';
import { screenDenial } from '@overturn/data/denials/screen-denial';
import { readScreenRows } from '@overturn/data/denials/screen-rows';
import type { ScreenRows } from '@overturn/data/denials/screen-rows';
import type { CaseFacts, OpenTask, Told } from '@overturn/workflows/activities';
import { readDeadlines } from './deadlines.ts';
import type { CaseDeadlines } from './deadlines.ts';
import { followUpsOf, paymentChases } from './follow-ups.ts';
import { writeDeadlines } from './write-deadlines.ts';
import { isRegimeOpen } from './case-rows.ts';
import { caseLacks } from './lacks.ts';
import type { StepContext } from './step-context.ts';

/** Every date of the case as it counts now is kept with its rule, arithmetic and citation. */
export const writeDates = (context: StepContext): Promise<void> =>
  writeDeadlines(context, readDeadlines(context), followUpsOf(context));

/** The facts after a step: what the workflow may know of the case. */
export async function readFacts(context: StepContext): Promise<CaseFacts> {
  const { rows } = context;
  const deadlines = readDeadlines(context);
  const followUps = followUpsOf(context);
  const paymentChaseAt = await paymentChases(context);
  const tasks = await readTasks(context);
  const screened = await readScreenRows(context.tx, context.step.denialId);
  return {
    reviewWhy: reviewWhy(context, deadlines),
    lacks: caseLacks(rows, screened).length,
    suggestedPath: proposedPath(screened, context),
    regimeOpen: isRegimeOpen(rows),
    filings: deadlines.filings.map(({ watch }) => watch),
    followUps: Object.fromEntries(Object.entries(followUps).map(([regards, { watch }]) => [regards, watch])),
    paymentChaseAt,
    appealSent: rows.appeal?.sent_on != null,
    tasks,
    closed: rows.view.closing,
  };
}

/** As the page proposes it. */
const proposedPath = (rows: ScreenRows, { now, rules }: StepContext): PathId =>
  screenDenial(rows, dateIn(rows.denial.timeZone, now.toISOString()), rules.rules).proposed;

function reviewWhy({ rows: { denial } }: StepContext, deadlines: CaseDeadlines): CaseFacts['reviewWhy'] {
  if (deadlines.filings.some(({ watch }) => watch.state === 'unconfirmed')) return 'late';
  if (deadlines.filings.length === 0) return 'no-date';
  if (denial.suspicion) return 'suspicion';
  return denial.class_confidence === 'unsure' ? 'unsure' : null;
}

interface TaskRow {
  key: string;
  kind: TaskKind;
  remind_at: Date;
  due_at: Date;
  raise_at: Date;
  told: Told;
}

/** Those that the step opened; a run that takes up a lost one learns of all that are open. */
async function readTasks({ tx, step }: StepContext): Promise<Record<string, OpenTask>> {
  const keys = step.ops.flatMap((op) => (op.op === 'open-task' ? [op.key] : []));
  const isTakenUp = step.ops.some(({ op }) => op === 'take-up');
  if (keys.length === 0 && !isTakenUp) return {};
  const tasks = await tx.rows<TaskRow>(sql`
    select key, kind, remind_at, due_at, raise_at,
      case when raised_at is not null then 'raised' when returned_at is not null then 'returned' when reminded_at is not null then 'reminded' else 'nothing' end as told
    from task
    where denial_id = ${step.denialId} and generation = ${step.generation}
      and (key = any(${keys}) or (${isTakenUp} and state in ('open', 'claimed')))`);
  return Object.fromEntries(
    tasks.map(({ key, kind, remind_at, due_at, raise_at, told }) => [
      key,
      {
        kind,
        told,
        remindAt: remind_at.toISOString(),
        returnAt: due_at.toISOString(),
        raiseAt: raise_at.toISOString(),
      },
    ]),
  );
}
