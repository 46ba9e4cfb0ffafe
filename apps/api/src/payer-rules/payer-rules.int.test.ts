import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EffectiveRuleView, PayerRuleHistory, PayerRuleList, PayerRuleView, Problem } from '@overturn/contracts';
import { BOOTSTRAP_KEY, signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const PASSWORD = 'correct horse battery';
const ASTER = { payer: 'Aster Health', source: 'Provider manual, page 14', verifiedOn: '2026-01-15' };
let api: Harness;
beforeAll(async () => void (api = await startHarness()), 120_000);
afterAll(() => api.stop());

const create = (body: object, headers?: Record<string, string>) =>
  api.call<PayerRuleView & Problem>('POST', '/payer-rules', { ...ASTER, ...body }, headers);
const list = async (query = '', headers = {}) =>
  (await api.call<PayerRuleList>('GET', `/payer-rules${query}`, undefined, headers)).body.items;

describe('payer rules', () => {
  it('the most specific row wins, and says why the others do not', async () => {
    await create({ askedBy: ['provider'], minimumContacts: 1 });
    await create({ purpose: 'exception', minimumContacts: 3 });
    const won = (await create({ purpose: 'exception', state: 'NJ', product: 'ppo', facilityApart: true })).body;
    await create({ purpose: 'exception', state: 'TX' });
    const asked = '/payer-rules/effective?payer=aster%20health&product=ppo&state=NJ&purpose=exception';
    const { body } = await api.call<EffectiveRuleView>('GET', asked);
    expect(body.winner).toBe(won.id);
    expect(body.says).toBe(
      'The most specific row wins: the one for product ppo, state NJ, purpose exception, verified on 2026-01-15.',
    );
    expect(body.holds).toMatchObject({ askedBy: ['provider'], minimumContacts: 3, facilityApart: true });
    expect(body.rows.map(({ verdict }) => verdict).toSorted()).toEqual([
      'does-not-fit',
      'less-specific',
      'less-specific',
      'won',
    ]);
    expect(body.rows.find(({ verdict }) => verdict === 'does-not-fit')!.because).toBe(
      'It is for state TX; asked was NJ.',
    );
    const none = await api.call<EffectiveRuleView>('GET', '/payer-rules/effective?payer=Nobody');
    expect(none.body).toEqual({ says: 'No row is kept for this payer.', winner: null, holds: null, rows: [] });
  });

  it('are the organization’s own; staff reads them, an administrator writes them', async () => {
    const other = (await api.call('POST', '/organizations', { name: 'Other' })).body.id;
    const inOther = { authorization: `Bearer ${BOOTSTRAP_KEY}`, 'x-organization': other };
    expect(await list('', inOther)).toEqual([]);
    const [mine] = await list();
    expect((await api.call('GET', `/payer-rules/${mine!.id}/history`, undefined, inOther)).status).toBe(404);
    expect((await api.call('DELETE', `/payer-rules/${mine!.id}`, undefined, inOther)).status).toBe(404);
    expect((await create({}, inOther)).status).toBe(201);
    await api.call('POST', '/users', {
      email: 'lim@example.test',
      name: 'Lim',
      password: PASSWORD,
      role: 'specialist',
    });
    const specialist = await signIn(api, 'lim@example.test', PASSWORD);
    expect((await list('', specialist)).length).toBe(4);
    expect((await create({ state: 'OH' }, specialist)).status).toBe(403);
  });

  it('an edit keeps the row as it was, with who and when; a version that is old is refused', async () => {
    const made = await create({ payer: 'Birch Mutual', channel: 'fax', mode: 'assisted', address: '212-555-0143' });
    expect(made.headers.get('etag')).toBe('"1"');
    const { id } = made.body;
    const next = {
      ...ASTER,
      payer: 'Birch Mutual',
      channel: 'portal',
      mode: 'assisted',
      address: 'https://birch.example/oon',
    };
    const put = (version?: string) =>
      api.call<PayerRuleView & Problem>('PUT', `/payer-rules/${id}`, next, version ? { 'if-match': version } : {});
    expect((await put()).status).toBe(400);
    expect((await put('"1"')).body).toMatchObject({ version: 2, channel: 'portal' });
    expect((await put('"1"')).status).toBe(412);
    expect((await api.call('DELETE', `/payer-rules/${id}`)).status).toBe(200);
    const { items } = (await api.call<PayerRuleHistory>('GET', `/payer-rules/${id}/history`)).body;
    expect(items.map(({ version, channel }) => [version, channel])).toEqual([
      [2, 'portal'],
      [1, 'fax'],
    ]);
    expect(items.every(({ endedAt, endedBy }) => endedAt !== null && endedBy !== null)).toBe(true);
    expect((await put('"2"')).body.detail).toMatch(/ended this row/);
    expect(await list('?payer=Birch%20Mutual')).toEqual([]);
    const { items: acts } = (await api.call<{ items: { act: string }[] }>('GET', '/audit?limit=20')).body;
    expect(acts.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['payer-rule.created', 'payer-rule.edited', 'payer-rule.ended']),
    );
  });

  it('one key makes one row, and two rows for the same are one too many', async () => {
    const once = { 'idempotency-key': 'once', authorization: `Bearer ${BOOTSTRAP_KEY}` };
    const [first, again] = [await create({ payer: 'Cedar Plan' }, once), await create({ payer: 'Cedar Plan' }, once)];
    expect(again.body.id).toBe(first.body.id);
    const { status, body } = await create({ payer: 'cedar plan' });
    expect([status, body.detail]).toEqual([409, expect.stringMatching(/kept already/)]);
  });

  it('is stale after 180 days, or after its own time', async () => {
    await create({ payer: 'Dogwood', verifiedOn: '2020-01-01' });
    await create({ payer: 'Dogwood', state: 'NJ', verifiedOn: '2020-01-01', staleAfterDays: 3650 });
    expect((await list('?payer=Dogwood&stale=true')).map(({ staleOn }) => staleOn)).toEqual(['2020-06-30']);
    expect((await list('?payer=Dogwood&stale=false')).map(({ state }) => state)).toEqual(['NJ']);
  });

  it.each([
    [{ payer: '1003000126' }, 'payer', /NPI of a provider/],
    [{ channel: 'fax', address: '555-01' }, 'address', /ten digits, like 212-555-0143/],
    [{ channel: 'fax', address: '1003000126' }, 'address', /NPI/],
    [{ channel: 'phone', address: 'call them' }, 'address', /ten digits/],
    [{ channel: 'portal', address: 'birch portal' }, 'address', /https/],
    [{ channel: 'portal', address: 'javascript:alert(1)' }, 'address', /https/],
    [{ channel: 'mail', address: 'Ohio' }, 'address', /whole postal address/],
    [{ channel: 'fax' }, 'address', /where to/],
    [{ address: '212-555-0143' }, 'channel', /which channel/],
    [{ purpose: 'gap' }, 'purpose', /Use exception, authorization/],
    [{ product: 'gold' }, 'product', /Use hmo/],
    [{ state: 'ZZ' }, 'state', /two capital letters/],
    [{ verifiedOn: '11/26/2026' }, 'verifiedOn', /year-month-day/],
    [{ verifiedOn: '2199-01-01' }, 'verifiedOn', /still to come/],
    [{ verifiedOn: '1999-12-31' }, 'verifiedOn', /before 2000/],
    [{ minimumContacts: -1 }, 'minimumContacts', /0 to 50/],
    [{ levels: 3 }, 'levels', /1 or 2/],
    [{ closures: ['2026-02-30'] }, 'closures.0', /no date/],
    [{ grounds: ['appeal'] }, 'grounds.0', /access-gap/],
    [{ source: '' }, 'source', /Say where/],
  ])('refuses %o at %s', async (change, field, remedy) => {
    const { status, body } = await create({ payer: 'Elm', ...change });
    expect([status, body.errors]).toEqual([400, [{ field, sentence: expect.stringMatching(remedy) }]]);
  });
});
