import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startServices } from '../../../../tests/support/services/services.ts';
import type { Services } from '../../../../tests/support/services/services.ts';
import type { Caller } from '../accounts/caller.ts';
import { Database, sql } from '../database/database.ts';
import { handUrls } from '../logins.ts';
import { releaseMessage } from '../outbox/outbox.ts';
import { addDenials, addTasks, asOwner, makePlace } from '../test-support/rows.ts';
import type { Place } from '../test-support/rows.ts';
import { claimNext } from './claim-next.ts';
import { claimTask } from './claim-task.ts';
import { completeTask } from './complete-task.ts';
import { undoTask } from './undo-task.ts';

let services: Services;
let db: Database;
let place: Place;
beforeAll(async () => {
  services = await startServices();
  db = new Database(handUrls(services.databaseUrl, services.env['OVERTURN_SECRET']!).app, 16);
  place = await asOwner(services.databaseUrl, makePlace);
}, 120_000);
afterAll(async () => {
  await db.close();
  await services.stop();
});

const ANSWER = { outcome: 'out-of-network', answer: { source: 'directory', checkedOn: '2026-01-02' } };

async function person(name: string): Promise<Caller> {
  const id = await asOwner(services.databaseUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      "insert into user_account (email, name, password_hash, created_at) values ($1, $2, 'none', now()) returning id",
      [`${randomUUID()}@example.test`, name],
    );
    return rows[0]!.id;
  });
  return {
    kind: 'person',
    id,
    name,
    organizationId: place.organizationId,
    role: 'specialist',
    clientIds: [],
    teamIds: [],
    isBootstrap: false,
  };
}

const makeTasks = (denials: number, options = {}): Promise<string[]> =>
  asOwner(services.databaseUrl, async (owner) =>
    addTasks(owner, place, await addDenials(owner, place, denials), options),
  );

const act = <T>(work: Parameters<typeof db.forOrganization<T>>[1]): Promise<T> =>
  db.forOrganization(place.organizationId, work);

describe('tasks', () => {
  it('are never given to two people: 1,000 open ones, two people, 16 connections', async () => {
    const ids = await makeTasks(250, { perDenial: 4 });
    const people = [await person('Ana'), await person('Ben')];
    const taken: { id: string; by: string }[] = [];
    const work = async (caller: Caller): Promise<void> => {
      for (;;) {
        const task = await claimNext(db, new Date(), caller);
        if (!task) return;
        taken.push({ id: task.id, by: caller.id });
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, n) => work(people[n % 2]!)));
    expect(taken).toHaveLength(1000);
    expect(new Set(taken.map(({ id }) => id))).toEqual(new Set(ids));
    const rows = await act((tx) =>
      tx.rows<{ id: string; by: string }>(sql`select id, assignee_id "by" from task where state = 'claimed'`),
    );
    expect(new Map(rows.map(({ id, by }) => [id, by]))).toEqual(new Map(taken.map(({ id, by }) => [id, by])));
    const told = await act((tx) =>
      tx.row(sql`select (select count(*) from audit_entry where act = 'task.claimed') audited,
                        (select count(*) from live_event where kind = 'task') told,
                        (select count(*) from denial where owner_id is null) unowned`),
    );
    expect(told).toEqual({ audited: 1000, told: 1000, unowned: 0 });
  }, 120_000);

  it('come by urgency, and what is asleep stays away', async () => {
    const [first, second, third] = await makeTasks(3);
    await act((tx) =>
      tx.run(sql`update task set snoozed_until = ${new Date(Date.now() + 3_600_000)} where id = ${first}`),
    );
    const ana = await person('Ana');
    const next = () => claimNext(db, new Date(), ana);
    expect([(await next())?.id, (await next())?.id, await next()]).toEqual([second, third, undefined]);
  });

  it('say who has them and who did them', async () => {
    const [id] = await makeTasks(1);
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    await act((tx) => claimTask(tx, new Date(), ana, id!));
    await expect(act((tx) => claimTask(tx, new Date(), ben, id!))).rejects.toMatchObject({
      code: 'TASK_TAKEN',
      message: 'Ana has “Verify network”.',
    });
    await expect(act((tx) => completeTask(tx, new Date(), ben, id!, ANSWER))).rejects.toMatchObject({
      code: 'TASK_TAKEN',
    });
    await act((tx) => completeTask(tx, new Date(), ana, id!, ANSWER));
    await expect(act((tx) => completeTask(tx, new Date(), ben, id!, ANSWER))).rejects.toMatchObject({
      code: 'TASK_NOT_OPEN',
      message: 'Ana finished “Verify network” already.',
    });
  });

  it('are completed once, however many press at the same moment', async () => {
    const [id] = await makeTasks(1);
    const people = await Promise.all(['A', 'B', 'C', 'D', 'E', 'F'].map(person));
    const results = await Promise.allSettled(
      people.map((caller) => act((tx) => completeTask(tx, new Date(), caller, id!, ANSWER))),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const messages = await act((tx) => tx.rows(sql`select payload from outbox_message where task_id = ${id}`));
    expect(messages).toEqual([{ payload: { taskId: id, key: 'verify-network/1', outcome: 'out-of-network' } }]);
  });

  it('are either undone or handed on, never both', async () => {
    const ids = await makeTasks(40);
    const ana = await person('Ana');
    const outcomes = await Promise.all(
      ids.map(async (id) => {
        const { messageId } = await act((tx) => completeTask(tx, new Date(), ana, id, ANSWER));
        const [undone, released] = await Promise.all([
          act((tx) => undoTask(tx, new Date(), ana, id)).then(
            (task) => task.state,
            (error: { code: string }) => error.code,
          ),
          act((tx) => releaseMessage(tx, new Date(), messageId)),
        ]);
        return { id, undone, released };
      }),
    );
    for (const { id, undone, released } of outcomes) {
      const row = await act((tx) =>
        tx.row(sql`select t.state, (select count(*) from outbox_message o where o.task_id = t.id and released_at is not null) released,
          (select count(*) from audit_entry a where a.subject_id = t.id::text and a.act = 'task.completed') audited from task t where id = ${id}`),
      );
      expect(undone).toBe(released ? 'ALREADY_HANDED_ON' : 'claimed');
      expect(row).toEqual({ state: released ? 'completed' : 'claimed', released: released ? 1 : 0, audited: 1 });
    }
  }, 60_000);

  it('that the denial no longer wants are cancelled by the undo', async () => {
    const [id] = await makeTasks(1);
    const ana = await person('Ana');
    await act((tx) => completeTask(tx, new Date(), ana, id!, ANSWER));
    await act((tx) => tx.run(sql`update task set cancel_wanted = true where id = ${id}`));
    expect(await act((tx) => undoTask(tx, new Date(), ana, id!))).toMatchObject({
      state: 'cancelled',
      undoUntil: null,
    });
  });

  it('answer a bad form field by field', async () => {
    const [id] = await makeTasks(1);
    const ana = await person('Ana');
    await expect(
      act((tx) =>
        completeTask(tx, new Date(), ana, id!, { outcome: 'out-of-network', answer: { checkedOn: '2999-01-01' } }),
      ),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { fields: { source: expect.any(String), checkedOn: expect.any(String) } },
    });
  });
});

it('a confirmed path is the one proposed at that moment, whatever is learnt before the workflow hears of it', async () => {
  const [dana, [task]] = [await person('Dana'), await makeTasks(1, { kind: 'choose-path', queue: 'path' })];
  const told = (value: string) =>
    asOwner(services.databaseUrl, (owner) =>
      owner.query(
        `insert into screening_fact (organization_id, denial_id, name, value, told_on, actor, created_at)
         select organization_id, denial_id, 'directorySaid', $2::jsonb, '2026-11-20', '{}', now() from task where id = $1
         on conflict (organization_id, denial_id, name) do update set value = excluded.value`,
        [task, JSON.stringify(value)],
      ),
    );
  await told('in-network');
  await act((tx) => completeTask(tx, new Date(), dana, task!, { outcome: 'confirmed', answer: {} }));
  await told('out-of-network');
  const message = await act((tx) =>
    tx.row<{ payload: object }>(sql`select payload from outbox_message where task_id = ${task}`),
  );
  expect(message!.payload).toMatchObject({ outcome: 'confirmed', path: 'directory-misinformation' });
});
