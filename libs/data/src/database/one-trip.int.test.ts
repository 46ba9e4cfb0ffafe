import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServices } from '../../../../tests/support/services/services.ts';
import type { Services } from '../../../../tests/support/services/services.ts';
import { handUrls } from '../logins.ts';
import { asOwner, makePlace } from '../test-support/rows.ts';
import type { Place } from '../test-support/rows.ts';
import { Database, prepared, sql } from './database.ts';

let services: Services;
let db: Database;
let [mine, theirs]: Place[] = [];
beforeAll(async () => {
  services = await startServices();
  [mine, theirs] = await asOwner(services.databaseUrl, async (owner) => [
    await makePlace(owner, 'Mine'),
    await makePlace(owner, 'Theirs'),
  ]);
  db = new Database(handUrls(services.databaseUrl, services.env['OVERTURN_SECRET']!).app, 1); // one connection for all
}, 120_000);
afterAll(async () => {
  await db.close();
  await services.stop();
});

const clientNames = (place: Place) =>
  db.once<{ name: string }>(place.organizationId, prepared(sql`select name from client`));
const rename = (place: Place, name: string | null) =>
  db.once(place.organizationId, sql`update client set name = ${name} where id = ${place.clientId} returning name`);

describe('a statement in one trip', () => {
  it('sees the rows of its organization, whoever had the connection before', async () => {
    for (const [place, name] of [
      [mine!, 'Mine'],
      [theirs!, 'Theirs'],
      [mine!, 'Mine'],
    ] as const)
      expect(await clientNames(place)).toEqual([{ name }]);
  });

  it('leaves no organization on the connection', async () => {
    await clientNames(mine!);
    const { rows } = await db.pool.query(
      "select current_setting('app.org', true) org, (select count(*) from client) seen",
    );
    expect(rows).toEqual([{ org: '', seen: 0 }]);
  });

  it('is kept, and what is refused is not and quotes nothing', async () => {
    await rename(mine!, 'Mine too');
    await expect(rename(mine!, null)).rejects.toThrow('Postgres refused a statement: 23502');
    expect(await clientNames(mine!)).toEqual([{ name: 'Mine too' }]);
  });

  it('touches nothing of another organization', async () => {
    expect(
      await db.once(
        theirs!.organizationId,
        sql`update client set name = ${'Stolen'} where id = ${mine!.clientId} returning id`,
      ),
    ).toEqual([]);
  });
});

describe('a statement as a template', () => {
  it('numbers its values through its fragments, in whatever fragment they stand', () => {
    const inner = (value: number) => sql`b = ${value}`;
    const outer = (...values: [number, number, number]) =>
      sql`a = ${values[0]} and ${inner(values[1])} or c = ${values[2]}`;
    expect(outer(1, 2, 3)).toMatchObject({ text: 'a = $1 and b = $2 or c = $3', values: [1, 2, 3] });
    expect(outer(4, 5, 6)).toMatchObject({ text: 'a = $1 and b = $2 or c = $3', values: [4, 5, 6] });
  });

  it('has a name of its own for every shape, whatever the values', () => {
    const of = (narrowed: boolean, value: number) =>
      prepared(sql`select ${value}::int where ${narrowed ? sql`true` : sql`not ${value}`}`);
    expect(of(true, 1).name).toBe(of(true, 2).name);
    expect(of(false, 1).name).not.toBe(of(true, 1).name);
  });
});
