import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DenialView } from '@overturn/contracts';
import { workflowIdOf } from '@overturn/domain';
import type { TaskKind } from '@overturn/domain';
import { Client, Connection } from '@temporalio/client';
import { Client as Postgres } from 'pg';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import { startProduct } from '../support/services/product.ts';
import type { Product } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';

let product: Product;
let owner: Postgres;
let connection: Connection;
let temporal: Client;
let staff: Staff;

beforeAll(async () => {
  product = await startProduct();
  staff = Staff.withKey(product.url, product.bootstrapKey);
  owner = new Postgres({ connectionString: product.services.databaseUrl });
  await owner.connect();
  connection = await Connection.connect({ address: product.services.temporalAddress });
  temporal = new Client({ connection });
}, 180_000);
afterAll(async () => {
  await owner?.end();
  await connection?.close();
  await product?.stop();
});

/** In the organization’s own zone: a day that has begun elsewhere is still to come there. */
const today = dayOf(new Date());
const until = async <T>(what: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
const openTask = (denialId: string, kind: string) =>
  until(async () => (await staff.openTasks(denialId)).find((task) => task.kind === kind));

const openDenial = (claimNumber: string): Promise<{ id: string }> =>
  staff.post('/denials', letterOf(today, claimNumber));
const answer = async (denialId: string, kind: TaskKind, outcome: string, form: Record<string, unknown> = {}) => {
  await openTask(denialId, kind);
  await staff.complete(denialId, kind, outcome, form);
};
const lose = (denialId: string) => temporal.workflow.getHandle(workflowIdOf(denialId)).terminate('lost');
const rowsOf = async <Row extends object>(text: string, denialId: string): Promise<Row[]> =>
  (await owner.query<Row>(text, [denialId])).rows;

const STANDING = `
  select v.generation, v.stage,
    (select count(*)::int from timeline_entry t where t.denial_id = v.denial_id and t.code = 'taken-up') as "takenUp",
    (select count(*)::int from audit_entry a where a.denial_id = v.denial_id and a.act = 'denial.taken-up') as audited,
    (select count(*)::int from finding f where f.denial_id = v.denial_id and f.kind = 'workflow-missing' and f.repaired_at is not null) as findings,
    (select count(*)::int from task t where t.denial_id = v.denial_id and t.state = 'cancelled') as cancelled
  from denial_view v where denial_id = $1`;
const TAKEN_UP_ONCE = { generation: 2, takenUp: 1, audited: 1, findings: 1, cancelled: 0 };

/** Answered while nobody was there. */
async function loseBeforeAnAnswer() {
  const { id } = await openDenial('LOST-1');
  await answer(id, 'verify-network', 'out-of-network', { source: 'directory', checkedOn: today });
  await openTask(id, 'choose-path');
  await lose(id);
  await staff.complete(id, 'choose-path', 'confirmed');

  await openTask(id, 'gather-directory-proof');
  const answered = `select code from timeline_entry where denial_id = $1 and code like 'task.completed.choose-path%'`;
  return { standing: await rowsOf(STANDING, id), answered: await rowsOf(answered, id) };
}

/** An answer of the payer in hand, its task held by somebody, and a command that comes while nobody is there. */
async function loseInTheMiddle() {
  const { id } = await openDenial('LOST-2');
  await answer(id, 'verify-network', 'out-of-network', { source: 'directory', checkedOn: today });
  await answer(id, 'choose-path', 'confirmed');
  for (const kind of ['gather-directory-proof', 'gather-referral-records', 'gather-network-communications'] as const)
    await answer(id, kind, 'does-not-exist', { reason: 'Nothing was kept.' });
  await answer(id, 'review-packet', 'approved');
  await answer(id, 'send-packet', 'sent', { sentOn: today, channel: 'fax', proofNumber: 'F-1' });
  await until(async () => ((await staff.denial(id)).stage === 'await-response' ? true : undefined));
  await staff.post(`/denials/${id}/responses`, { externalId: 'LOST-2/1', outcome: 'partly', answeredOn: today });
  const rescue = await openTask(id, 'rescue');
  await staff.post(`/tasks/${rescue.id}/claim`);
  const before = await staff.denial(id);

  await lose(id);
  const command = { kind: 'change-fact', facts: { wording: 'Denied: not in our network.' } };
  await staff.post(`/denials/${id}/commands`, command);
  const decided = await until(async () => {
    const { items } = await staff.get<{ items: { state: string }[] }>(`/denials/${id}/commands`);
    return items.find(({ state }) => state !== 'queued');
  });
  const standing = await rowsOf(STANDING, id);
  const after = await staff.denial(id);

  await staff.post(`/tasks/${rescue.id}/complete`, { outcome: 'done', answer: { next: 'send-again' } });
  const again = await openTask(id, 'send-packet');
  return { decided: decided.state, standing, before, after, again, open: await staff.openTasks(id) };
}

describe('the reconciler takes a lost workflow up where it stood', () => {
  let answered: Awaited<ReturnType<typeof loseBeforeAnAnswer>>;
  let kept: Awaited<ReturnType<typeof loseInTheMiddle>>;
  // at once: a lost workflow is looked for only after a minute
  beforeAll(async () => {
    [answered, kept] = await Promise.all([loseBeforeAnAnswer(), loseInTheMiddle()]);
  }, 240_000);

  it('what was answered meanwhile is applied once', () => {
    expect(answered.standing).toEqual([{ ...TAKEN_UP_ONCE, stage: 'request-exception' }]);
    expect(answered.answered).toHaveLength(1);
  });

  it('an answer of the payer in hand, a task that somebody holds and a command that waits are all kept', () => {
    const { decided, standing, before, after, again, open } = kept;
    expect(decided).toBe('applied');
    expect(standing).toEqual([{ ...TAKEN_UP_ONCE, stage: 'await-response' }]);
    const held = ({ tasks }: DenialView) => tasks.map(({ id, state, assignee }) => [id, state, assignee?.id]);
    expect(held(after)).toEqual(held(before));
    expect(open.map(({ kind }) => kind)).toEqual(['send-packet', 'find-regime']);
    expect(open[0]?.id).toBe(again.id);
  });
});
