import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from '@overturn/data/database/database';
import { markChanged } from '@overturn/data/payer-rules/recounts';
import { tellPayerChanges } from '../../apps/worker/src/sweeps/payer-changes.ts';
import { generated, made } from './intake-files.ts';
import { IntakeGround } from './intake-ground.ts';
import type { Organization } from './intake-ground.ts';

let ground: IntakeGround;
beforeAll(async () => {
  ground = await IntakeGround.open();
}, 120_000);
afterAll(() => ground.close());

const payersOf = (organization: Organization): Promise<{ identifier: string }[]> =>
  ground.rows(organization, sql`select identifier from payer`);
const payerOf = async (organization: Organization): Promise<string> => (await payersOf(organization))[0]!.identifier;
const keep = (organization: Organization, payer: string, says: object): Promise<number> =>
  ground.app.forOrganization(organization.id, async (tx) => {
    await tx.run(sql`
      insert into payer_rule (organization_id, rule_id, version, payer, purpose, says, source, verified_on, changed_at, changed_by)
      values (${organization.id}, uuidv7(), 1, ${payer}, 'appeal-1', ${JSON.stringify(says)}::jsonb, 'A manual', ${ground.today}, ${ground.now()}, 'A test')`);
    return markChanged(tx, ground.now(), payer);
  });
const told = (organization: Organization): Promise<{ times: number; denials: number }[]> =>
  ground.rows(
    organization,
    sql`
    select times::int, count(*)::int denials from (
      select count(*) times from outbox_message where kind = 'facts-changed' and number is not null and payload = '{"of": "payer"}' group by denial_id) each
    group by times order by times`,
  );
/** As the relay would. */
const deliver = (organization: Organization): Promise<number> =>
  ground.engine.forOrganization(organization.id, (tx) =>
    tx.run(sql`update outbox_message set delivered_at = ${ground.now()} where delivered_at is null`),
  );
const round = () => tellPayerChanges(ground.engine, ground.now());

it('a changed row reaches every open denial of its payer once, batch by batch; changed again meanwhile, all anew', async () => {
  const organization = await ground.newOrganization();
  await ground.import(organization, generated(450, 450, ground.today));
  const payer = await payerOf(organization);
  await ground.rows(
    organization,
    sql`update denial_view set closing = true where denial_id = (select min(id::text)::uuid from denial) returning 1`,
  );
  await keep(organization, payer, { filingDays: 45 });
  await deliver(organization);
  await round();
  expect(await told(organization)).toEqual([{ times: 1, denials: 200 }]);
  await round();
  await round();
  expect(await told(organization)).toEqual([{ times: 1, denials: 449 }]);
  await round();
  expect(await told(organization)).toEqual([{ times: 1, denials: 449 }]);

  await deliver(organization);
  const again = () => ground.app.forOrganization(organization.id, (tx) => markChanged(tx, ground.now(), payer));
  await again();
  await round();
  await again();
  for (let rounds = 0; rounds < 4; rounds++) await round();
  expect(await told(organization)).toEqual([
    { times: 2, denials: 249 },
    { times: 3, denials: 200 },
  ]);
  const numbers = await ground.rows(
    organization,
    sql`
    select denial_id from denial_view v where last_number <> (
      select count(*) from outbox_message m where m.denial_id = v.denial_id and m.kind = 'facts-changed')`,
  );
  expect(numbers).toEqual([]);
}, 60_000);

it('nobody is told while enough messages wait, and other organizations are', async () => {
  const [full, other] = [await ground.newOrganization(), await ground.newOrganization()];
  for (const seed of [1, 2]) await ground.import(full, generated(500, 500, ground.today, seed)); // as many starts wait
  await ground.import(other, generated(1, 1, ground.today));
  for (const organization of [full, other]) await keep(organization, await payerOf(organization), { filingDays: 45 });
  await round();
  expect(await told(full)).toEqual([]);
  expect(await told(other)).toEqual([{ times: 1, denials: 1 }]);
  await deliver(full);
  for (let rounds = 0; rounds < 6; rounds++) await round();
  expect(await told(full)).toEqual([{ times: 1, denials: 1000 }]);
}, 60_000);

it('payers that cannot be told hold up no other, however many come first', async () => {
  const [broken, whole] = [await ground.newOrganization(), await ground.newOrganization()];
  for (let nth = 0; nth < 21; nth++)
    await ground.import(broken, made({ payer: `FAILING*XV*${nth}`, claims: [{ number: 'A' }] }));
  expect(await payersOf(broken)).toHaveLength(21); // more than a round takes up
  await ground.rows(broken, sql`update denial_view set last_number = 2147483647 returning 1`); // there is no next one
  await ground.import(whole, generated(1, 1, ground.today));
  for (const [organization, changed] of [
    [broken, '2 hours'],
    [whole, '1 hour'],
  ] as const) {
    for (const { identifier } of await payersOf(organization)) await keep(organization, identifier, { filingDays: 45 });
    await ground.rows(
      organization,
      sql`update payer_recount set changed_at = changed_at - ${changed}::interval returning 1`,
    );
  }
  await expect(round()).rejects.toThrow();
  await expect(round()).rejects.toThrow();
  expect(await told(whole)).toEqual([{ times: 1, denials: 1 }]);
}, 60_000);

it('a remittance counts by the row that its payer has, and says so', async () => {
  const organization = await ground.newOrganization();
  await ground.import(organization, generated(1, 1, ground.today));
  await keep(organization, await payerOf(organization), { filingDays: 30 });
  await ground.import(organization, generated(20, 20, ground.today)); // the first of them is here already
  const dates = await ground.rows<{ clockId: string; citation: string; count: number }>(
    organization,
    sql`
    select clock_id "clockId", citation, count(*)::int count from deadline where purpose = 'appeal' group by 1, 2 order by 3`,
  );
  expect(dates).toEqual([
    { clockId: 'medicaid.appeal.file', citation: expect.any(String), count: 1 },
    { clockId: 'contract.dispute.file', citation: 'A manual', count: 19 },
  ]);
  const held = await ground.rows(organization, sql`select payer_terms held from denial where payer_terms is not null`);
  expect(held).toHaveLength(19);
}, 60_000);
