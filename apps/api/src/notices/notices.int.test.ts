import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticePage, SessionView } from '@overturn/contracts';
import { asOwner } from '@overturn/data/test-support/rows';
import { signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const PASSWORD = 'correct horse battery';
let api: Harness;
beforeAll(async () => {
  api = await startHarness();
  for (const [name, role] of [
    ['ana', 'specialist'],
    ['ben', 'specialist'],
    ['sue', 'supervisor'],
  ])
    // prettier-ignore
    await api.call('POST', '/users', { email: `${name}@example.test`, name, password: PASSWORD, role });
}, 120_000);
afterAll(() => api.stop());

/** A notice to the denial's team, and one to the supervisors. */
async function makeNotices(): Promise<string[]> {
  const { organization } = (await api.call<SessionView>('GET', '/session')).body;
  const letter = {
    payerName: 'Aster',
    claimNumber: 'A',
    noticeOn: '2026-11-12',
    codes: [{ group: 'CO', carc: '242' }],
  };
  const denialId = (await api.call('POST', '/denials', letter)).body.id;
  return asOwner(api.services.databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `insert into notice (organization_id, denial_id, tell, team_id, code, sentence, at, dedupe_key)
       select $1, d.id, tell, case tell when 'team' then d.team_id end, 'told', 'Look.', now(), tell
       from denial d cross join unnest(array['team', 'supervisor']) tell where d.id = $2 order by tell desc returning id`,
      [organization.id, denialId],
    );
    return rows.map(({ id }) => id);
  });
}

describe('a notice that several people get', () => {
  it('is read by each for themselves, and only by whom it was told', async () => {
    const [toTeam, toSupervisors] = await makeNotices();
    const [ana, ben, sue] = await Promise.all(
      ['ana', 'ben', 'sue'].map((name) => signIn(api, `${name}@example.test`, PASSWORD)),
    );
    const seenBy = async (headers = {}) => (await api.call<NoticePage>('GET', '/notices', undefined, headers)).body;
    const read = async (id: string, headers = {}) =>
      (await api.call('POST', `/notices/${id}/read`, undefined, headers)).status;

    expect(await read(toTeam!, ana)).toBe(204);
    const first = await seenBy(ana);
    expect(first).toMatchObject({ unread: 0, items: [{ id: toTeam, readAt: expect.any(String) }] });
    expect(await read(toTeam!, ana)).toBe(204);
    expect(await seenBy(ana)).toEqual(first);
    expect(await seenBy(ben)).toMatchObject({ unread: 1, items: [{ id: toTeam, readAt: null }] });
    expect((await seenBy(sue)).unread).toBe(2);
    expect(await read(toSupervisors!, ana)).toBe(404);
    expect(await read(toSupervisors!, sue)).toBe(204);
    expect((await seenBy(sue)).unread).toBe(1);
  });

  it('says which case it is of, and all are read at once by whom they were told', async () => {
    const sue = await signIn(api, 'sue@example.test', PASSWORD);
    const seen = async () => (await api.call<NoticePage>('GET', '/notices', undefined, sue)).body;
    const before = await seen();
    expect([before.unread, before.items[0]]).toEqual([
      1,
      expect.objectContaining({ payerName: 'Aster', claimNumberTail: 'A', amountCents: 0 }),
    ]);
    expect((await api.call('POST', '/notices/read-all', undefined, sue)).status).toBe(204);
    const [first, again] = [await seen(), await seen()];
    expect([first.unread, again]).toEqual([0, first]);
    const ben = await signIn(api, 'ben@example.test', PASSWORD);
    expect((await api.call<NoticePage>('GET', '/notices', undefined, ben)).body.unread).toBe(1);
  });
});
