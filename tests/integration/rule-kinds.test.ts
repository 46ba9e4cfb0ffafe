import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RuleChangeView, RuleList } from '@overturn/contracts';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import { CLOCK, RuleGround, today, until } from './rule-ground.ts';

let ground: RuleGround;
beforeAll(async () => void (ground = await RuleGround.open()), 180_000);
afterAll(() => ground?.product.stop());

describe('changes of other kinds', () => {
  it('a new version touches nothing before its day, and is withdrawn by who proposed it', async () => {
    const { row, citation } = await ground.versionOf('clock', CLOCK);
    const made = await ground.ada.post<RuleChangeView>('/rules/changes', {
      ...{
        kind: 'clock',
        key: CLOCK,
        change: 'new-version',
        effectiveFrom: '2031-01-01',
        citation,
        reason: 'Next year.',
      },
      row: { ...row, amount: 60 },
    });
    expect((await ground.counted(made.id)).impact).toMatchObject({ earlier: 0, later: 0, reclassed: 0 });
    expect((await ground.ben.request('POST', `/rules/changes/${made.id}/withdraw`, {})).status).toBe(403);
    expect((await ground.ben.request('POST', `/rules/changes/${made.id}/reject`, {})).status).toBe(403); // says no reason
    expect((await ground.ada.post<RuleChangeView>(`/rules/changes/${made.id}/withdraw`, {})).state).toBe('withdrawn');
    expect((await ground.ada.request('POST', `/rules/changes/${made.id}/withdraw`, {})).status).toBe(409);
  });

  it('a new version without a last day leaves the next one, and one that replaces more says all of them', async () => {
    const key = 'ma.determination.prior-authorization';
    const { row, citation } = await ground.versionOf('clock', key);
    const proposed = async (more: object): Promise<RuleChangeView> => {
      const body = { kind: 'clock', key, change: 'new-version', effectiveFrom: '2025-06-01', citation, ...more };
      const { id } = await ground.ada.post<RuleChangeView>('/rules/changes', {
        ...{ ...body, row: { ...row, amount: 10 }, reason: 'The plan says so.' },
      });
      const change = await ground.changeOf(id);
      await ground.ada.post(`/rules/changes/${id}/withdraw`, {});
      return change;
    };
    const was = '14 calendar days from Asked';
    expect(await proposed({})).toMatchObject({ effectiveTo: '2025-12-31', was });
    expect(await proposed({ effectiveTo: '2026-06-30' })).toMatchObject({
      effectiveTo: '2026-06-30',
      was: expect.stringMatching(`to Wed 31 Dec 2025: ${was}; from Thu 1 Jan 2026: 7 calendar days from Asked$`),
    });
  });

  it('a code that nobody classes is classed alone, at once', async () => {
    const row = { carc: 'Z77', label: 'Our own reading', class: 'out-of-network' };
    const made = await ground.ada.post<RuleChangeView>('/rules/changes', {
      ...{ kind: 'carc', key: 'Z77', change: 'new-version', effectiveFrom: null, row, reason: 'The payer said so.' },
    });
    expect(made).toMatchObject({ state: 'in-force', decidedBy: { name: 'Ada' } });
    expect(await ground.versionOf('carc', 'Z77')).toMatchObject({ origin: 'own', summary: 'Out of network; surely' });
    const letter = letterOf(today, 'RULE-Z', { codes: [{ group: 'CO', carc: 'Z77' }] });
    const { id } = await ground.lim.post<{ id: string }>('/denials', letter);
    expect(await ground.lim.denial(id)).toMatchObject({ class: 'out-of-network' });
  });

  it('a code classed otherwise classes the open denials that stand by it', async () => {
    const denial = await ground.openDenial('RULE-5');
    expect((await ground.ada.denial(denial)).class).toBe('out-of-network');
    const { id } = await ground.correct('carc', '242', { class: 'contract-load' });
    expect((await ground.counted(id)).impact!.reclassed).toBeGreaterThan(0);
    await ground.approve(id);
    await until(async () => ((await ground.ada.denial(denial)).class === 'contract-load' ? true : undefined));
    const line = (await ground.ada.timeline(denial)).find(({ sentence }) => sentence.startsWith('Class: '))!;
    expect(line.sentence).toMatch(/^Class: Out of network → Contract not loaded\. Rule 242 /);
  });

  it('a class that would take a filing date away waits for a person, with its date', async () => {
    const letter = letterOf(today, 'RULE-10', { regime: 'erisa', codes: [{ group: 'CO', carc: '147' }] });
    const { id: denial } = await ground.lim.post<{ id: string }>('/denials', letter);
    const hasDispute = async () =>
      (await ground.ada.denial(denial)).deadlines.some(
        ({ purpose, state }) => purpose === 'contract-dispute' && state === 'running',
      );
    expect([(await ground.ada.denial(denial)).class, await hasDispute()]).toEqual(['contract-load', true]);
    const { id } = await ground.correct('carc', '147', { class: 'out-of-network' });
    await ground.approve(id);
    const mine = (await ground.impactOf(id)).filter(({ denialId }) => denialId === denial);
    expect(mine.map(({ purpose, state }) => [purpose, state])).toEqual([
      ['class', 'waiting'],
      ['contract-dispute', 'waiting'],
    ]);
    expect([(await ground.ada.denial(denial)).class, await hasDispute()]).toEqual(['contract-load', true]);
    await ground.ben.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    await until(async () => ((await hasDispute()) ? undefined : true));
    expect((await ground.ada.denial(denial)).triage.reasons[0]).toContain('Out of network');
  });

  it('days on which we are closed bring the safe date forward', async () => {
    const denial = await ground.openDenial('RULE-6');
    const { safeDueOn } = await ground.appealOf(denial);
    const { row } = await ground.versionOf('calendar', 'calendar');
    const tomorrow = dayOf(new Date(), 1); // after the notice: a day off is one for whatever is counted
    const { id } = await ground.ada.post<RuleChangeView>('/rules/changes', {
      ...{
        kind: 'calendar',
        key: 'calendar',
        change: 'new-version',
        effectiveFrom: tomorrow,
        reason: 'We are closed.',
      },
      row: { ...row, closures: [safeDueOn] },
    });
    expect((await ground.counted(id)).impact!.earlier).toBeGreaterThan(0);
    await ground.approve(id);
    await until(async () => ((await ground.appealOf(denial)).safeDueOn! < safeDueOn! ? true : undefined));
  });

  it('a rule whose date a payer’s own days beat moves nothing of that payer', async () => {
    const row = { purpose: 'appeal-1', filingDays: 30, source: 'Provider manual, p. 14', verifiedOn: today };
    await ground.ada.post('/payer-rules', { payer: 'Own Days Payer', ...row });
    const letter = letterOf(today, 'RULE-8', { regime: 'erisa', payerName: 'Own Days Payer' });
    const { id: denial } = await ground.lim.post<{ id: string }>('/denials', letter);
    expect((await ground.appealOf(denial)).clockId).toBe('payer.filing');
    const { id } = await ground.correct('clock', CLOCK, { amount: 60 });
    expect((await ground.counted(id)).impact!.earlier).toBeGreaterThan(0);
    expect((await ground.impactOf(id)).map(({ denialId }) => denialId)).not.toContain(denial);
    await ground.ada.post(`/rules/changes/${id}/withdraw`, {});
  });

  it('weights count in the score as the organization sets them', async () => {
    const denial = await ground.openDenial('RULE-7');
    const { score } = (await ground.ada.denial(denial)).recoverability;
    const { id } = await ground.correct('score', 'money', { bands: [{ atLeast: 0, points: 40 }] });
    await ground.approve(id);
    expect((await ground.ada.denial(denial)).recoverability.score).toBeGreaterThan(score);
  });

  it('no other organization sees or is moved by any of it', async () => {
    const other = await ground.machine.post<{ id: string }>('/organizations', { name: 'Other' });
    const there = await ground.machine.request('GET', '/rules?kind=clock', undefined, { 'x-organization': other.id });
    const { items } = (await there.json()) as RuleList;
    expect(items.every(({ origin }) => origin === 'shipped')).toBe(true);
    const changes = await ground.machine.request('GET', '/rules/changes', undefined, { 'x-organization': other.id });
    expect(await changes.json()).toEqual({ items: [], nextCursor: null });
  });
});
