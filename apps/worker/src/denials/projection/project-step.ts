import { preparing, sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';
import { draftEvent } from '@overturn/data/events/live-events';
import { holdRules, readRules } from '@overturn/data/rules/read-rules';
import type { CaseFacts, Step } from '@overturn/workflows/activities';
import { ApplicationFailure } from '@temporalio/common';
import { lockCase, readCase } from './case-rows.ts';
import { readFacts, writeDates } from './facts.ts';
import { writeNotices } from './notices.ts';
import { applyOp } from './operations.ts';
import type { StepContext } from './step-context.ts';
import { writeTimeline } from './timeline.ts';

export interface Projected {
  facts: CaseFacts;
  /** Documents whose rendering may be asked for now that the step is committed. */
  toRender: string[];
}

/**
 * Writes one step of a denial's workflow in one transaction; the same step again changes nothing and answers with what stands.
 * Throws for a step of a run that the denial went on without: that run ends, and the reconciler starts one that knows all.
 */
export function projectStep(database: Database, step: Step): Promise<Projected> {
  return database.forOrganization(step.organizationId, async (plain) => {
    const tx = preparing(plain);
    await lockCase(tx, step.denialId);
    await holdRules(tx);
    const rows = await readCase(tx, step.denialId);
    const now = new Date(step.now);
    const rules = await readRules(tx, step.denialId);
    const context: StepContext = { tx, step, now, rows, rules, timeline: [], notices: [], toRender: [] };
    if (isOlder(step, rows.view)) throw ApplicationFailure.nonRetryable(WITHOUT_IT, 'StaleRun');
    if (isSame(step, rows.view)) return { facts: await readFacts(context), toRender: [] };

    for (const op of step.ops) await applyOp(context, op);
    const facts = await readFacts(context);
    if (!context.rows.view.closing) await writeDates(context);
    await writeTimeline(context);
    await writeNotices(context);
    await tx.run(sql`
      update denial_view set generation = ${step.generation}, seq = ${step.seq}, taken_number = ${step.lastNumber}, updated_at = ${now} where denial_id = ${step.denialId}`);
    await tx.run(sql`
      insert into run_state (denial_id, organization_id, state) values (${step.denialId}, ${tx.organizationId}, ${JSON.stringify(step.carried)}::jsonb)
      on conflict (denial_id) do update set state = excluded.state`);
    await draftEvent(tx, now, { kind: 'denial', denialId: step.denialId, clientId: rows.denial.client_id });
    return { facts, toRender: context.toRender };
  });
}

const WITHOUT_IT = 'The denial went on without this run.';

interface Written {
  generation: number;
  seq: number;
}
const isSame = (step: Step, view: Written): boolean => step.generation === view.generation && step.seq === view.seq;
const isOlder = (step: Step, view: Written): boolean =>
  step.generation < view.generation || (step.generation === view.generation && step.seq < view.seq);
