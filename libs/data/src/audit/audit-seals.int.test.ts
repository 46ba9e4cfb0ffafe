import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Services } from '../../../../tests/support/services/services.ts';
import { startServices } from '../../../../tests/support/services/services.ts';
import { Database } from '../database/database.ts';
import { handUrls } from '../logins.ts';
import { findBrokenSeal, sealAudit } from './audit-seals.ts';
import { writeAudit } from './audit.ts';

const organization = randomUUID();
const ACTOR = { kind: 'system', id: null, name: 'Test' } as const;
let services: Services;
let owner: Client;
let app: Database;
let engine: Database;

beforeAll(async () => {
  services = await startServices();
  owner = new Client({ connectionString: services.databaseUrl });
  await owner.connect();
  await owner.query(`insert into organization (id, name, created_at) values ($1, 'Sealed', now())`, [organization]);
  const urls = handUrls(services.databaseUrl, services.env['OVERTURN_SECRET']!);
  [app, engine] = [new Database(urls.app), new Database(urls.engine)];
  for (const act of ['one', 'two', 'three']) {
    await app.forOrganization(organization, (tx) =>
      writeAudit(tx, ACTOR, new Date(), { act, subject: { kind: 'test', id: act }, after: { act } }),
    );
  }
}, 120_000);
afterAll(async () => {
  await Promise.all([app.close(), engine.close(), owner.end()]);
  await services.stop();
});

it('seals what was committed, once, and the chain holds', async () => {
  expect(await sealAudit(engine)).toBe(3);
  expect(await sealAudit(engine)).toBe(0);
  expect(await app.forOrganization(organization, findBrokenSeal)).toBeUndefined();
});

it('holds for each of two organizations, also in the eyes of the owner, who sees both', async () => {
  const other = randomUUID();
  await owner.query(`insert into organization (id, name, created_at) values ($1, 'Other', now())`, [other]);
  for (const act of ['four', 'five'])
    await app.forOrganization(other, (tx) =>
      writeAudit(tx, ACTOR, new Date(), { act, subject: { kind: 'test', id: act } }),
    );
  expect(await sealAudit(engine)).toBe(2);
  const everything = new Database(services.databaseUrl, 1);
  for (const id of [organization, other]) expect(await everything.forOrganization(id, findBrokenSeal)).toBeUndefined();
  await everything.close();
});

it.each([
  "update audit_entry set act = 'other'",
  'delete from audit_entry',
  'truncate audit_entry',
  'delete from audit_seal',
])('the database refuses “%s”, also to its owner', async (statement) =>
  expect(owner.query(statement)).rejects.toThrow(/append-only/),
);

it('an entry changed behind the database’s back is found', async () => {
  await owner.query('alter table audit_entry disable trigger append_only');
  await owner.query(`update audit_entry set after = '{"act":"forged"}' where act = 'two'`);
  await owner.query('alter table audit_entry enable trigger append_only');
  const { rows } = await owner.query<{ id: number }>(`select id from audit_entry where act = 'two'`);
  expect(await app.forOrganization(organization, findBrokenSeal)).toBe(rows[0]!.id);
});
