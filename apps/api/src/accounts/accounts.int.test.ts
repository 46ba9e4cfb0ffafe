import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditPage, ClientView, SessionView, TeamView, UserView } from '@overturn/contracts';
import { asOwner } from '@overturn/data/test-support/rows';
import { BOOTSTRAP_KEY, signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness, Items } from '../test-support/api-harness.ts';

const PASSWORD = 'correct horse battery';
/** The moment between the work and its answer, at which a process may die. */
const BREAK_KEEPING = `
  create function break_keeping() returns trigger language plpgsql as $$ begin raise exception 'died here'; end $$;
  create trigger break_keeping before update on idempotency_key for each row execute function break_keeping()`;
let api: Harness;
let clientId: string;
beforeAll(async () => {
  api = await startHarness();
  clientId = (await api.call('POST', '/clients', { name: 'Lakeside Imaging' })).body.id;
  for (const role of ['specialist', 'supervisor', 'manager', 'administrator'])
    await api.call('POST', '/users', { email: `${role}@example.test`, name: role, password: PASSWORD, role });
}, 120_000);
afterAll(() => api.stop());

describe('the bootstrap key', () => {
  it('comes with an organization, a client and a team, and every permission', async () => {
    const { body } = await api.call<SessionView>('GET', '/session');
    expect(body).toMatchObject({ organization: { name: 'Automation', isDemo: false }, role: 'administrator' });
    expect(body.permissions).toContain('organization.create');
    expect((await api.call<Items<ClientView>>('GET', '/clients')).body.items).toContainEqual(
      expect.objectContaining({ isDefault: true }),
    );
    expect((await api.call<Items<TeamView>>('GET', '/teams')).body.items).toEqual([
      expect.objectContaining({ isDefault: true }),
    ]);
  });

  it('acts in organizations that it made and in no other', async () => {
    const made = await api.call('POST', '/organizations', { name: 'Second', timeZone: 'America/Chicago' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Second', timeZone: 'America/Chicago' } });
    const inside = { authorization: `Bearer ${BOOTSTRAP_KEY}`, 'x-organization': made.body.id };
    expect((await api.call<SessionView>('GET', '/session', undefined, inside)).body.organization.name).toBe('Second');
    const elsewhere = { ...inside, 'x-organization': '01a202d2-0000-7000-8000-000000000000' };
    expect((await api.call<SessionView>('GET', '/session', undefined, elsewhere)).status).toBe(403);
  });

  it('makes one organization a request, though the first try broke before its answer was kept', async () => {
    const ask = () =>
      api.call('POST', '/organizations', { name: 'Made once' }, { 'idempotency-key': 'organizations/made-once' });
    await asOwner(api.services.databaseUrl, (owner) => owner.query(BREAK_KEEPING));
    expect((await ask()).status).toBe(500);
    await asOwner(api.services.databaseUrl, (owner) => owner.query('drop function break_keeping cascade'));
    const made = await ask();
    expect(made.status).toBe(201);
    expect((await ask()).body).toEqual(made.body);
    const found = await asOwner(api.services.databaseUrl, (owner) =>
      owner.query<{ id: string }>("select id from organization where name = 'Made once'"),
    );
    expect(found.rows).toEqual([{ id: made.body.id }]);
  });

  it('refuses a time zone that there is none of, by field', async () => {
    const answer = await api.call('POST', '/organizations', { name: 'X', timeZone: 'Nowhere/Here' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'BAD_INPUT', errors: [{ field: 'timeZone' }] } });
  });
});

describe('signing in', () => {
  it('opens a session in a cookie that scripts cannot read, and closes it', async () => {
    const answer = await api.call(
      'POST',
      '/session',
      { email: 'Specialist@Example.test', password: PASSWORD },
      { authorization: '' },
    );
    const cookie = answer.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const headers = { cookie: cookie.split(';')[0]!, origin: api.url };
    expect((await api.call<SessionView>('GET', '/session', undefined, headers)).body).toMatchObject({
      user: { name: 'specialist' },
      role: 'specialist',
    });
    expect((await api.call('DELETE', '/session', undefined, headers)).status).toBe(204);
    expect((await api.call<SessionView>('GET', '/session', undefined, headers)).status).toBe(401);
  });

  it('answers an unknown e-mail and a wrong password with the same problem', async () => {
    const wrong = await api.call(
      'POST',
      '/session',
      { email: 'manager@example.test', password: 'no' },
      { authorization: '' },
    );
    const unknown = await api.call(
      'POST',
      '/session',
      { email: 'nobody@example.test', password: 'no' },
      { authorization: '' },
    );
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  it('is locked after ten failed tries, also when they come at the same moment and the eleventh is right', async () => {
    await api.call('POST', '/users', {
      email: 'forgetful@example.test',
      name: 'F',
      password: PASSWORD,
      role: 'specialist',
    });
    const attempt = (password: string) =>
      api.call('POST', '/session', { email: 'forgetful@example.test', password }, { authorization: '' });
    const tries = await Promise.all(Array.from({ length: 14 }, () => attempt('wrong')));
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(4);
    expect(await attempt(PASSWORD)).toMatchObject({ status: 429, body: { code: 'LOCKED_OUT' } });
    const refused = await api.call<AuditPage>('GET', '/audit?act=session.refused');
    expect(refused.body.items.filter(({ actorName }) => actorName === 'F')).toHaveLength(10);
  });

  it('takes an unsafe act only from the page itself', async () => {
    const { cookie } = await signIn(api, 'administrator@example.test', PASSWORD);
    const body = { name: 'From elsewhere' };
    expect((await api.call('POST', '/clients', body, { cookie: cookie! })).status).toBe(403);
    expect((await api.call('POST', '/clients', body, { cookie: cookie!, origin: 'https://evil.example' })).status).toBe(
      403,
    );
    expect((await api.call('POST', '/clients', body, { cookie: cookie!, origin: api.url })).status).toBe(201);
  });
});

describe('roles', () => {
  it.each([
    ['specialist', 'POST', '/clients', 403],
    ['supervisor', 'POST', '/users', 403],
    ['manager', 'GET', '/audit', 200],
    ['supervisor', 'GET', '/audit', 403],
    ['specialist', 'GET', '/health', 403],
    ['supervisor', 'GET', '/health', 200],
    ['administrator', 'POST', '/organizations', 403],
    ['specialist', 'GET', '/denials', 200],
  ])('%s %s %s is %d', async (role, method, path, status) => {
    const headers = await signIn(api, `${role}@example.test`, PASSWORD);
    expect((await api.call(method, path, method === 'POST' ? { name: 'x' } : undefined, headers)).status).toBe(status);
  });

  it('what is refused stands in the audit with who tried it', async () => {
    const headers = await signIn(api, 'specialist@example.test', PASSWORD);
    await api.call('DELETE', '/api-keys/01a202d2-0000-7000-8000-000000000000', undefined, headers);
    const { items } = (await api.call<AuditPage>('GET', '/audit?act=refused')).body;
    expect(items[0]).toMatchObject({
      actorName: 'specialist',
      subjectId: 'keys.manage',
      after: { method: 'DELETE', route: '/api/api-keys/:id' },
    });
  });
});

describe('API keys', () => {
  it('are told once, work with their role, and stop when revoked', async () => {
    const made = await api.call<{ id: string; key: string }>('POST', '/api-keys', {
      name: 'Nightly',
      role: 'specialist',
    });
    expect(made.body.key).toMatch(/^ovk_[\w-]{43}$/);
    const headers = { authorization: `Bearer ${made.body.key}` };
    expect((await api.call<SessionView>('GET', '/session', undefined, headers)).body).toMatchObject({
      user: { name: 'Nightly' },
      role: 'specialist',
    });
    expect((await api.call('POST', '/clients', { name: 'x' }, headers)).status).toBe(403);
    expect(JSON.stringify((await api.call('GET', '/api-keys')).body)).not.toContain(made.body.key);
    expect((await api.call('DELETE', `/api-keys/${made.body.id}`)).status).toBe(204);
    expect((await api.call<SessionView>('GET', '/session', undefined, headers)).status).toBe(401);
  });
});

describe('people', () => {
  it('of two organizations are listed in each once, with what they are there, and keep their password', async () => {
    const other = (await api.call('POST', '/organizations', { name: 'Beside' })).body.id;
    const inOther = { authorization: `Bearer ${BOOTSTRAP_KEY}`, 'x-organization': other };
    const person = { email: 'both@example.test', name: 'Both', password: PASSWORD, role: 'specialist' };
    const { id } = (await api.call('POST', '/users', person)).body;
    const again = { ...person, name: 'Otherwise', password: 'another password', role: 'manager' };
    expect((await api.call('POST', '/users', again, inOther)).body).toMatchObject({
      id,
      name: 'Both',
      role: 'manager',
    });
    const listed = await api.call<Items<UserView>>(
      'GET',
      '/users',
      undefined,
      await signIn(api, person.email, PASSWORD),
    );
    expect(listed.body.items.filter((one) => one.id === id)).toEqual([
      { id, name: 'Both', email: person.email, role: 'specialist', clientIds: [], teamIds: [] },
    ]);
  });

  it('are limited to clients that there are', async () => {
    const person = { email: 'limited@example.test', name: 'Lim', password: PASSWORD, role: 'specialist' };
    expect(
      (await api.call('POST', '/users', { ...person, clientIds: ['01a202d2-0000-7000-8000-000000000000'] })).status,
    ).toBe(400);
    expect((await api.call('POST', '/users', { ...person, clientIds: [clientId] })).body).toMatchObject({
      clientIds: [clientId],
    });
    expect(await api.call('POST', '/users', { ...person, clientIds: [clientId] })).toMatchObject({ status: 409 });
    const headers = await signIn(api, person.email, PASSWORD);
    expect((await api.call<Items<ClientView>>('GET', '/clients', undefined, headers)).body.items).toEqual([
      expect.objectContaining({ id: clientId }),
    ]);
  });
});
