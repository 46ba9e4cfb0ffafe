import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CompletedTaskView, QueueCounts, SessionView, TaskPage, TaskView } from '@overturn/contracts';
import { addDenials, addTasks, asOwner } from '@overturn/data/test-support/rows';
import type { Place } from '@overturn/data/test-support/rows';
import { signIn, startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

const PASSWORD = 'correct horse battery';
const ANSWER = { outcome: 'out-of-network', answer: { source: 'directory', checkedOn: '2026-01-02' } };
let api: Harness;
let place: Place;
let [ana, ben, sue]: Record<string, string>[] = [];
let benId: string;

beforeAll(async () => {
  api = await startHarness();
  const { body } = await api.call<SessionView>('GET', '/session');
  const organizationId = body.organization.id;
  place = await asOwner(api.services.databaseUrl, async (owner) => {
    const { rows } = await owner.query<Omit<Place, 'organizationId'>>(
      `with payer as (insert into payer (organization_id, identifier, name, created_at) values ($1, 'N104:1', 'Invented Payer', now()) returning id)
       select c.id "clientId", t.id "teamId", payer.id "payerId" from client c join team t on t.organization_id = c.organization_id, payer
       where c.organization_id = $1`,
      [organizationId],
    );
    return { organizationId, ...rows[0]! };
  });
  for (const [name, role] of [
    ['ana', 'specialist'],
    ['ben', 'specialist'],
    ['sue', 'supervisor'],
  ] as const) {
    const made = await api.call('POST', '/users', { email: `${name}@example.test`, name, password: PASSWORD, role });
    if (name === 'ben') benId = made.body.id;
  }
  [ana, ben, sue] = await Promise.all(
    ['ana', 'ben', 'sue'].map((name) => signIn(api, `${name}@example.test`, PASSWORD)),
  );
}, 120_000);
afterAll(() => api.stop());

const make = (count: number, options = {}): Promise<string[]> =>
  asOwner(api.services.databaseUrl, async (owner) =>
    addTasks(owner, place, await addDenials(owner, place, count), options),
  );

/** Of the task, or of every open one (`%`). */
const change = (id: string, to: string): Promise<unknown> =>
  asOwner(api.services.databaseUrl, (owner) =>
    owner.query(`update task set ${to} where id::text like $1 and state in ('open', 'claimed')`, [id]),
  );

describe('a day at the desk', () => {
  it('takes the next task, answers it, takes the answer back, and gives it again', async () => {
    const [id] = await make(1);
    const next = await api.call<TaskView>('POST', '/tasks/next', undefined, ana);
    expect(next).toMatchObject({
      status: 200,
      body: { id, state: 'claimed', assignee: { name: 'ana' }, patientInitials: 'PM', payerName: 'Invented Payer' },
    });
    expect((await api.call('POST', '/tasks/next', undefined, ben)).status).toBe(204);
    const done = await api.call<CompletedTaskView>('POST', `/tasks/${id}/complete`, ANSWER, ana);
    expect(done.body.task).toMatchObject({ state: 'completed', awaitingEngine: true, undoUntil: done.body.undoUntil });
    expect(await api.call('POST', `/tasks/${id}/undo`, undefined, ben)).toMatchObject({ status: 403 });
    expect(await api.call('POST', `/tasks/${id}/undo`, undefined, ana)).toMatchObject({
      status: 200,
      body: { state: 'claimed', outcome: null },
    });
    await api.call('POST', `/tasks/${id}/complete`, ANSWER, ana);
    expect(await api.call('POST', `/tasks/${id}/dismiss-undo`, undefined, ana)).toMatchObject({
      body: { undoUntil: null },
    });
    expect(await api.call('POST', `/tasks/${id}/undo`, undefined, ana)).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_HANDED_ON' },
    });
  });

  it('lets go what was held when the person goes on from that denial', async () => {
    const [id] = await make(1);
    const { body } = await api.call<TaskView>('POST', `/tasks/${id}/claim`, undefined, ana);
    await api.call('POST', `/tasks/${id}/complete`, ANSWER, ana);
    await api.call('POST', '/tasks/next', { denialId: body.denialId }, ana);
    expect(await api.call('POST', `/tasks/${id}/undo`, undefined, ana)).toMatchObject({
      body: { code: 'ALREADY_HANDED_ON' },
    });
  });

  it('says who has a task; a supervisor hands it to another', async () => {
    const [id] = await make(1);
    await api.call('POST', `/tasks/${id}/claim`, undefined, ana);
    expect(await api.call('POST', `/tasks/${id}/claim`, undefined, ben)).toMatchObject({
      status: 409,
      body: { code: 'TASK_TAKEN', detail: 'ana has “Verify network”.' },
    });
    expect((await api.call('POST', `/tasks/${id}/assign`, { userId: benId }, ben)).status).toBe(403);
    expect(await api.call('POST', `/tasks/${id}/assign`, { userId: benId }, sue)).toMatchObject({
      status: 200,
      body: { assignee: { name: 'ben' } },
    });
    expect(await api.call('POST', `/tasks/${id}/release`, undefined, ben)).toMatchObject({
      body: { state: 'open', assignee: null },
    });
  });

  it('keeps a supervisor’s task from a specialist, in the list, by Get next and by hand', async () => {
    await asOwner(api.services.databaseUrl, (owner) =>
      owner.query("update task set state = 'cancelled' where state in ('open', 'claimed')"),
    );
    const [id] = await make(1, { kind: 'rescue', queue: 'supervisor', role: 'supervisor' });
    expect((await api.call<TaskPage>('GET', '/tasks', undefined, ana)).body.items).toEqual([]);
    expect((await api.call('POST', '/tasks/next', {}, ana)).status).toBe(204);
    expect(await api.call('POST', `/tasks/${id}/claim`, undefined, ana)).toMatchObject({
      status: 403,
      body: { detail: '“Rescue” is for a supervisor.' },
    });
    const counts = await api.call<QueueCounts>('GET', '/tasks/counts', undefined, sue);
    expect(counts.body.queues).toContainEqual({ queue: 'supervisor', label: 'Supervisor', open: 1, overdue: 0 });
    expect((await api.call('POST', '/tasks/next', {}, sue)).status).toBe(200);
  });

  it('puts a task to sleep, not past what is safe and not into the past', async () => {
    const [id] = await make(1);
    const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
    expect((await api.call('POST', `/tasks/${id}/snooze`, { until: at(-1) }, ana)).status).toBe(400);
    const refused = async (hours: number): Promise<unknown> =>
      (await api.call('POST', `/tasks/${id}/snooze`, { until: at(hours) }, ana)).body.detail;
    expect(await refused(1)).toBe('This task is due before then. Choose an earlier time.');
    await change(id!, "due_at = now() - interval '1 minute'");
    expect(await refused(1)).toBe('This task is late, so it stays in sight. Do it, or hand it to somebody who can.');
    await change(id!, "due_at = now() + interval '11 days', safe_due_on = current_date + 2");
    expect(await refused(24 * 10)).toBe('The safe filing date comes before then. Choose an earlier time.');
    expect((await api.call('POST', `/tasks/${id}/snooze`, { until: at(20) }, ana)).status).toBe(200);
    expect(
      (await api.call<TaskPage>('GET', '/tasks?view=snoozed', undefined, ana)).body.items.map((task) => task.id),
    ).toEqual([id]);
    expect((await api.call<TaskPage>('GET', '/tasks', undefined, ana)).body.items.map((task) => task.id)).not.toContain(
      id,
    );
  });

  it('comes in the order of need: what a filing date presses, what is due, of that the earlier safe date, also page by page', async () => {
    await change('%', "state = 'cancelled'");
    const ids = await make(5);
    const due = (days: number): string => `due_at = timestamptz '2026-12-01' + interval '${days} days'`;
    await change(ids[0]!, `${due(1)}, safe_due_on = null`);
    await change(ids[1]!, `${due(9)}, safe_due_on = '2026-11-01', filing_ahead = false`);
    await change(ids[2]!, `${due(1)}, safe_due_on = '2027-02-01'`);
    await change(ids[3]!, `${due(1)}, safe_due_on = '2027-01-01'`);
    await change(ids[4]!, `${due(8)}, safe_due_on = '2026-11-02', filing_ahead = false`);
    const wanted = [4, 1, 3, 2, 0].map((place) => ids[place]);
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: TaskPage } = await api.call(
        'GET',
        `/tasks?limit=1${cursor && `&cursor=${cursor}`}`,
        undefined,
        ana,
      );
      listed.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(listed).toEqual(wanted);
    for (const id of wanted) expect((await api.call('POST', '/tasks/next', undefined, ana)).body).toMatchObject({ id });
  });

  it('is handed on at once by a key, which means what it says', async () => {
    const [id] = await make(1);
    const done = await api.call<CompletedTaskView>('POST', `/tasks/${id}/complete`, ANSWER);
    expect(done.body).toMatchObject({ undoUntil: null, task: { undoUntil: null } });
    expect(await api.call('POST', `/tasks/${id}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_HANDED_ON' },
    });
  });
});
