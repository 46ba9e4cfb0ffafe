import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from '@overturn/data/database/database';
import type { Tx } from '@overturn/data/database/database';
import { readRules } from '@overturn/data/rules/read-rules';
import type { Op } from '@overturn/workflows/activities';
import { readCase } from '../../apps/worker/src/denials/projection/case-rows.ts';
import { applyOp } from '../../apps/worker/src/denials/projection/operations.ts';
import type { StepContext } from '../../apps/worker/src/denials/projection/step-context.ts';
import { generated } from './intake-files.ts';
import { IntakeGround } from './intake-ground.ts';

let ground: IntakeGround;
beforeAll(async () => {
  ground = await IntakeGround.open();
}, 120_000);
afterAll(() => ground.close());

const ACTOR = JSON.stringify({ kind: 'system', id: null, name: 'A test' });

/** What answers and messages refer to, written as the api writes it. */
async function prepare(tx: Tx, denialId: string, now: Date): Promise<Record<'task' | 'response' | 'command', string>> {
  const task = await tx.row<{ id: string }>(sql`
    update task set state = 'completed', outcome = 'out-of-network', answer = '{"source": "directory"}', completed_at = ${now}
    where denial_id = ${denialId} and key = 'answered' returning id`);
  const response = await tx.row<{ id: string }>(sql`
    insert into payer_response (organization_id, denial_id, external_id, regards, outcome, answered_on, benefit_level, actor, created_at)
    values (${tx.organizationId}, ${denialId}, 'letter-1', 'exception', 'approved', ${now}, 'in-network', ${ACTOR}::jsonb, ${now}) returning id`);
  const command = await tx.row<{ id: string }>(sql`
    insert into command (organization_id, denial_id, kind, payload, state, actor, created_at)
    values (${tx.organizationId}, ${denialId}, 'withdraw', '{}', 'queued', ${ACTOR}::jsonb, ${now}) returning id`);
  return { task: task!.id, response: response!.id, command: command!.id };
}

const ask = (key: string): Op => ({ op: 'open-task', key, kind: 'verify-network', why: 'opened', giveTo: 'queue' });

it('after every operation a step goes on with the case as it then stands', async () => {
  const organization = await ground.newOrganization();
  await ground.import(organization, generated(1, 1, ground.today));
  const [denial] = await ground.rows<{ id: string; claimId: string }>(
    organization,
    sql`select id, claim_id "claimId" from denial`,
  );
  const { id: denialId, claimId } = denial!;
  const now = ground.now();
  const taken: string[] = [];
  await ground.engine.forOrganization(organization.id, async (tx) => {
    const step = {
      denialId,
      organizationId: organization.id,
      generation: 1,
      seq: 1,
      lastNumber: 0,
      now: now.toISOString(),
      ops: [],
      carried: {},
    };
    const context: StepContext = {
      tx,
      step,
      now,
      rows: await readCase(tx, denialId),
      rules: await readRules(tx, denialId),
      timeline: [],
      notices: [],
      toRender: [],
    };
    const take = async (op: Op): Promise<void> => {
      await applyOp(context, op);
      expect([op, context.rows]).toEqual([op, await readCase(tx, denialId)]);
      taken.push(op.op);
    };
    await take(ask('answered'));
    const { task, response, command } = await prepare(tx, denialId, now);
    const ops: Op[] = [
      { op: 'stage', stage: 'choose-path' },
      { op: 'path', path: 'access-gap', suggested: true },
      { op: 'apply-answer', taskId: task },
      { op: 'apply-response', inboxId: response },
      ask('late'),
      { op: 'remind-task', key: 'late' },
      { op: 'return-task', key: 'late' },
      { op: 'raise-task', key: 'late' },
      { op: 'cancel-task', key: 'late', why: 'no-longer-needed' },
      { op: 'raise-tier', purpose: 'appeal', tier: 'overdue', dueOn: ground.today },
      { op: 'draft', key: 'appeal-1', document: 'appeal-1' },
      { op: 'appeal', level: 1, reason: 'chosen', document: 'appeal-1' },
      { op: 'render', key: 'appeal-1' },
      { op: 'settle-appeal', level: 1, how: 'won' },
      { op: 'attach-claim', claimId },
      { op: 'command', commandId: command, state: 'applied', reason: null },
      { op: 'note', code: 'anything' },
      ask('in the same breath'),
      { op: 'close', reason: 'paid-after-appeal', lastNumber: 0 },
    ];
    for (const op of ops) await take(op);
    expect(
      await tx.rows(sql`select key from task where denial_id = ${denialId} and state in ('open', 'claimed')`),
    ).toEqual([]);
    expect(context.rows).toMatchObject({
      view: { stage: 'closed', path: 'access-gap', closing: true },
      denial: { network_status: { outcome: 'out-of-network' }, benefit_level_granted: 'in-network' },
      appeal: { state: 'won' },
    });
  });
  expect(new Set(taken).size).toBe(18);
}, 60_000);
