import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from '@overturn/data/database/database';
import type { Tx } from '@overturn/data/database/database';
import { changeRules } from '@overturn/data/rules/read-rules';
import type { DenialClass } from '@overturn/domain';
import { made } from './intake-files.ts';
import type { MadeClaim } from './intake-files.ts';
import { IntakeGround } from './intake-ground.ts';
import type { Organization } from './intake-ground.ts';

let ground: IntakeGround;
beforeAll(async () => {
  ground = await IntakeGround.open();
}, 120_000);
afterAll(() => ground.close());

const CODE = '272';
/** Gives a change of the code's class its force. */
async function takeForce(tx: Tx, found: DenialClass): Promise<void> {
  await changeRules(tx);
  await tx.run(sql`
    insert into rule_change (organization_id, kind, key, change, says, verified, reason, state, proposed_by, proposed_at,
      decided_by, decided_at, counted_at, position)
    select ${tx.organizationId}, 'carc', ${CODE}, 'correction', ${JSON.stringify({ carc: CODE, label: 'its words', class: found })}::jsonb,
      true, 'A call', 'in-force', '{}', ${ground.now()}, '{}', ${ground.now()}, ${ground.now()},
      (select coalesce(max(position), 0) + 1 from rule_change)`);
}
const class272 = (organization: Organization, found: DenialClass): Promise<void> =>
  ground.app.forOrganization(organization.id, (tx) => takeForce(tx, found));

/** The file up to this claim and from it on, with something done between the two; the claim before it is read with the rest. */
const brokenAt = (file: Uint8Array, claim: string, between: () => Promise<unknown>) =>
  async function* (): AsyncGenerator<Uint8Array> {
    const middle = Buffer.from(file).indexOf(`CLP*${claim}`);
    yield file.subarray(0, middle);
    await between();
    yield file.subarray(middle);
  };
const denied = (number: string, more: Partial<MadeClaim> = {}): MadeClaim => ({
  number,
  cas: `CO*${CODE}*100`,
  ...more,
});
const opened = async (organization: Organization): Promise<string[]> =>
  (await ground.denials(organization)).map(({ number }) => number).sort();
const dies = (): Promise<never> => Promise.reject(new Error('killed'));

describe('a code that is classed anew while a remittance is read', () => {
  it('counts for the claims that are written after it', async () => {
    const organization = await ground.newOrganization();
    const file = made({ claims: ['A', 'B', 'C', 'D'].map((number) => denied(number)) });
    const id = await ground.receive(organization, file);
    const openFile = brokenAt(file, 'D', () => class272(organization, 'out-of-network'));
    expect(await ground.run(organization, id, { openFile, batchClaims: 1 })).toBe('imported');
    expect(await opened(organization)).toEqual(['C', 'D']);
  });

  it('is waited for while it takes force', async () => {
    const organization = await ground.newOrganization();
    const id = await ground.receive(organization, made({ claims: [denied('A')] }));
    const running = await ground.app.forOrganization(organization.id, async (tx) => {
      await takeForce(tx, 'out-of-network');
      const outcome = ground.run(organization, id);
      const waits = sql`select from pg_locks where locktype = 'advisory' and not granted`;
      while (!(await tx.row(waits)));
      return { outcome };
    });
    expect(await running.outcome).toBe('imported');
    expect(await opened(organization)).toEqual(['A']);
  });

  it.each([
    ['opens no more', 'out-of-network', 'medical'],
    ['opens only now', 'medical', 'out-of-network'],
  ] as const)('and %s: what was written before a kill keeps its number', async (_, before, after) => {
    const organization = await ground.newOrganization();
    await class272(organization, before);
    const claims = [denied('A', { payerNumber: 'P1' }), { number: 'B' }, { number: 'C', payerNumber: 'P1' }];
    const file = made({ claims });
    const id = await ground.receive(organization, file);
    const killed = { openFile: brokenAt(file, 'C', dies), batchClaims: 1 };
    await expect(ground.run(organization, id, killed)).rejects.toThrow('killed');
    await class272(organization, after);
    expect(await ground.run(organization, id)).toBe('imported');
    expect(await opened(organization)).toEqual(before === 'medical' ? ['B', 'C'] : ['A', 'B', 'C']);
    const again = await ground.import(organization, made({ claims: claims.slice(1), trace: 'T2' }));
    expect(again.counts).toMatchObject({ denials: 0, duplicates: 2 });
  });
});
