import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf } from '../support/days.ts';
import { openLetter, settle, startPlay, toldOf } from './play.ts';
import type { Play } from './play.ts';

let play: Play;
beforeAll(async () => void (play = await startPlay()), 180_000);
afterAll(() => play?.close());

const command = (id: string, body: object) => play.supervisor.post<{ state: string }>(`/denials/${id}/commands`, body);
const answer = async (id: string, outcome: string, externalId: string): Promise<void> => {
  const answeredOn = dayOf(await play.time.now());
  await play.specialist.post(`/denials/${id}/responses`, { externalId, outcome, answeredOn, regards: 'exception' });
  await settle(play);
};
const closedLetter = async (): Promise<string> => {
  const id = await openLetter(play);
  await play.specialist.post(`/denials/${id}/commands`, { kind: 'withdraw', reason: 'The patient paid.' });
  await settle(play);
  expect((await play.specialist.denial(id)).stage).toBe('closed');
  return id;
};
const waitDays = async (days: number): Promise<void> => {
  await play.time.advanceTo(new Date((await play.time.now()).getTime() + days * 86_400_000));
};

describe('what arrives after the close is a decision to reopen', () => {
  it('is asked of a supervisor every business day, and of the manager too, until somebody decides', async () => {
    const id = await closedLetter();
    await answer(id, 'denied', `after-the-close-${id}`);
    await answer(id, 'denied', `after-the-close-${id}`);
    const { lateArrivals, stage } = await play.specialist.denial(id);
    expect([stage, lateArrivals.map(({ kind }) => kind)]).toEqual(['closed', ['response']]);
    expect(await toldOf(play.supervisor, id, 'supervisor')).toContain('late-arrival');
    expect(await toldOf(play.manager, id, 'manager')).toEqual([]);

    await waitDays(8);
    const again = (await toldOf(play.manager, id, 'manager')).length;
    expect(again).toBeGreaterThanOrEqual(5);
    expect(again).toBeLessThanOrEqual(6);

    const refused = await play.specialist.request('POST', `/denials/${id}/commands`, {
      kind: 'leave-closed',
      reason: 'It is paid.',
    });
    expect(refused.status).toBe(403);
    await command(id, { kind: 'leave-closed', reason: 'It is paid.' });
    const told = await toldOf(play.manager, id, 'manager');
    await waitDays(4);
    expect(await toldOf(play.manager, id, 'manager')).toEqual(told);
    expect((await play.specialist.denial(id)).lateArrivals).toEqual([]);
  }, 240_000);

  it('goes on at the named step with a workflow of its own, which hears what had come', async () => {
    const id = await closedLetter();
    await answer(id, 'denied', `late-${id}`);
    expect(await command(id, { kind: 'reopen', at: 'appeal', reason: 'They denied it again.' })).toMatchObject({
      state: 'applied',
    });
    await settle(play);
    const denial = await play.specialist.denial(id);
    expect([denial.stage, denial.outcome, denial.lateArrivals]).toEqual(['appeal', null, []]);
    expect((await play.specialist.openTasks(id)).map(({ kind }) => kind)).toEqual(['draft-appeal', 'find-regime']);
    expect((await play.specialist.timeline(id)).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['denial.reopened', 'response.denied', 'stage.appeal', 'appeal.drafted']),
    );

    await play.specialist.complete(id, 'draft-appeal', 'drafted', { standing: 'provider' });
    await settle(play);
    expect((await play.specialist.openTasks(id)).length).toBeGreaterThan(0);
    const again = await play.supervisor.request('POST', `/denials/${id}/commands`, {
      kind: 'reopen',
      at: 'appeal',
      reason: 'Once more.',
    });
    expect(again.status).toBe(409);
  }, 180_000);

  it('a letter that went out stays as it was sent, and the new story writes its own', async () => {
    const id = await openLetter(play);
    await command(id, { kind: 'file-now', reason: 'Better now.' });
    await settle(play);
    const sentOn = dayOf(await play.time.now());
    const proof = { sentOn, channel: 'fax', proofNumber: 'F-1' };
    await play.supervisor.complete(id, 'protect-filing-date', 'sent', proof);
    await settle(play);
    await command(id, { kind: 'withdraw', reason: 'The patient paid.' });
    await settle(play);
    const [sent] = (await play.specialist.denial(id)).documents;
    await command(id, { kind: 'reopen', at: 'appeal', reason: 'Something is missing.' });
    await settle(play);
    const denial = await play.specialist.denial(id);
    expect(denial.documents).toHaveLength(2);
    expect(denial.documents).toContainEqual(sent);
    expect(denial.documents.find(({ id: one }) => one !== sent!.id)).toMatchObject({
      kind: 'appeal-1',
      state: 'draft',
    });
    expect(denial.appeals).toEqual([expect.objectContaining({ state: 'drafted', sentOn: null })]);
    expect(denial.packets).toHaveLength(1);
  }, 180_000);
});
