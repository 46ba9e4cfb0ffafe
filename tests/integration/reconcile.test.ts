import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowIdOf } from '@overturn/domain';
import { Client, Connection } from '@temporalio/client';
import { Client as Postgres } from 'pg';
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

const today = new Date().toISOString().slice(0, 10);
const until = async <T>(what: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
const openTask = (denialId: string, kind: string) =>
  until(async () => (await staff.openTasks(denialId)).find((task) => task.kind === kind));

describe('the reconciler', () => {
  it('starts a lost workflow again where its denial stood, and what was answered meanwhile is applied once', async () => {
    const { id } = await staff.post<{ id: string }>('/denials', {
      source: 'letter',
      payerName: 'Aster Health',
      claimNumber: 'LOST-1',
      payerClaimNumber: 'AH-LOST-1',
      serviceFrom: today,
      serviceTo: today,
      amountCents: 1000,
      codes: [{ group: 'PR', carc: '242' }],
      procedures: ['72148'],
      diagnoses: ['M54.50'],
      billingNpi: '1234567893',
      taxId: '123456789',
      noticeOn: today,
    });
    await openTask(id, 'verify-network');
    await staff.complete(id, 'verify-network', 'out-of-network', { source: 'directory', checkedOn: today });
    await openTask(id, 'choose-path');
    await temporal.workflow.getHandle(workflowIdOf(id)).terminate('lost');
    await staff.complete(id, 'choose-path', 'confirmed');

    await openTask(id, 'gather-directory-proof');
    const { rows } = await owner.query<{ generation: number; stage: string; paths: number; findings: number }>(
      `select v.generation, v.stage,
         (select count(*)::int from timeline_entry t where t.denial_id = v.denial_id and t.code = 'task.completed.choose-path.confirmed') as paths,
         (select count(*)::int from finding f where f.denial_id = v.denial_id and f.kind = 'workflow-missing' and f.repaired_at is not null) as findings
       from denial_view v where denial_id = $1`,
      [id],
    );
    expect(rows[0]).toEqual({ generation: 2, stage: 'request-exception', paths: 1, findings: 1 });
  }, 120_000);
});
