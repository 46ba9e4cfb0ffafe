import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf } from '../support/days.ts';
import { openLetter, settle, startPlay } from './play.ts';
import type { Play } from './play.ts';

let play: Play;
beforeAll(async () => void (play = await startPlay()), 180_000);
afterAll(() => play?.close());

const kindsOf = async (id: string): Promise<string[]> =>
  (await play.specialist.openTasks(id)).map(({ kind }) => kind).sort();
const changeRegime = async (id: string, regime: string): Promise<void> => {
  await play.specialist.post(`/denials/${id}/commands`, { kind: 'change-fact', facts: { regime } });
  await settle(play);
};
const told = async (id: string): Promise<string[]> => (await play.specialist.timeline(id)).map(({ code }) => code);

describe('which rules apply', () => {
  it('is a task beside the road: the network is verified meanwhile, and the answer settles regime and filing date', async () => {
    const id = await openLetter(play);
    expect(await kindsOf(id)).toEqual(['find-regime', 'verify-network']);
    const before = await play.specialist.denial(id);
    const checkedOn = dayOf(await play.time.now());
    await play.specialist.complete(id, 'verify-network', 'out-of-network', { source: 'directory', checkedOn });
    await settle(play);
    expect(await kindsOf(id)).toEqual(['choose-path', 'find-regime']);

    const found = { regime: 'erisa', source: 'benefits-office', planType: 'ppo' };
    await play.specialist.complete(id, 'find-regime', 'found', found);
    await settle(play);
    const after = await play.specialist.denial(id);
    expect(after.facts).toMatchObject({ regime: 'erisa', regimeSettled: true, planType: 'ppo' });
    expect(before.safeDueOn! < after.safeDueOn!).toBe(true);
    expect(await kindsOf(id)).toEqual(['choose-path']);
    const { items } = await play.manager.get<{ items: object[] }>(`/audit?denialId=${id}&limit=200`);
    expect(items).toContainEqual(
      expect.objectContaining({
        ...{ act: 'denial.changed', actorKind: 'person', actorName: 'A specialist' },
        before: { regime: 'unknown', regime_settled: false, plan_type: null },
        after: { regime: 'erisa', regime_settled: true, plan_type: 'ppo' },
      }),
    );
  }, 180_000);

  it('is asked again while nobody could find it out, and no longer once it is settled otherwise', async () => {
    const id = await openLetter(play);
    await play.specialist.complete(id, 'find-regime', 'not-found', { reason: 'The card does not say.' });
    await settle(play);
    expect(await kindsOf(id)).toEqual(['find-regime', 'verify-network']);
    await changeRegime(id, 'medicaid');
    expect(await kindsOf(id)).toEqual(['verify-network']);
    expect(await told(id)).toContain('task.cancelled.find-regime');
    await changeRegime(id, 'unknown');
    expect(await kindsOf(id)).toEqual(['find-regime', 'verify-network']);
    await play.specialist.post(`/denials/${id}/commands`, { kind: 'withdraw', reason: 'The patient paid.' });
    await settle(play);
    expect([(await play.specialist.denial(id)).stage, await kindsOf(id)]).toEqual(['closed', []]);
  }, 180_000);

  it('is not asked of a denial whose rules are known as it opens', async () => {
    const id = await openLetter(play, { regime: 'erisa' });
    expect(await kindsOf(id)).toEqual(['verify-network']);
    expect(await told(id)).not.toContain('task.opened.find-regime');
  }, 60_000);

  it('is asked by the review of the intake first, where there is one', async () => {
    const id = await openLetter(play, { codes: [{ group: 'CO', carc: '50' }] });
    expect(await kindsOf(id)).toEqual(['review-intake']);
    await play.specialist.complete(id, 'review-intake', 'corrected', {});
    await settle(play);
    expect(await kindsOf(id)).toEqual(['find-regime', 'verify-network']);
  }, 60_000);
});
