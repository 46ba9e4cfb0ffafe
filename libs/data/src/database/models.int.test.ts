import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServices } from '../../../../tests/support/services/services.ts';
import type { Services } from '../../../../tests/support/services/services.ts';
import { writeAudit } from '../audit/audit.ts';
import { handUrls } from '../logins.ts';
import { asOwner, makePlace } from '../test-support/rows.ts';
import { Database, sql } from './database.ts';
import type { Tx } from './database.ts';
import { modelsOf } from './models.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
let services: Services;
let db: Database;
let mine: string;
let theirs: string;
beforeAll(async () => {
  services = await startServices();
  db = new Database(handUrls(services.databaseUrl, services.env['OVERTURN_SECRET']!).app, 2);
  [mine, theirs] = await asOwner(services.databaseUrl, async (owner) => [
    (await makePlace(owner, 'Mine')).organizationId,
    (await makePlace(owner, 'Theirs')).organizationId,
  ]);
}, 120_000);
afterAll(async () => {
  await db.close();
  await services.stop();
});

const addTeam = (tx: Tx, name: string, organizationId = tx.organizationId) =>
  modelsOf(tx).team.create({ data: { organizationId, name, queues: [], createdAt: NOW }, select: { id: true } });
const names = (organizationId: string): Promise<string[]> =>
  db.forOrganization(organizationId, async (tx) => {
    const teams = await modelsOf(tx).team.findMany({ select: { name: true }, orderBy: { name: 'asc' } });
    return teams.map(({ name }) => name);
  });

describe('Prisma’s models', () => {
  it('are part of the act: kept with its audit, and undone with it', async () => {
    const act = (name: string, fail: boolean): Promise<void> =>
      db.forOrganization(mine, async (tx) => {
        const { id } = await addTeam(tx, name);
        await writeAudit(tx, { kind: 'system', id: null, name: 'a test' }, NOW, {
          act: 'made',
          subject: { kind: 'team', id },
        });
        if (fail) throw new Error('The act fails.');
      });
    await act('Kept', false);
    await expect(act('Undone', true)).rejects.toThrow('The act fails.');
    expect(await names(mine)).toEqual(['Kept', 'Team']);
    const audit = await db.forOrganization(mine, (tx) => tx.rows(sql`select from audit_entry where act = 'made'`));
    expect(audit).toHaveLength(1);
  });

  it('see and write the act’s organization only, on whichever connection, many at once', async () => {
    const seen = await Promise.all(Array.from({ length: 20 }, (_, n) => names(n % 2 ? mine : theirs)));
    expect(seen.filter((_, n) => n % 2 === 0)).toEqual(Array.from({ length: 10 }, () => ['Team']));
    expect(seen.filter((_, n) => n % 2 === 1)).toEqual(Array.from({ length: 10 }, () => ['Kept', 'Team']));
    expect(await db.acrossOrganizations((tx) => modelsOf(tx).team.count())).toBe(0);
    await expect(db.forOrganization(mine, (tx) => addTeam(tx, 'Foreign', theirs))).rejects.toMatchObject({
      code: '42501',
    });
    expect(await names(theirs)).toEqual(['Team']);
  });

  it('say what Postgres refused as every other statement does, without its values', async () => {
    const twice = db.forOrganization(mine, async (tx) => {
      const data = { email: 'secret@example.test', name: 'S', passwordHash: '', createdAt: NOW };
      for (const _ of [1, 2]) await modelsOf(tx).userAccount.create({ data });
    });
    const error = await twice.catch((reason: unknown) => reason as Error & { code: string });
    expect(error).toMatchObject({ code: '23505' });
    expect(JSON.stringify(error) + String(error)).not.toContain('secret@example.test');
  });
});
