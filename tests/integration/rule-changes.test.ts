import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DenialView, Problem, WhatIfView } from '@overturn/contracts';
import { dayOf } from '../support/days.ts';
import { CLOCK, RuleGround, today, until } from './rule-ground.ts';

let ground: RuleGround;
beforeAll(async () => void (ground = await RuleGround.open()), 180_000);
afterAll(() => ground?.product.stop());

describe('a correction by two people', () => {
  let denial: string;
  let first: DenialView['deadlines'][number];

  it('is refused by its fields, and by who may', async () => {
    denial = await ground.openDenial('RULE-1');
    first = await ground.appealOf(denial);
    expect(first.clockId).toBe(CLOCK);
    const { effectiveFrom, citation, verified, row } = await ground.versionOf('clock', CLOCK);
    const shared = { kind: 'clock', key: CLOCK, change: 'correction', effectiveFrom, citation, verified };
    const body = { ...shared, reason: 'A try.' };
    const wrong = await ground.ada.request('POST', '/rules/changes', {
      ...body,
      row: { ...row, amount: 'many', roll: 'x' },
    });
    expect([wrong.status, ((await wrong.json()) as Problem).errors!.map(({ field }) => field).sort()]).toEqual([
      400,
      ['row.amount', 'row.roll'],
    ]);
    expect((await ground.ada.request('POST', '/rules/changes', { ...body, row })).status).toBe(400); // what holds already
    expect((await ground.lim.request('POST', '/rules/changes', { ...body, row: { ...row, amount: 90 } })).status).toBe(
      403,
    );
  });

  it('says what it would move, waits for a second person, and moves an earlier date by itself', async () => {
    const { id } = await ground.correct('clock', CLOCK, { amount: 90 }, { citation: 'Handbook 4' });
    const { impact, state, was } = await ground.counted(id);
    expect([state, was]).toEqual(['proposed', '180 calendar days from Received']);
    expect(impact).toMatchObject({ examined: 1, earlier: 1, later: 0, waiting: 0 });
    expect((await ground.appealOf(denial)).legalDueOn).toBe(first.legalDueOn);
    expect((await ground.ada.request('POST', `/rules/changes/${id}/approve`, {})).status).toBe(403);
    expect((await ground.machine.request('POST', `/rules/changes/${id}/approve`, {})).status).toBe(403);
    const another = await ground.ada.request('POST', '/rules/changes', {
      ...{ kind: 'clock', key: CLOCK, change: 'new-version', effectiveFrom: '2030-01-01', citation: 'Handbook 5' },
      ...{ row: (await ground.versionOf('clock', CLOCK)).row, reason: 'At the same time.' },
    });
    expect(another.status).toBe(409);
    await ground.approve(id);
    const moved = await until(async () => {
      const appeal = await ground.appealOf(denial);
      return appeal.citation === 'Handbook 4' ? appeal : undefined;
    });
    expect(moved.legalDueOn! < first.legalDueOn!).toBe(true);
    expect(moved.trace.some(({ sentence }) => sentence.includes('90 calendar days'))).toBe(true);
    const line = (await ground.ada.timeline(denial)).find(({ code }) => code === 'rule.applied')!;
    expect(line.sentence).toMatch(
      /^Date of appeal: safe .+, legal .+ → safe .+, legal .+\. Rule .+ corrected by Ada, approved by Ben\.$/,
    );
    expect(await ground.impactOf(id)).toMatchObject([{ denialId: denial, moves: 'earlier', state: 'applied' }]);
    expect(await ground.versionOf('clock', CLOCK)).toMatchObject({
      origin: 'own',
      changeId: id,
      citation: 'Handbook 4',
    });
  });

  it('never moves a filing date later without a person, one by one or all', async () => {
    const second = await ground.openDenial('RULE-2');
    const third = await ground.openDenial('RULE-3');
    const before = await ground.appealOf(denial);
    const { id } = await ground.correct('clock', CLOCK, { amount: 120 }, { citation: 'Handbook 6' });
    expect((await ground.approve(id)).impact).toMatchObject({ examined: 3, later: 3, waiting: 3 });
    const held = await ground.heldBack(denial); // told by the approval, without a fact that changes
    expect(held.legalDueOn).toBe(before.legalDueOn);
    const asked = await ground.lim.post<WhatIfView>(`/denials/${denial}/what-if`, { receivedOn: today });
    expect(asked.items.find(({ purpose }) => purpose === 'appeal')!.after!.legalDueOn).toBe(before.legalDueOn);
    const fourth = await ground.openDenial('RULE-4'); // begins under the rule as it is now
    const later = (await ground.appealOf(fourth)).legalDueOn!;
    expect(later > before.legalDueOn!).toBe(true);
    await ground.ben.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    await ground.movedTo(denial, later);
    const lines = (await ground.ada.timeline(denial)).filter(({ code }) => code === 'rule.applied');
    expect(lines.some(({ sentence }) => sentence.includes(', taken by Ben. Rule'))).toBe(true);
    await ground.ada.post(`/rules/changes/${id}/later`, { denialIds: [second], keep: true });
    await until(async () => (await ground.ada.timeline(second)).find(({ code }) => code === 'rule.kept'));
    expect((await ground.machine.request('POST', `/rules/changes/${id}/later`, { all: true })).status).toBe(403);
    expect((await ground.ada.request('POST', `/rules/changes/${id}/later`, { denialIds: [id] })).status).toBe(404);
    await ground.ada.post(`/rules/changes/${id}/later`, { all: true });
    await ground.movedTo(third, later);
    expect((await ground.appealOf(second)).legalDueOn).toBe(before.legalDueOn);
    const states = Object.fromEntries((await ground.impactOf(id)).map(({ denialId, state }) => [denialId, state]));
    expect(states).toEqual({ [denial]: 'applied', [second]: 'kept', [third]: 'applied' });
  });
});

describe('a change that brings one date earlier and the other later', () => {
  it('waits with both, is told to the denial at once, and what is earlier counts meanwhile', async () => {
    const denial = await ground.openDenial('RULE-12');
    const before = await ground.appealOf(denial);
    const { amount } = (await ground.versionOf('clock', CLOCK)).row as { amount: number };
    const { id } = await ground.correct(
      'clock',
      CLOCK,
      { amount: amount + 20, margin: 30 },
      { citation: 'Handbook 9' },
    );
    await ground.approve(id);
    const shown = (await ground.impactOf(id)).find(({ denialId }) => denialId === denial)!;
    expect(shown).toMatchObject({ moves: 'later', state: 'waiting' });
    const held = await ground.heldBack(denial);
    expect(held.safeDueOn! < before.safeDueOn!).toBe(true);
    expect(held.legalDueOn).toBe(before.legalDueOn);
    const later = held.lost.find(({ heldBy }) => heldBy === 'rule')!;
    expect(later.legalDueOn! > before.legalDueOn!).toBe(true);
    const lines = (await ground.ada.timeline(denial)).filter(
      ({ code }) => code.startsWith('rule') || code === 'facts-changed',
    );
    const rule = `Rule ${CLOCK} (File the appeal) corrected by Ada, approved by Ben`;
    expect(lines.map(({ code, sentence }) => `${code} ${sentence}`)).toEqual([
      `rule-changed ${rule}: dates and lacks were looked at again.`,
      `rule.waits Date of appeal: ${shown.before}; ${shown.after} by the rule, which waits until a person takes it under Rules, Changes. Of each date the earlier stands until then. ${rule}.`,
    ]);
    await ground.ben.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    await ground.movedTo(denial, later.legalDueOn!);
    await ground.ada.post(`/rules/changes/${id}/later`, { all: true });
    const back = await ground.correct('clock', CLOCK, { amount, margin: undefined }, { citation: 'Handbook 10' });
    await ground.approve(back.id);
    const mirrored = await ground.heldBack(denial);
    expect([mirrored.safeDueOn, mirrored.legalDueOn]).toEqual([held.safeDueOn, before.legalDueOn]);
    await ground.ada.post(`/rules/changes/${back.id}/later`, { all: true });
  });
});

describe('a later date that a person takes', () => {
  it('waits again where it is no longer the one that was shown', async () => {
    const denial = await ground.openDenial('RULE-9');
    const { id } = await ground.correct('clock', CLOCK, { amount: 150 }, { citation: 'Handbook 7' });
    await ground.approve(id);
    const shownIn = async () => (await ground.impactOf(id)).find(({ denialId }) => denialId === denial)!;
    const first = await shownIn();
    const yesterday = dayOf(new Date(), -1);
    await ground.lim.post(`/denials/${denial}/commands`, {
      kind: 'change-fact',
      facts: { noticeOn: yesterday, receivedOn: yesterday },
    });
    await ground.ben.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    const again = await until(async () => {
      const shown = await shownIn();
      return shown.after === first.after ? undefined : shown;
    });
    expect(again.state).toBe('waiting');
    await ground.ben.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    await until(async () => ((await shownIn()).state === 'applied' ? true : undefined));
    const line = (await ground.ada.timeline(denial)).find(({ code }) => code === 'rule.applied')!;
    expect(line.sentence).toContain(`→ ${again.after}, taken by Ben.`);
    await ground.ada.post(`/rules/changes/${id}/later`, { all: true });
  });
});

describe('a denial that is opened again', () => {
  it('keeps its earlier date where a rule changed while it was closed, until a person takes the later one', async () => {
    const denial = await ground.openDenial('RULE-11');
    const before = await ground.appealOf(denial);
    await ground.lim.post(`/denials/${denial}/commands`, { kind: 'withdraw', reason: 'The patient paid.' });
    await until(async () => ((await ground.ada.denial(denial)).stage === 'closed' ? true : undefined));
    const { id } = await ground.correct('clock', CLOCK, { amount: 170 }, { citation: 'Handbook 8' });
    await ground.approve(id);
    expect((await ground.impactOf(id)).map(({ denialId }) => denialId)).not.toContain(denial);
    await ground.ada.post(`/denials/${denial}/commands`, { kind: 'reopen', at: 'appeal', reason: 'Denied again.' });
    await until(async () => ((await ground.ada.openTasks(denial)).length > 0 ? true : undefined));
    expect((await ground.appealOf(denial)).legalDueOn).toBe(before.legalDueOn);
    await ground.ben.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    await until(async () => ((await ground.appealOf(denial)).legalDueOn! > before.legalDueOn! ? true : undefined));
  });
});

describe('what would stop the work', () => {
  const proposed = async (kind: string, key: string, row: object) => {
    const { effectiveFrom, citation, row: shipped } = await ground.versionOf(kind, key);
    const body = { kind, key, change: 'correction', effectiveFrom, citation, row: { ...shipped, ...row } };
    const response = await ground.ada.request('POST', '/rules/changes', { ...body, reason: 'A try.' });
    return [response.status, ((await response.json()) as Problem).errors?.map(({ field }) => field)];
  };

  it('is refused by its field', async () => {
    const grounds = [{ path: 'expertise-gap', all: ['out-of-network'], likely: 'high', verified: false }];
    expect(await proposed('clock', CLOCK, { owedBy: 'payer' })).toEqual([400, ['row.owedBy']]);
    expect(await proposed('clock', CLOCK, { safeDateOf: 'nonsense' })).toEqual([400, ['row.safeDateOf']]);
    expect(await proposed('score', 'wording', { points: {} })).toEqual([400, ['row.points']]);
    expect(await proposed('score', 'reading', { raise: {} })).toEqual([400, ['row.raise']]);
    expect(await proposed('path', 'access-gap', { grounds })).toEqual([400, ['row.grounds.0.path']]);
    expect(await proposed('rarc', 'N830', { regime: 'nonsense' })).toEqual([400, ['row.regime']]);
  });

  it('is refused to a key', async () => {
    const { row, citation } = await ground.versionOf('clock', CLOCK);
    const body = { kind: 'clock', key: CLOCK, change: 'new-version', effectiveFrom: '2032-01-01', citation, row };
    expect((await ground.machine.request('POST', '/rules/changes', { ...body, reason: 'A try.' })).status).toBe(403);
  });

  it('a clock that counts from another event still answers where that is unknown', async () => {
    const { id } = await ground.correct('clock', 'followup.chase', { anchor: 'deliveredOn' });
    const { anchor, otherAnchors } = (await ground.changeOf(id)).row;
    expect([anchor, otherAnchors]).toEqual(['deliveredOn', ['sentOn']]);
    await ground.counted(id);
    await ground.ada.post(`/rules/changes/${id}/withdraw`, {});
  });
});
