import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Op } from '@overturn/workflows/activities';
import { Desk } from './desk.ts';
import type { Case } from './desk.ts';
import { beQuiet, bundleForReplay, startedWith, replay, stepsOf } from './replay.ts';
import type { StoredHistory } from './replay.ts';
import { takeHistories } from './take-history.ts';

/** Small: a run ends every few steps. */
const ROLLOVER_EVENTS = '60';

/** What a run carries, as far as this test reads it. */
interface Carried {
  stage: string;
  tiers: string[];
  open: Record<string, unknown>;
  early: { number: number }[];
}

/** What was told of the denial, each row by a name that may stand there once. */
const overdueDay = (code: string): string => `case when ${code} then (at at time zone 'UTC')::date::text else '' end`;
const TOLD = [
  `select concat(code, tell, task_id, ${overdueDay("code = 'tier.overdue'")}) as name from notice where denial_id = $1`,
  `select concat(code, ${overdueDay("code = 'tier.overdue'")}) as name from timeline_entry
   where denial_id = $1 and (code like 'tier.%' or code like 'document.drafted%' or code = 'appeal.drafted')`,
  `select concat(act, subject_id, ${overdueDay("act = 'deadline.overdue'")}) as name from audit_entry
   where denial_id = $1 and (act like 'deadline.%' or act in
     ('task.opened', 'task.returned', 'task.raised', 'document.drafted', 'appeal.drafted'))`,
];

let desk: Desk;
let denial: Case;
let runs: StoredHistory[];

beforeAll(async () => {
  beQuiet();
  desk = await Desk.open({ OVERTURN_ROLLOVER_EVENTS: ROLLOVER_EVENTS });
  denial = await desk.openDenial();
  await denial.printsDeadline(45);
  await denial.requestException();
  await desk.wait(26);
}, 300_000);
afterAll(() => desk?.close(), 60_000);

const codes = async (like: string): Promise<string[]> => {
  const rows = await desk.rows<{ code: string }>(
    denial.id,
    'select code from timeline_entry where denial_id = $1 order by seq, ordinal',
  );
  return rows.map(({ code }) => code).filter((code) => code.startsWith(like));
};
const carriedBy = (run: StoredHistory): Carried | undefined => startedWith(run)?.carried as Carried | undefined;
const opsOf = (histories: StoredHistory[]): Op[] => histories.flatMap(stepsOf).flatMap(({ ops }) => ops);
const repeated = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);

describe('a denial that continues as new in the middle of a wait', () => {
  it('hands over an open task, two tiers raised, and a message that came early', async () => {
    const last = await denial.lastNumber();
    await denial.rollOver();
    const carried = (await takeHistories(desk.temporal, denial.id))
      .map(carriedBy)
      .findLast((one) => one !== undefined)!;
    expect(carried.stage).toBe('await-response');
    expect(carried.tiers.map((name) => name.split('/')[1])).toEqual(['T-20', 'T-10']);
    expect(Object.keys(carried.open)).toEqual(['find-regime/1', 'chase/exception/1/acknowledgement']);
    expect(carried.early.map(({ number }) => number)).toEqual([last + 2]);
    expect(await codes('facts-changed')).toEqual([]);
  }, 120_000);

  it('takes what is sent around it once and in order', async () => {
    const before = (await codes('response.')).length;
    await denial.respond('acknowledged', { reference: 'first' });
    await desk.tell(denial.id, 'facts-changed', {});
    await denial.settle();
    const answeredOn = await desk.dayIn(0);
    const [said, changed] = [await codes('response.'), await codes('facts-changed')];
    expect([said.length - before, changed.length]).toEqual([1, 1]);
    expect((await codes('')).lastIndexOf('response.acknowledged')).toBeLessThan(
      (await codes('')).indexOf('facts-changed'),
    );

    const answer = (nth: number) => ({ externalId: `burst/${nth}`, outcome: 'acknowledged', answeredOn });
    await Promise.all(
      Array.from({ length: 12 }, (_, nth) => desk.staff.post(`/denials/${denial.id}/responses`, answer(nth))),
    );
    await denial.settle();
    runs = await takeHistories(desk.temporal, denial.id);
    const taken = opsOf(runs).flatMap((op) => (op.op === 'apply-response' ? [op.inboxId] : []));
    const sent = await desk.rows<{ id: string }>(
      denial.id,
      `select payload ->> 'inboxId' as id from outbox_message where denial_id = $1 and kind = 'response' order by number`,
    );
    expect(taken).toEqual(sent.map(({ id }) => id));
    expect(taken).toHaveLength(13);
  }, 120_000);

  it('goes on waiting, and ends as any other', async () => {
    await desk.wait(7);
    expect(await codes('tier.')).toEqual(['tier.T-20', 'tier.T-10', 'tier.T-5']);
    await denial.complete('chase-payer', 'answered', { contactedOn: await desk.dayIn(0) });
    await denial.complete('record-response', 'approved', {
      receivedOn: await desk.dayIn(0),
      benefitLevel: 'in-network',
    });
    await denial.pay();
    expect((await desk.staff.denial(denial.id)).outcome).toBe('paid-as-granted');
    runs = await takeHistories(desk.temporal, denial.id);
    expect(runs.length).toBeGreaterThan(3);
  }, 180_000);

  it('raised, told and opened nothing twice', async () => {
    // overdue is said each business day, and each day once
    const dayOf = (op: Op, now: string): string =>
      op.op === 'raise-tier' && op.tier === 'overdue' ? now.slice(0, 10) : '';
    const names = (...kinds: Op['op'][]): string[] =>
      runs
        .flatMap(stepsOf)
        .flatMap(({ ops, now }) =>
          ops.filter(({ op }) => kinds.includes(op)).map((op) => `${JSON.stringify(op)}${dayOf(op, now)}`),
        );
    expect(repeated(names('open-task', 'remind-task', 'return-task', 'raise-task', 'raise-tier', 'appeal'))).toEqual(
      [],
    );
    expect(names('raise-tier').length).toBeGreaterThan(4);

    const rows = async (text: string): Promise<string[]> =>
      (await desk.rows<{ name: string }>(denial.id, text)).map(({ name }) => name);
    const opened = await rows('select key as name from task where denial_id = $1');
    expect(repeated(opened)).toEqual([]);
    expect(names('open-task')).toHaveLength(opened.length);
    for (const told of TOLD) {
      const all = await rows(told);
      expect(all.length).toBeGreaterThan(0);
      expect(repeated(all)).toEqual([]);
    }
  });

  it('numbers its steps without a gap through all runs, and every run replays', async () => {
    expect(runs.flatMap(stepsOf).map(({ seq }) => seq)).toEqual(runs.flatMap(stepsOf).map((_, index) => index + 1));
    const named = Object.fromEntries(runs.map((run, index) => [`run ${index + 1}`, run]));
    expect(await replay(await bundleForReplay(), named)).toEqual(
      Object.fromEntries(Object.keys(named).map((name) => [name, null])),
    );
  }, 120_000);
});

describe('a step that the next run enters again', () => {
  const openKinds = async (one: Case): Promise<string[]> =>
    (await desk.staff.openTasks(one.id)).map(({ kind }) => kind).filter((kind) => kind !== 'chase-payer');

  it('asks no supervisor twice, and hears the answer to what the run before asked', async () => {
    const one = await desk.openDenial({ regime: 'erisa' });
    await one.verify('out-of-network');
    await one.complete('choose-path', 'confirmed');
    await one.gather();
    await one.complete('review-packet', 'approved');
    await one.complete('send-packet', 'refused-by-channel', { reason: 'The line is dead.' });
    await one.rescue('go-on');
    await one.rollOver();
    await one.sendWhatWasEarly();
    expect(await openKinds(one)).toEqual(['send-packet']);
    await one.send();
    await one.respond('partly', { wording: 'Half of it.', benefitLevel: 'in-network' });
    await one.rollOver();
    await one.sendWhatWasEarly();
    expect(await openKinds(one)).toEqual(['rescue']);
    await one.rescue('appeal');
    await one.complete('draft-appeal', 'back', { reason: 'The form is missing.' });
    await one.rescue('go-on');
    await one.rollOver();
    await one.sendWhatWasEarly();
    expect(await openKinds(one)).toEqual(['draft-appeal']);
    expect((await desk.staff.denial(one.id)).stage).toBe('appeal');
  }, 180_000);
});
