import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CodesToClassify } from '@overturn/contracts';
import { asOwner } from '@overturn/data/test-support/rows';
import { BOOTSTRAP_KEY, signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const PASSWORD = 'correct horse battery';
let api: Harness;
beforeAll(async () => void (api = await startHarness()), 120_000);
afterAll(() => api.stop());

let number = 0;
/** Opens a denial from a letter that names these codes, 100 dollars each where there is one. */
async function opened(carcs: string[], more: object = {}, headers: Record<string, string> = {}): Promise<string> {
  const codes = carcs.map((carc) => ({ group: 'CO', carc }));
  const letter = { payerName: 'Aster', claimNumber: `C-${(number += 1)}`, noticeOn: '2026-11-12', amountCents: 10_000 };
  return (await api.call('POST', '/denials', { ...letter, codes, ...more }, headers)).body.id;
}
const waiting = async (headers: Record<string, string> = {}) =>
  (await api.call<CodesToClassify>('GET', '/codes/to-classify', undefined, headers)).body.items;
const sqlOf = (text: string, values: unknown[] = []) =>
  asOwner(api.services.databaseUrl, (owner) => owner.query(text, values));

describe('the codes that wait for a class', () => {
  it('are those that no row knows and those that may mean several things, most open denials first', async () => {
    await opened(['272']);
    await opened(['272'], { noticeOn: '2026-11-16' });
    await opened(['Z9']);
    await opened(['242', '45', '1'], { remarks: ['N864', 'N999'] });
    expect(await waiting()).toEqual([
      {
        ...{ kind: 'carc', code: '272', label: 'outside the plan’s guidelines', why: 'ambiguous' },
        ...{ claims: 2, openDenials: 2, keptClaims: 0, amountCents: 20_000, lastSeenOn: '2026-11-16' },
      },
      {
        ...{ kind: 'carc', code: 'Z9', label: null, why: 'unknown' },
        ...{ claims: 1, openDenials: 1, keptClaims: 0, amountCents: 10_000, lastSeenOn: '2026-11-12' },
      },
      {
        ...{ kind: 'rarc', code: 'N999', label: null, why: 'unknown' },
        ...{ claims: 1, openDenials: 1, keptClaims: 0, amountCents: 10_000, lastSeenOn: '2026-11-12' },
      },
    ]);
  });

  it('stay when their denials are closed, and count those that are open', async () => {
    const id = await opened(['Z8'], { noticeOn: undefined });
    await sqlOf('update denial_view set closed_at = updated_at where denial_id = $1', [id]);
    expect((await waiting()).at(-1)).toEqual({
      ...{ kind: 'carc', code: 'Z8', label: null, why: 'unknown' },
      ...{ claims: 1, openDenials: 0, keptClaims: 0, amountCents: 10_000, lastSeenOn: null },
    });
  });

  it('wait no longer once a row of the database classes them', async () => {
    await sqlOf(
      `insert into carc_row (carc, label, class, opens) values ('Z8', 'a code of tomorrow', 'medical', false)`,
    );
    expect((await waiting()).map(({ code }) => code)).toEqual(['272', 'Z9', 'N999']);
  });

  it('are the organization’s own, and of the clients that one works for', async () => {
    const other = (await api.call('POST', '/organizations', { name: 'Other' })).body.id;
    const inOther = { authorization: `Bearer ${BOOTSTRAP_KEY}`, 'x-organization': other };
    await opened(['Z7'], {}, inOther);
    expect((await waiting(inOther)).map(({ code }) => code)).toEqual(['Z7']);
    const clientId = (await api.call('POST', '/clients', { name: 'Lakeside' })).body.id;
    const person = { email: 'lim@example.test', name: 'Lim', password: PASSWORD, role: 'specialist' };
    await api.call('POST', '/users', { ...person, clientIds: [clientId] });
    const asLim = await signIn(api, person.email, PASSWORD);
    expect(await waiting(asLim)).toEqual([]);
    await opened(['Z6'], { clientId });
    expect((await waiting(asLim)).map(({ code }) => code)).toEqual(['Z6']);
    expect((await api.call('GET', '/codes/to-classify', undefined, { authorization: 'none' })).status).toBe(401);
  });

  it('of a claim that came again count for the denial that it opened', async () => {
    const [first, again] = [await opened(['Z5']), await opened(['Z5'])];
    await sqlOf('update denial_view set closed_at = updated_at where denial_id = $1', [again]);
    await sqlOf(
      `update claim set duplicate_of = (select claim_id from denial where id = $1)
       where id = (select claim_id from denial where id = $2)`,
      [first, again],
    );
    const found = (await waiting()).find(({ code }) => code === 'Z5');
    expect(found).toMatchObject({ claims: 2, openDenials: 1, keptClaims: 0, amountCents: 20_000 });
  });

  it('are described', async () => {
    const { paths } = (await api.call<{ paths: Record<string, unknown> }>('GET', '/openapi.json')).body;
    expect(JSON.stringify(paths['/api/codes/to-classify'])).toContain('#/components/schemas/CodesToClassify');
  });
});
