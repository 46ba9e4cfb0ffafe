import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PayerList } from '@overturn/contracts';
import { BOOTSTRAP_KEY, signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const PASSWORD = 'correct horse battery';
let api: Harness;
beforeAll(async () => void (api = await startHarness()), 120_000);
afterAll(() => api.stop());

const namesFor = async (headers: Record<string, string> = {}): Promise<string[]> =>
  (await api.call<PayerList>('GET', '/payers', undefined, headers)).body.items.map(({ name }) => name);

describe('payers', () => {
  it('are those that the organization has met, by name, and nobody else’s', async () => {
    const other = (await api.call('POST', '/organizations', { name: 'Other' })).body.id;
    const inOther = { authorization: `Bearer ${BOOTSTRAP_KEY}`, 'x-organization': other };
    const clientId = (await api.call('POST', '/clients', { name: 'Lakeside' })).body.id;
    const letter = { noticeOn: '2026-11-12', codes: [{ group: 'CO', carc: '242' }] };
    for (const payerName of ['birch Mutual', 'Aster Health', 'Cedar Plan'])
      await api.call('POST', '/denials', {
        ...letter,
        payerName,
        claimNumber: payerName,
        ...(payerName === 'Cedar Plan' && { clientId }),
      });
    await api.call('POST', '/denials', { ...letter, payerName: 'Elsewhere', claimNumber: 'E' }, inOther);
    expect(await namesFor()).toEqual(['Aster Health', 'birch Mutual', 'Cedar Plan']);
    expect(await namesFor(inOther)).toEqual(['Elsewhere']);
    const person = { email: 'lim@example.test', name: 'Lim', password: PASSWORD, role: 'specialist' };
    await api.call('POST', '/users', { ...person, clientIds: [clientId] });
    expect(await namesFor(await signIn(api, person.email, PASSWORD))).toEqual(['Cedar Plan']);
    expect((await api.call('GET', '/payers', undefined, { authorization: 'none' })).status).toBe(401);
  });

  it('carry their id and name alone, as described', async () => {
    const [first] = (await api.call<PayerList>('GET', '/payers')).body.items;
    expect(first).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'Aster Health' });
    const { paths } = (await api.call<{ paths: Record<string, unknown> }>('GET', '/openapi.json')).body;
    expect(JSON.stringify(paths['/api/payers'])).toContain('#/components/schemas/PayerList');
  });
});
