import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HealthView, TaskView } from '@overturn/contracts';
import { workflowIdOf } from '@overturn/domain';
import { Client as TemporalClient, Connection } from '@temporalio/client';
import { Client } from 'pg';
import { ChaosGround, until } from './chaos-ground.ts';
import { readHistories } from './facts-in-histories.ts';
import type { Told } from './facts-in-histories.ts';
import { brokenRules } from './facts-in-rows.ts';
import { startAgain } from './kill-plan.ts';
import { letterBody, openLetter, YESTERDAY } from './letters.ts';

let ground: ChaosGround;
beforeAll(async () => void (ground = await ChaosGround.open()), 240_000);
afterAll(() => ground?.close(), 60_000);

/** Of the lock on which the relay's word waits. */
const HELD = 815;
const ANSWER = { outcome: 'out-of-network', answer: { source: 'directory', checkedOn: YESTERDAY } };
const told = async (denialId: string): Promise<Told> => (await readHistories(ground, [denialId]))[0]!;

/** The worker stands still: what is committed now is not handed on. */
const pauseWorker = (): void => void process.kill(ground.product.pid('worker')!, 'SIGSTOP');
const resumeWorker = (): void => void process.kill(ground.product.pid('worker')!, 'SIGCONT');

async function killWorker(): Promise<void> {
  await ground.product.kill('worker', 'SIGKILL');
}

async function verifyTask(denialId: string): Promise<string> {
  const text = "select id from task where denial_id = $1 and kind = 'verify-network' and state = 'open'";
  await until('the network question is open', async () => (await ground.rows(text, [denialId])).length === 1);
  return (await ground.row<{ id: string }>(text, [denialId])).id;
}

const complete = (taskId: string): Promise<Response> =>
  ground.machine.staff.request('POST', `/tasks/${taskId}/complete`, ANSWER);

const untilApplied = (taskId: string): Promise<void> =>
  ground.untilNone(
    'the answer has taken effect',
    `select from task t where t.id = $1 and not exists (select from timeline_entry e where e.denial_id = t.denial_id and e.code like 'task.completed.%')`,
    [taskId],
  );

/** Lets the relay hand messages on, but not say so: until then its word waits on the owner's lock. */
async function holdWord(): Promise<{ release(): Promise<void> }> {
  const owner = new Client({ connectionString: ground.product.services.databaseUrl });
  await owner.connect();
  await owner.query(`create or replace function wait_to_tell() returns trigger language plpgsql as
    $$ begin
      if old.delivered_at is null and new.delivered_at is not null then perform pg_advisory_xact_lock_shared(${HELD}); end if;
      return new;
    end $$`);
  await owner.query(`create or replace trigger wait_to_tell before update on outbox_message
    for each row execute function wait_to_tell()`);
  await owner.query(`select pg_advisory_lock(${HELD})`);
  return { release: () => owner.end() };
}

async function onTemporal<T>(ask: (client: TemporalClient) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: ground.product.services.temporalAddress });
  try {
    return await ask(new TemporalClient({ connection }));
  } finally {
    await connection.close();
  }
}

describe('a worker that is killed between an act and its effect', () => {
  it('after the commit, before the signal: the answer is signalled and applied once', async () => {
    const denialId = await openLetter(ground, letterBody('HELD-1'));
    const taskId = await verifyTask(denialId);
    pauseWorker();
    expect((await complete(taskId)).status).toBe(200);
    await killWorker();
    const waiting = await ground.row(
      'select released_at is not null released, delivered_at from outbox_message where task_id = $1',
      [taskId],
    );
    expect(waiting).toEqual({ released: true, delivered_at: null });
    await startAgain(ground.product, 'worker');
    await untilApplied(taskId);
    expect(await told(denialId)).toMatchObject({ runs: 1, signals: [{ number: 1 }], applied: [taskId] });
    expect(await brokenRules(ground)).toEqual({});
  }, 120_000);

  it('after the signal, before it is noted: the answer is signalled twice and applied once', async () => {
    const denialId = await openLetter(ground, letterBody('HELD-2'));
    const taskId = await verifyTask(denialId);
    pauseWorker();
    expect((await complete(taskId)).status).toBe(200);
    const message = await holdWord();
    resumeWorker();
    await until('the signal has arrived', async () => (await told(denialId)).signals.length === 1);
    await killWorker();
    await message.release();
    await startAgain(ground.product, 'worker');
    await untilApplied(taskId);
    await ground.untilNone('the message is delivered', 'select from outbox_message where delivered_at is null');
    expect(await told(denialId)).toMatchObject({ runs: 1, signals: [{ number: 1 }, { number: 1 }], applied: [taskId] });
    expect(await brokenRules(ground)).toEqual({});
  }, 120_000);

  it('after the start, before it is noted: the denial has one workflow', async () => {
    pauseWorker();
    const denialId = await openLetter(ground, letterBody('HELD-3'));
    const message = await holdWord();
    resumeWorker();
    const isStarted = (): Promise<boolean> =>
      onTemporal((client) =>
        client.workflow
          .getHandle(workflowIdOf(denialId))
          .describe()
          .then(
            () => true,
            () => false,
          ),
      );
    await until('the workflow is started', isStarted);
    await killWorker();
    await message.release();
    await startAgain(ground.product, 'worker');
    await verifyTask(denialId);
    await ground.untilNone('the start is delivered', 'select from outbox_message where delivered_at is null');
    expect(await told(denialId)).toMatchObject({ runs: 1, broken: 0 });
    expect(await ground.rows('select kind from task where denial_id = $1 order by kind', [denialId])).toEqual([
      { kind: 'find-regime' },
      { kind: 'verify-network' },
    ]);
  }, 120_000);
});

describe('while Temporal is stopped', () => {
  it('an answer is accepted and kept, health says so, and it is applied after the restart', async () => {
    const denialId = await openLetter(ground, letterBody('HELD-4'));
    const taskId = await verifyTask(denialId);
    await ground.product.kill('temporal');

    expect((await complete(taskId)).status).toBe(200);
    const health = await ground.machine.staff.get<HealthView>('/health');
    expect(health).toMatchObject({ state: 'degraded', outbox: { waiting: 1 } });
    expect(health.parts.filter(({ state }) => state !== 'ok').map(({ name }) => name)).toEqual(['temporal']);
    expect((await ground.machine.staff.request('GET', '/health/ready')).status).toBe(200);
    const kept = await ground.machine.staff.get<TaskView>(`/tasks/${taskId}`);
    expect(kept).toMatchObject({ state: 'completed', awaitingEngine: true });
    // a new denial is taken as well
    const opened = await openLetter(ground, letterBody('HELD-5'));

    await startAgain(ground.product, 'temporal');
    await untilApplied(taskId);
    await verifyTask(opened);
    expect(await told(denialId)).toMatchObject({ runs: 1, signals: [{ number: 1 }], applied: [taskId] });
    expect(await brokenRules(ground)).toEqual({});
    await until(
      'health is good again',
      async () => (await ground.machine.staff.get<HealthView>('/health')).state === 'ok',
    );
  }, 120_000);
});
