import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditPage, ClientView, SessionView, TeamView, UserView } from '@overturn/contracts';
import { addDenials, addTasks, asOwner } from '@overturn/data/test-support/rows';
import type { Place } from '@overturn/data/test-support/rows';
import { signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness, Items } from '../test-support/api-harness.ts';

const PASSWORD = 'correct horse battery';
const ANSWER = { outcome: 'out-of-network', answer: { source: 'directory', checkedOn: '2026-01-02' } };
let api: Harness;
let place: Place;
let ana: Record<string, string>;
let sue: Record<string, string>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startHarness();
  for (const [name, role] of [['ana', 'specialist'], ['ben', 'specialist'], ['sue', 'supervisor']] as const) // prettier-ignore
    ids[name] = (await api.call<UserView>('POST', '/users', { email: `${name}@example.test`, name, password: PASSWORD, role })).body.id; // prettier-ignore
  ana = await signIn(api, 'ana@example.test', PASSWORD);
  sue = await signIn(api, 'sue@example.test', PASSWORD);
  const [session, clients, teams] = [
    await api.call<SessionView>('GET', '/session'),
    await api.call<Items<ClientView>>('GET', '/clients'),
    await api.call<Items<TeamView>>('GET', '/teams'),
  ];
  const organizationId = session.body.organization.id;
  const payerId = await asOwner(api.services.databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      "insert into payer (organization_id, identifier, name, created_at) values ($1, 'N104:1', 'Aster', now()) returning id",
      [organizationId],
    );
    return rows[0]!.id;
  });
  place = { organizationId, clientId: clients.body.items[0]!.id, teamId: teams.body.items[0]!.id, payerId };
}, 120_000);
afterAll(() => api.stop());

/** A denial of its own with one task. */
async function newTask(options = {}): Promise<{ task: string; denial: string }> {
  return asOwner(api.services.databaseUrl, async (owner) => {
    const [denial] = await addDenials(owner, place, 1);
    const [task] = await addTasks(owner, place, [denial!], options);
    return { task: task!, denial: denial! };
  });
}
type Entry = AuditPage['items'][number];
/** Acts on a denial, oldest first. */
const actsOn = async (denial: string): Promise<Partial<Entry>[]> => {
  const { body } = await api.call<AuditPage>('GET', `/audit?denialId=${denial}`);
  return body.items
    .map(({ act, actorName, subjectId, before, after }) => ({ act, actorName, subjectId, before, after }))
    .toReversed();
};
const ask = async (headers: Record<string, string>, method: string, path: string, body?: unknown): Promise<number> =>
  (await api.call(method, path, body, headers)).status;

describe('the audit names actor, subject, before and after of', () => {
  it('a claim, with who became the owner by it, and a release', async () => {
    const { task, denial } = await newTask();
    expect(await ask(ana, 'POST', `/tasks/${task}/claim`)).toBe(200);
    expect(await ask(sue, 'POST', `/tasks/${task}/release`)).toBe(200);
    expect(await actsOn(denial)).toEqual([
      {
        ...{ act: 'task.claimed', actorName: 'ana', subjectId: task, before: { state: 'open', ownerId: null } },
        after: { state: 'claimed', by: 'ana', ownerId: ids['ana'] },
      },
      {
        ...{ act: 'task.released', actorName: 'sue', subjectId: task },
        ...{ before: { state: 'claimed', assigneeId: ids['ana'] }, after: { state: 'open' } },
      },
    ]);
  });

  it('a claim of the next task: one owner, once', async () => {
    const { denial } = await newTask({ perDenial: 2, queue: 'next' });
    for (const _ of [1, 2]) expect(await ask(ana, 'POST', '/tasks/next', { queue: 'next' })).toBe(200);
    expect((await actsOn(denial)).map(({ act, before, after }) => ({ act, before, after }))).toEqual([
      {
        ...{ act: 'task.claimed', before: { state: 'open', ownerId: null } },
        after: { state: 'claimed', by: 'ana', ownerId: ids['ana'] },
      },
      { act: 'task.claimed', before: { state: 'open' }, after: { state: 'claimed', by: 'ana' } },
    ]);
  });

  it('an assignment, with the owner it makes, and none when there is one', async () => {
    const { task, denial } = await newTask();
    for (const userId of [ids['ben'], ids['ana'], null])
      expect(await ask(sue, 'POST', `/tasks/${task}/assign`, { userId })).toBe(200);
    const open = { state: 'open', assigneeId: null };
    const [bens, anas] = [ids['ben'], ids['ana']].map((assigneeId) => ({ state: 'claimed', assigneeId }));
    expect((await actsOn(denial)).map(({ act, before, after }) => ({ act, before, after }))).toEqual([
      { act: 'task.assigned', before: { ...open, ownerId: null }, after: { ...bens, ownerId: ids['ben'] } },
      { act: 'task.assigned', before: bens, after: anas },
      { act: 'task.assigned', before: anas, after: open },
    ]);
  });

  it('a snooze, an answer, its undo, and an answer let go early', async () => {
    const { task, denial } = await newTask();
    await asOwner(api.services.databaseUrl, (owner) =>
      owner.query("update task set due_at = '2100-01-01' where id = $1", [task]),
    );
    const until = ['2099-01-05T09:00:00.000Z', '2099-01-06T09:00:00.000Z'];
    for (const moment of until) expect(await ask(ana, 'POST', `/tasks/${task}/snooze`, { until: moment })).toBe(200);
    for (const act of ['complete', 'undo', 'complete', 'dismiss-undo'])
      expect(await ask(ana, 'POST', `/tasks/${task}/${act}`, act === 'complete' ? ANSWER : undefined)).toBe(200);
    const answered = { state: 'completed', outcome: ANSWER.outcome, answer: ANSWER.answer };
    expect((await actsOn(denial)).map(({ act, before, after }) => ({ act, before, after }))).toEqual([
      { act: 'task.snoozed', before: { until: null }, after: { until: until[0] } },
      { act: 'task.snoozed', before: { until: expect.stringContaining('2099-01-05') }, after: { until: until[1] } },
      { act: 'task.completed', before: { state: 'open' }, after: { ...answered, by: 'ana' } },
      { act: 'task.undone', before: answered, after: { state: 'claimed' } },
      { act: 'task.completed', before: { state: 'claimed' }, after: { ...answered, by: 'ana' } },
      { act: 'task.handed-on', before: null, after: { messageId: expect.any(String) } },
    ]);
  });

  it('reading a patient’s name', async () => {
    const { denial } = await newTask();
    expect(await ask(ana, 'POST', `/denials/${denial}/patient`, { reason: 'The payer calls.' })).toBe(200);
    expect(await actsOn(denial)).toEqual([
      expect.objectContaining({ act: 'patient.opened', actorName: 'ana', after: { reason: 'The payer calls.' } }),
    ]);
  });

  it('who viewed a denial, once for each of them and hour, however often the page reads it', async () => {
    const { denial } = await newTask();
    const views = Array.from({ length: 5 }, () => ask(ana, 'GET', `/denials/${denial}`));
    expect(new Set(await Promise.all(views))).toEqual(new Set([200]));
    await ask(sue, 'GET', `/denials/${denial}`);
    const viewed = { act: 'denial.viewed', subjectId: denial, before: null, after: null };
    expect(await actsOn(denial)).toEqual(['ana', 'sue'].map((actorName) => ({ ...viewed, actorName })));
    await asOwner(api.services.databaseUrl, async (owner) => {
      await owner.query('alter table audit_entry disable trigger append_only');
      await owner.query("update audit_entry set at = at - interval '1 hour' where denial_id = $1", [denial]);
      await owner.query('alter table audit_entry enable trigger append_only');
    });
    await ask(ana, 'GET', `/denials/${denial}`);
    expect((await actsOn(denial)).map(({ actorName }) => actorName)).toEqual(['ana', 'sue', 'ana']);
    expect(await ask(ana, 'GET', '/denials/01a202d2-0000-7000-8000-000000000000')).toBe(404);
  });

  it('who looked through the claims of a remittance', async () => {
    const remittance = await asOwner(api.services.databaseUrl, async (owner) => {
      const { rows } = await owner.query<{ id: string }>(
        `with f as (insert into stored_file (organization_id, sha256, size_bytes, media_type, name, created_at)
           values ($1, 'a', 1, 'application/edi-x12', 'a.835', now()) returning id)
         insert into remittance (organization_id, file_id, sha256, state, bytes_total, counts, totals, warnings, received_at)
         select $1, id, 'a', 'imported', 1, '{"interchanges":0,"transactions":0,"claims":0,"lines":0,"adjustments":0,"denials":0,"duplicates":0}', '{"charged":0,"paid":0,"patientResponsibility":0}', '[]', now() from f returning id`,
        [place.organizationId],
      );
      return rows[0]!.id;
    });
    for (const _ of [1, 2]) expect(await ask(ana, 'GET', `/remittances/${remittance}/claims`)).toBe(200);
    const { items } = (await api.call<AuditPage>('GET', '/audit?act=remittance.viewed')).body;
    expect(items).toEqual([expect.objectContaining({ actorName: 'ana', subjectId: remittance, denialId: null })]);
  });

  it('of a denial only to those who may see its client, and of all else to who sees every client', async () => {
    const { task } = await newTask();
    expect(await ask(ana, 'POST', `/tasks/${task}/claim`)).toBe(200);
    const second = (await api.call('POST', '/clients', { name: 'Second' })).body.id;
    const theirs = await asOwner(api.services.databaseUrl, async (owner) => {
      const [denial] = await addDenials(owner, { ...place, clientId: second }, 1);
      return { denial, task: (await addTasks(owner, { ...place, clientId: second }, [denial!]))[0] };
    });
    const mia = { email: 'mia@example.test', name: 'mia', password: PASSWORD, role: 'manager', clientIds: [second] };
    await api.call('POST', '/users', mia);
    const cookies = await signIn(api, mia.email, PASSWORD);
    const seen = async (): Promise<(string | null)[]> =>
      (await api.call<AuditPage>('GET', '/audit', undefined, cookies)).body.items.map(({ denialId }) => denialId);
    expect(await seen()).toEqual([]);
    expect(await ask(cookies, 'POST', `/tasks/${theirs.task}/claim`)).toBe(200);
    expect(await seen()).toEqual([theirs.denial]);
  });

  it('what a person may not do, whoever says no to it', async () => {
    const { task } = await newTask({ kind: 'rescue', role: 'manager' });
    expect(await ask(ana, 'POST', '/clients', { name: 'x' })).toBe(403);
    expect(await ask(ana, 'POST', `/tasks/${task}/claim`)).toBe(403);
    expect(await ask({ ...ana, origin: 'https://evil.example' }, 'POST', `/tasks/${task}/claim`)).toBe(403);
    const { items } = (await api.call<AuditPage>('GET', '/audit?act=refused')).body;
    const route = '/api/tasks/:id/claim';
    expect(items.map(({ actorName, subjectId, after }) => ({ actorName, subjectId, after }))).toEqual([
      { actorName: 'ana', subjectId: route, after: expect.objectContaining({ sentence: expect.stringContaining('page') }) },
      { actorName: 'ana', subjectId: route, after: expect.objectContaining({ method: 'POST', taskId: task }) },
      { actorName: 'ana', subjectId: 'clients.manage', after: expect.objectContaining({ route: '/api/clients' }) },
    ]); // prettier-ignore
  });

  it('signing in, failing to, being locked out, moving and leaving', async () => {
    const attempt = (password: string) => api.call('POST', '/session', { email: 'ben@example.test', password }, { authorization: '' }); // prettier-ignore
    const ben = await signIn(api, 'ben@example.test', PASSWORD);
    const other = (await api.call('POST', '/organizations', { name: 'Second' })).body.id;
    await asOwner(api.services.databaseUrl, (owner) =>
      owner.query(
        "insert into membership (organization_id, user_id, role, created_at) values ($1, $2, 'specialist', now())",
        [other, ids['ben']],
      ),
    );
    expect(await ask(ben, 'POST', '/session/organization', { organizationId: other })).toBe(200);
    expect(await ask(ben, 'POST', '/session/organization', { organizationId: place.organizationId })).toBe(200);
    expect(await ask(ben, 'DELETE', '/session')).toBe(204);
    for (let n = 0; n < 10; n++) await attempt('wrong');
    expect((await attempt(PASSWORD)).status).toBe(429);
    const { items } = (await api.call<AuditPage>('GET', '/audit?limit=200')).body;
    const bens = items.filter(({ act, actorId }) => act.startsWith('session.') && actorId === ids['ben']).toReversed();
    expect(bens.map(({ act }) => act)).toEqual([
      ...['session.opened', 'session.moved', 'session.moved', 'session.closed'],
      ...Array.from({ length: 10 }, () => 'session.refused'),
      'session.locked-out',
    ]);
    expect(bens[1]).toMatchObject({
      before: { organizationId: place.organizationId },
      after: { organizationId: other },
    });
    const there = await asOwner(api.services.databaseUrl, (owner) =>
      owner.query('select from audit_entry where organization_id = $1 and act = $2', [other, 'session.moved']),
    );
    expect(there.rowCount).toBe(2);
  });
});
