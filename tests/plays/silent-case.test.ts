import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLetter, startPlay, toldOf } from './play.ts';
import type { Play } from './play.ts';
import type { Staff } from '../support/staff.ts';

let play: Play;
beforeAll(async () => void (play = await startPlay()), 180_000);
afterAll(() => play?.close());

/** Late in the morning of that day, in the organization's zone. */
const morning = (date: string): string => `${date}T16:00:00Z`;
const before = async (safeDueOn: string, businessDays: number): Promise<string> => {
  const { addBusinessDays } = await import('@overturn/domain/dates/business-days');
  return addBusinessDays(safeDueOn, -businessDays, { observedHolidays: true });
};

describe('a denial that nobody touches', () => {
  it('each tier reaches whom it should on its day, the appeal is drafted and asked for, nothing leaves by itself', async () => {
    const id = await openLetter(play);
    const { safeDueOn, legalDueOn, assumed } = await play.supervisor.denial(id);
    expect(assumed).toBe(true);
    const [safe, legal] = [safeDueOn!, legalDueOn!];
    const told = async () => {
      const tiersOf = async (staff: Staff, tell: string) =>
        (await toldOf(staff, id, tell)).filter((code) => code.startsWith('tier.'));
      return {
        team: await tiersOf(play.specialist, 'team'),
        supervisor: await tiersOf(play.supervisor, 'supervisor'),
        manager: await tiersOf(play.manager, 'manager'),
      };
    };

    await play.time.advanceTo(morning(await before(safe, 20)));
    expect(await told()).toMatchObject({ team: ['tier.T-20'], manager: [] });
    await play.time.advanceTo(morning(await before(safe, 10)));
    expect(await told()).toMatchObject({ team: ['tier.T-20', 'tier.T-10'], manager: [] });

    await play.time.advanceTo(morning(await before(safe, 6)));
    expect((await play.supervisor.denial(id)).appeals).toEqual([]);
    await play.time.advanceTo(morning(await before(safe, 5)));
    const drafted = await play.supervisor.denial(id);
    expect([drafted.appeals[0]?.state, drafted.documents[0]?.state, drafted.documents[0]?.kind]).toEqual([
      'drafted',
      'draft',
      'appeal-1',
    ]);
    expect((await told()).supervisor).toContain('tier.T-5');

    await play.time.advanceTo(morning(await before(safe, 1)));
    expect((await told()).manager).toEqual(['tier.T-1']);

    await play.time.advanceTo(morning(safe));
    const protect = (await play.supervisor.openTasks(id)).find((task) => task.kind === 'protect-filing-date');
    expect(protect).toMatchObject({ role: 'supervisor', dueOn: safe, state: 'open' });

    const { addBusinessDays } = await import('@overturn/domain/dates/business-days');
    const third = addBusinessDays(legal, 3, { observedHolidays: true });
    await play.time.advanceTo(morning(third));
    const late = await play.supervisor.denial(id);
    expect(late.filingState).toBe('missed');
    for (const who of ['supervisor', 'manager'] as const)
      expect((await told())[who].filter((code) => code === 'tier.overdue')).toHaveLength(3);

    expect(late.stage).not.toBe('closed');
    expect(late.packets).toEqual([]);
    expect(late.appeals.map((appeal) => appeal.state)).toEqual(['drafted']);
    expect(late.documents.map((document) => document.state)).not.toContain('sent');
    const said = (await play.supervisor.timeline(id)).map((entry) => entry.code);
    expect(said.filter((code) => /^(sent|closed|filed)/.test(code))).toEqual([]);
  }, 300_000);
});
