import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  DenialView,
  Problem,
  RuleChangeView,
  RuleImpactPage,
  RuleList,
  RuleView,
  WhatIfView,
} from '@overturn/contracts';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import { startProduct } from '../support/services/product.ts';
import type { Product } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';

const CLOCK = 'erisa.appeal.file';
const PASSWORD = 'correct horse battery staple';
let product: Product;
let [ada, ben, lim, machine]: Staff[] = [];

beforeAll(async () => {
  product = await startProduct();
  machine = Staff.withKey(product.url, product.bootstrapKey);
  const person = async (name: string, role: string): Promise<Staff> => {
    const email = `${name.toLowerCase()}@example.test`;
    await machine!.post('/users', { email, name, password: PASSWORD, role });
    return Staff.signIn(product.url, email, PASSWORD);
  };
  ada = await person('Ada', 'administrator');
  ben = await person('Ben', 'administrator');
  lim = await person('Lim', 'specialist');
}, 180_000);
afterAll(() => product?.stop());

const today = dayOf(new Date());
const until = async <T>(what: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
const versionOf = async (kind: string, key: string): Promise<RuleView> =>
  (await ada!.get<RuleList>(`/rules?kind=${kind}`)).items.find((one) => one.key === key)!;

/** A correction of what is in force; `row`: what is to be otherwise. */
async function correct(kind: string, key: string, row: object, more: object = {}): Promise<RuleChangeView> {
  const { effectiveFrom, citation, row: shipped } = await versionOf(kind, key);
  const body = { kind, key, change: 'correction', effectiveFrom, citation, row: { ...shipped, ...row } };
  return ada!.post('/rules/changes', { ...body, reason: 'The handbook says so.', ...more });
}
const changeOf = (id: string) => ada!.get<RuleChangeView>(`/rules/changes/${id}`);
const counted = (id: string) =>
  until(async () => {
    const change = await changeOf(id);
    return change.impact ? change : undefined;
  });
const inForce = (id: string) =>
  until(async () => {
    const change = await changeOf(id);
    return change.state === 'in-force' ? change : undefined;
  });
const approve = async (id: string): Promise<RuleChangeView> => {
  await counted(id);
  await ben!.post(`/rules/changes/${id}/approve`, {});
  return inForce(id);
};
const impactOf = async (id: string) => (await ada!.get<RuleImpactPage>(`/rules/changes/${id}/impact`)).items;

async function openDenial(claimNumber: string): Promise<string> {
  const { id } = await lim!.post<{ id: string }>('/denials', letterOf(today, claimNumber, { regime: 'erisa' }));
  await until(async () => ((await lim!.openTasks(id)).length > 0 ? id : undefined));
  return id;
}
const appealOf = async (id: string): Promise<DenialView['deadlines'][number]> =>
  (await ada!.denial(id)).deadlines.find(({ purpose }) => purpose === 'appeal')!;
const movedTo = (id: string, legalDueOn: string) =>
  until(async () => {
    const appeal = await appealOf(id);
    return appeal.legalDueOn === legalDueOn ? appeal : undefined;
  });

describe('a correction by two people', () => {
  let denial: string;
  let first: Awaited<ReturnType<typeof appealOf>>;

  it('is refused by its fields, and by who may', async () => {
    denial = await openDenial('RULE-1');
    first = await appealOf(denial);
    expect(first.clockId).toBe(CLOCK);
    const { effectiveFrom, citation, verified, row } = await versionOf('clock', CLOCK);
    const shared = { kind: 'clock', key: CLOCK, change: 'correction', effectiveFrom, citation, verified };
    const body = { ...shared, reason: 'A try.' };
    const wrong = await ada!.request('POST', '/rules/changes', { ...body, row: { ...row, amount: 'many', roll: 'x' } });
    expect([wrong.status, ((await wrong.json()) as Problem).errors!.map(({ field }) => field).sort()]).toEqual([
      400,
      ['row.amount', 'row.roll'],
    ]);
    expect((await ada!.request('POST', '/rules/changes', { ...body, row })).status).toBe(400); // what holds already
    expect((await lim!.request('POST', '/rules/changes', { ...body, row: { ...row, amount: 90 } })).status).toBe(403);
  });

  it('says what it would move, waits for a second person, and moves an earlier date by itself', async () => {
    const { id } = await correct('clock', CLOCK, { amount: 90 }, { citation: 'Handbook 4' });
    const { impact, state, was } = await counted(id);
    expect([state, was]).toEqual(['proposed', '180 calendar days from Received']);
    expect(impact).toMatchObject({ examined: 1, earlier: 1, later: 0, waiting: 0 });
    expect((await appealOf(denial)).legalDueOn).toBe(first.legalDueOn);
    expect((await ada!.request('POST', `/rules/changes/${id}/approve`, {})).status).toBe(403);
    expect((await machine!.request('POST', `/rules/changes/${id}/approve`, {})).status).toBe(403);
    const another = await ada!.request('POST', '/rules/changes', {
      ...{ kind: 'clock', key: CLOCK, change: 'new-version', effectiveFrom: '2030-01-01', citation: 'Handbook 5' },
      ...{ row: (await versionOf('clock', CLOCK)).row, reason: 'At the same time.' },
    });
    expect(another.status).toBe(409);
    await approve(id);
    const moved = await until(async () => {
      const appeal = await appealOf(denial);
      return appeal.citation === 'Handbook 4' ? appeal : undefined;
    });
    expect(moved.legalDueOn! < first.legalDueOn!).toBe(true);
    expect(moved.trace.some(({ sentence }) => sentence.includes('90 calendar days'))).toBe(true);
    const line = (await ada!.timeline(denial)).find(({ code }) => code === 'rule.applied')!;
    expect(line.sentence).toMatch(
      /^Date of appeal: safe .+, legal .+ → safe .+, legal .+\. Rule .+ corrected by Ada, approved by Ben\.$/,
    );
    expect(await impactOf(id)).toMatchObject([{ denialId: denial, moves: 'earlier', state: 'applied' }]);
    expect(await versionOf('clock', CLOCK)).toMatchObject({ origin: 'own', changeId: id, citation: 'Handbook 4' });
  });

  it('never moves a filing date later without a person, one by one or all', async () => {
    const second = await openDenial('RULE-2');
    const third = await openDenial('RULE-3');
    const before = await appealOf(denial);
    const { id } = await correct('clock', CLOCK, { amount: 120 }, { citation: 'Handbook 6' });
    expect((await approve(id)).impact).toMatchObject({ examined: 3, later: 3, waiting: 3 });
    await lim!.post(`/denials/${denial}/commands`, { kind: 'change-fact', facts: { wording: 'Out of network.' } }); // looks at its dates again
    const held = await until(async () => {
      const appeal = await appealOf(denial);
      return appeal.lost.some(({ why }) => why?.includes('it waits until a person takes the later date'))
        ? appeal
        : undefined;
    });
    expect(held.legalDueOn).toBe(before.legalDueOn);
    const asked = await lim!.post<WhatIfView>(`/denials/${denial}/what-if`, { receivedOn: today });
    expect(asked.items.find(({ purpose }) => purpose === 'appeal')!.after!.legalDueOn).toBe(before.legalDueOn);
    const fourth = await openDenial('RULE-4'); // begins under the rule as it is now
    const later = (await appealOf(fourth)).legalDueOn!;
    expect(later > before.legalDueOn!).toBe(true);
    await ben!.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    await movedTo(denial, later);
    const lines = (await ada!.timeline(denial)).filter(({ code }) => code === 'rule.applied');
    expect(lines.some(({ sentence }) => sentence.includes(', taken by Ben. Rule'))).toBe(true);
    await ada!.post(`/rules/changes/${id}/later`, { denialIds: [second], keep: true });
    await until(async () => (await ada!.timeline(second)).find(({ code }) => code === 'rule.kept'));
    expect((await machine!.request('POST', `/rules/changes/${id}/later`, { all: true })).status).toBe(403);
    await ada!.post(`/rules/changes/${id}/later`, { all: true });
    await movedTo(third, later);
    expect((await appealOf(second)).legalDueOn).toBe(before.legalDueOn);
    const states = Object.fromEntries((await impactOf(id)).map(({ denialId, state }) => [denialId, state]));
    expect(states).toEqual({ [denial]: 'applied', [second]: 'kept', [third]: 'applied' });
  });
});

describe('a later date that a person takes', () => {
  it('waits again where it is no longer the one that was shown', async () => {
    const denial = await openDenial('RULE-9');
    const { id } = await correct('clock', CLOCK, { amount: 150 }, { citation: 'Handbook 7' });
    await approve(id);
    const shownIn = async () => (await impactOf(id)).find(({ denialId }) => denialId === denial)!;
    const first = await shownIn();
    const yesterday = dayOf(new Date(), -1);
    await lim!.post(`/denials/${denial}/commands`, {
      kind: 'change-fact',
      facts: { noticeOn: yesterday, receivedOn: yesterday },
    });
    await ben!.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    const again = await until(async () => {
      const shown = await shownIn();
      return shown.after === first.after ? undefined : shown;
    });
    expect(again.state).toBe('waiting');
    await ben!.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    await until(async () => ((await shownIn()).state === 'applied' ? true : undefined));
    const line = (await ada!.timeline(denial)).find(({ code }) => code === 'rule.applied')!;
    expect(line.sentence).toContain(`→ ${again.after}, taken by Ben.`);
    await ada!.post(`/rules/changes/${id}/later`, { all: true });
  });
});

describe('what would stop the work', () => {
  const proposed = async (kind: string, key: string, row: object) => {
    const { effectiveFrom, citation, row: shipped } = await versionOf(kind, key);
    const body = { kind, key, change: 'correction', effectiveFrom, citation, row: { ...shipped, ...row } };
    const response = await ada!.request('POST', '/rules/changes', { ...body, reason: 'A try.' });
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
    const { row, citation } = await versionOf('clock', CLOCK);
    const body = { kind: 'clock', key: CLOCK, change: 'new-version', effectiveFrom: '2032-01-01', citation, row };
    expect((await machine!.request('POST', '/rules/changes', { ...body, reason: 'A try.' })).status).toBe(403);
  });

  it('a clock that counts from another event still answers where that is unknown', async () => {
    const { id } = await correct('clock', 'followup.chase', { anchor: 'deliveredOn' });
    const { anchor, otherAnchors } = (await changeOf(id)).row;
    expect([anchor, otherAnchors]).toEqual(['deliveredOn', ['sentOn']]);
    await counted(id);
    await ada!.post(`/rules/changes/${id}/withdraw`, {});
  });
});

describe('other changes', () => {
  it('a new version touches nothing before its day, and is withdrawn by who proposed it', async () => {
    const { row, citation } = await versionOf('clock', CLOCK);
    const made = await ada!.post<RuleChangeView>('/rules/changes', {
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
    expect((await counted(made.id)).impact).toMatchObject({ earlier: 0, later: 0, reclassed: 0 });
    expect((await ben!.request('POST', `/rules/changes/${made.id}/withdraw`, {})).status).toBe(403);
    expect((await ben!.request('POST', `/rules/changes/${made.id}/reject`, {})).status).toBe(403); // says no reason
    expect((await ada!.post<RuleChangeView>(`/rules/changes/${made.id}/withdraw`, {})).state).toBe('withdrawn');
    expect((await ada!.request('POST', `/rules/changes/${made.id}/withdraw`, {})).status).toBe(409);
  });

  it('a code that nobody classes is classed alone, at once', async () => {
    const row = { carc: 'Z77', label: 'Our own reading', class: 'out-of-network' };
    const made = await ada!.post<RuleChangeView>('/rules/changes', {
      ...{ kind: 'carc', key: 'Z77', change: 'new-version', effectiveFrom: null, row, reason: 'The payer said so.' },
    });
    expect(made).toMatchObject({ state: 'in-force', decidedBy: { name: 'Ada' } });
    expect(await versionOf('carc', 'Z77')).toMatchObject({ origin: 'own', summary: 'Out of network; surely' });
    const letter = letterOf(today, 'RULE-Z', { codes: [{ group: 'CO', carc: 'Z77' }] });
    const { id } = await lim!.post<{ id: string }>('/denials', letter);
    expect(await lim!.denial(id)).toMatchObject({ class: 'out-of-network' });
  });

  it('a code classed otherwise classes the open denials that stand by it', async () => {
    const denial = await openDenial('RULE-5');
    expect((await ada!.denial(denial)).class).toBe('out-of-network');
    const { id } = await correct('carc', '242', { class: 'contract-load' });
    expect((await counted(id)).impact!.reclassed).toBeGreaterThan(0);
    await approve(id);
    await until(async () => ((await ada!.denial(denial)).class === 'contract-load' ? true : undefined));
    const line = (await ada!.timeline(denial)).find(({ sentence }) => sentence.startsWith('Class: '))!;
    expect(line.sentence).toMatch(/^Class: Out of network → Contract not loaded\. Rule 242 /);
  });

  it('a class that would take a filing date away waits for a person, with its date', async () => {
    const letter = letterOf(today, 'RULE-10', { regime: 'erisa', codes: [{ group: 'CO', carc: '147' }] });
    const { id: denial } = await lim!.post<{ id: string }>('/denials', letter);
    const hasDispute = async () =>
      (await ada!.denial(denial)).deadlines.some(
        ({ purpose, state }) => purpose === 'contract-dispute' && state === 'running',
      );
    expect([(await ada!.denial(denial)).class, await hasDispute()]).toEqual(['contract-load', true]);
    const { id } = await correct('carc', '147', { class: 'out-of-network' });
    await approve(id);
    const mine = (await impactOf(id)).filter(({ denialId }) => denialId === denial);
    expect(mine.map(({ purpose, state }) => [purpose, state]).sort()).toEqual([
      ['class', 'waiting'],
      ['contract-dispute', 'waiting'],
    ]);
    expect([(await ada!.denial(denial)).class, await hasDispute()]).toEqual(['contract-load', true]);
    await ben!.post(`/rules/changes/${id}/later`, { denialIds: [denial] });
    await until(async () => ((await hasDispute()) ? undefined : true));
    expect((await ada!.denial(denial)).triage.reasons[0]).toContain('Out of network');
  });

  it('days on which we are closed bring the safe date forward', async () => {
    const denial = await openDenial('RULE-6');
    const { safeDueOn } = await appealOf(denial);
    const { row } = await versionOf('calendar', 'calendar');
    const tomorrow = dayOf(new Date(), 1); // after the notice: a day off is one for whatever is counted
    const { id } = await ada!.post<RuleChangeView>('/rules/changes', {
      ...{
        kind: 'calendar',
        key: 'calendar',
        change: 'new-version',
        effectiveFrom: tomorrow,
        reason: 'We are closed.',
      },
      row: { ...row, closures: [safeDueOn] },
    });
    expect((await counted(id)).impact!.earlier).toBeGreaterThan(0);
    await approve(id);
    await until(async () => ((await appealOf(denial)).safeDueOn! < safeDueOn! ? true : undefined));
  });

  it('a rule whose date a payer’s own days beat moves nothing of that payer', async () => {
    const row = { purpose: 'appeal-1', filingDays: 30, source: 'Provider manual, p. 14', verifiedOn: today };
    await ada!.post('/payer-rules', { payer: 'Own Days Payer', ...row });
    const letter = letterOf(today, 'RULE-8', { regime: 'erisa', payerName: 'Own Days Payer' });
    const { id: denial } = await lim!.post<{ id: string }>('/denials', letter);
    expect((await appealOf(denial)).clockId).toBe('payer.filing');
    const { id } = await correct('clock', CLOCK, { amount: 60 });
    expect((await counted(id)).impact!.earlier).toBeGreaterThan(0);
    expect((await impactOf(id)).map(({ denialId }) => denialId)).not.toContain(denial);
    await ada!.post(`/rules/changes/${id}/withdraw`, {});
  });

  it('weights count in the score as the organization sets them', async () => {
    const denial = await openDenial('RULE-7');
    const { score } = (await ada!.denial(denial)).recoverability;
    const { id } = await correct('score', 'money', { bands: [{ atLeast: 0, points: 40 }] });
    await approve(id);
    expect((await ada!.denial(denial)).recoverability.score).toBeGreaterThan(score);
  });

  it('no other organization sees or is moved by any of it', async () => {
    const other = await machine!.post<{ id: string }>('/organizations', { name: 'Other' });
    const there = await machine!.request('GET', '/rules?kind=clock', undefined, { 'x-organization': other.id });
    const { items } = (await there.json()) as RuleList;
    expect(items.every(({ origin }) => origin === 'shipped')).toBe(true);
    const changes = await machine!.request('GET', '/rules/changes', undefined, { 'x-organization': other.id });
    expect(await changes.json()).toEqual({ items: [], nextCursor: null });
  });
});
