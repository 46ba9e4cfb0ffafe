import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskView } from '@overturn/contracts';
import { asOwner } from '@overturn/data/test-support/rows';
import { addBusinessDays } from '@overturn/domain/dates/business-days';
import { dayOf } from '../support/days.ts';
import { openLetter, settle, startPlay } from './play.ts';
import type { Play } from './play.ts';

let play: Play;
beforeAll(async () => void (play = await startPlay()), 180_000);
afterAll(() => play?.close());

const HOUR_MS = 3_600_000;
const queue = async (): Promise<TaskView[]> => (await play.specialist.get<{ items: TaskView[] }>('/tasks')).items;

describe('a task whose time is over', () => {
  it('is back in its queue where everybody sees it, also when it was out of sight', async () => {
    const id = await openLetter(play);
    const task = (await play.specialist.openTasks(id)).find(({ kind }) => kind === 'verify-network')!;
    await play.specialist.post(`/tasks/${task.id}/claim`);
    const until = new Date(Date.parse(task.dueAt) + 30 * 24 * HOUR_MS);
    expect((await play.specialist.request('POST', `/tasks/${task.id}/snooze`, { until })).status).toBe(400);
    await asOwner(play.product.services.databaseUrl, (owner) =>
      owner.query('update task set snoozed_until = $2 where id = $1', [task.id, until]),
    );
    await play.time.advanceTo(new Date(Date.parse(task.dueAt) + HOUR_MS));
    expect((await play.specialist.timeline(id)).map(({ code }) => code)).toContain('task.returned.verify-network');
    expect(await queue()).toContainEqual(
      expect.objectContaining({ id: task.id, state: 'open', assignee: null, snoozedUntil: null }),
    );
  }, 180_000);
});

describe('a filing date that was missed', () => {
  it('puts its tasks before all others and gives a new one no more time than to the next morning', async () => {
    const missed = await openLetter(play);
    const { legalDueOn } = await play.supervisor.denial(missed);
    const late = addBusinessDays(legalDueOn!, 2, { observedHolidays: true });
    await play.time.advanceTo(`${late}T16:00:00Z`);
    const fresh = await openLetter(play);
    await play.specialist.complete(missed, 'verify-network', 'out-of-network', {
      source: 'directory',
      checkedOn: late,
    });
    await settle(play);
    const path = (await play.specialist.openTasks(missed)).find(({ kind }) => kind === 'choose-path')!;
    const next = addBusinessDays(dayOf(await play.time.now()), 1, { observedHolidays: true });
    expect([path.dueOn, path.dueAt.slice(11)]).toEqual([next, '12:00:00.000Z']);

    const order = (await queue()).map(({ denialId }) => denialId);
    expect(order).toContain(fresh);
    expect(order.lastIndexOf(missed)).toBeLessThan(order.indexOf(fresh));

    const proof = { sentOn: dayOf(await play.time.now()), channel: 'fax', proofNumber: 'F-9' };
    await play.supervisor.complete(missed, 'protect-filing-date', 'sent', proof);
    await settle(play);
    expect((await play.supervisor.denial(missed)).filingState).toBe('filed-late');
    const pressed = await asOwner(play.product.services.databaseUrl, (owner) =>
      owner.query(`select 1 from task where denial_id = $1 and state = 'open' and not filing_ahead`, [missed]),
    );
    expect(pressed.rowCount).toBe(0);
  }, 300_000);
});
