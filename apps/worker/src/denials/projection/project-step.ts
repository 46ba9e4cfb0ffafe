import { sql } from '@overturn/data/database/database';
import type { Database } from '@overturn/data/database/database';
import { readClockRows } from '@overturn/data/denials/open-context';
import { draftEvent } from '@overturn/data/events/live-events';
import type { CaseFacts, Step } from '@overturn/workflows/activities';
import { readCase } from './case-rows.ts';
import { refreshFacts } from './facts.ts';
import { writeNotices } from './notices.ts';
import { applyOp } from './operations.ts';
import type { StepContext } from './step-context.ts';
import { writeTimeline } from './timeline.ts';

export interface Projected {
  facts: CaseFacts;
  /** Documents whose rendering may be asked for now that the step is committed. */
  toRender: string[];
}

/** Writes one step of a denial's workflow in one transaction; an older (generation, seq) changes nothing and answers with what stands. */
export function projectStep(database: Database, step: Step): Promise<Projected> {
  return database.forOrganization(step.organizationId, async (tx) => {
    const rows = await readCase(tx, step.denialId);
    const now = new Date(step.now);
    const clockRows = await readClockRows(tx);
    const context: StepContext = { tx, step, now, rows, clockRows, timeline: [], notices: [], toRender: [] };
    if (!isNewer(step, rows.view)) return { facts: await refreshFacts(context), toRender: [] };

    for (const op of step.ops) {
      await applyOp(context, op);
      context.rows = await readCase(tx, step.denialId);
    }
    const facts = await refreshFacts(context);
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

const isNewer = (step: Step, view: { generation: number; seq: number }): boolean =>
  step.generation > view.generation || (step.generation === view.generation && step.seq > view.seq);
