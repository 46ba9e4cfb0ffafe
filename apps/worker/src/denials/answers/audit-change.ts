import { writeAudit } from '@overturn/data/audit/audit';
import type { Actor } from '@overturn/data/audit/audit';
import { sql } from '@overturn/data/database/database';
import type { StepContext } from '../projection/step-context.ts';

type Facts = Record<string, unknown>;

/** Does what may change facts of the denial, and keeps in the audit which of them changed, from what to what. */
export async function auditChange(context: StepContext, actor: Actor, change: () => Promise<unknown>): Promise<void> {
  const { tx, step, now } = context;
  const before = await factsOf(context);
  await change();
  const after = await factsOf(context);
  const changed = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (changed.length === 0) return;
  const pick = (facts: Facts): Facts => Object.fromEntries(changed.map((name) => [name, facts[name]]));
  await writeAudit(tx, actor, now, {
    act: 'denial.changed',
    subject: { kind: 'denial', id: step.denialId },
    denialId: step.denialId,
    before: pick(before),
    after: pick(after),
  });
}

const factsOf = async ({ tx, step }: StepContext): Promise<Facts> =>
  (await tx.row<{ facts: Facts }>(sql`select to_jsonb(d) - 'version' facts from denial d where id = ${step.denialId}`))!
    .facts;
