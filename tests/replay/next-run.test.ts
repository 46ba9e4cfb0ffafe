import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workflowIdOf } from '@overturn/domain';
import { Client, Connection } from '@temporalio/client';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import { startProduct } from '../support/services/product.ts';
import type { Product } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';

let product: Product;
let connection: Connection;
beforeAll(async () => {
  product = await startProduct({ temporal: 'memory', env: { OVERTURN_ROLLOVER_EVENTS: '20' } });
  connection = await Connection.connect({ address: product.services.temporalAddress });
}, 180_000);
afterAll(async () => {
  await connection?.close();
  await product?.stop();
}, 60_000);

describe('on a real server, a run that follows another', () => {
  it('is found by stage, organization and next date like the one before, and keeps its generation', async () => {
    const staff = Staff.withKey(product.url, product.bootstrapKey);
    const today = dayOf(new Date());
    const { id } = await staff.post<{ id: string }>('/denials', letterOf(today, 'C-1'));
    const handle = new Client({ connection }).workflow.getHandle(workflowIdOf(id));
    const described = () => handle.describe().catch(() => undefined);
    const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
      for (;;) {
        const seen = await look();
        if (seen) return seen;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const first = await until(described);
    const change = { kind: 'change-fact', facts: { wording: 'Out of network.' } };
    const next = await until(async () => {
      await staff.post(`/denials/${id}/commands`, change);
      const now = await described();
      return now && now.runId !== first.runId && now;
    });
    const { organization } = await staff.session();
    const shown = next.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
    expect(Object.fromEntries(shown)).toMatchObject({
      OverturnStage: 'verify-network',
      OverturnOrganizationId: organization.id,
      OverturnNextDue: expect.any(Date),
    });
    expect(next.memo).toMatchObject({ generation: 1 });
  }, 120_000);
});
