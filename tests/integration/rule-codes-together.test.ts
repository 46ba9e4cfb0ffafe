/** What codes mean together, as an administrator says it and a second one approves. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClaimView, RemittanceView, RuleChangeView, RuleList } from '@overturn/contracts';
import { letterOf } from '../support/letter.ts';
import { made } from './intake-files.ts';
import { RuleGround, today, until } from './rule-ground.ts';

const KEY = 'aster-preferred';
const ROW = {
  ...{ id: KEY, label: 'At Aster: a contract', place: 5, watches: { carcs: ['279'], groups: ['CO'] } },
  ...{ beside: { remarks: ['N381'] }, means: { class: 'contract-load', confidence: 'likely' } },
  says: '{code} with {remark}: Aster has a contract with us.',
};
const CHANGE = { kind: 'interaction', key: KEY, change: 'new-version', effectiveFrom: '2026-11-10' };
const CALLED = { reason: 'Aster said so on the phone.' };

let ground: RuleGround;
let together: string;
let alone: string;
beforeAll(async () => {
  ground = await RuleGround.open();
  together = await open('TOGETHER', ['N381']);
  alone = await open('ALONE', []);
}, 180_000);
afterAll(() => ground?.product.stop());

async function open(claimNumber: string, remarks: string[]): Promise<string> {
  const codes = [{ group: 'CO', carc: '279' }];
  const letter = letterOf(today, claimNumber, { regime: 'erisa', codes, remarks });
  return (await ground.lim.post<{ id: string }>('/denials', letter)).id;
}
const classOf = async (denial: string): Promise<string> => (await ground.ada.denial(denial)).class;

/** The class of the one claim of a remittance of that day. */
async function classRead(trace: string, noticeOn: string): Promise<string | undefined> {
  const claims = [{ number: trace, cas: 'CO*279*100', remark: 'N381' }];
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(made({ claims, trace, dates: { dtm405: noticeOn } }))]), `${trace}.835`);
  const { id } = await ground.machine.post<{ id: string }>('/remittances', form);
  await until(async () => {
    const { state } = await ground.machine.get<RemittanceView>(`/remittances/${id}`);
    return state === 'imported' ? state : undefined;
  });
  return (await ground.machine.get<{ items: ClaimView[] }>(`/remittances/${id}/claims`)).items[0]?.class;
}

describe('codes together that do not ship', () => {
  it('are refused field by field', async () => {
    const row = { ...ROW, watches: { carcs: ['CO-279'] }, means: { class: 'network' }, says: '' };
    const refused = await ground.ada.request('POST', '/rules/changes', { ...CHANGE, ...CALLED, row });
    expect(refused.status).toBe(400);
    const { errors } = (await refused.json()) as { errors: { field: string; sentence: string }[] };
    expect(errors.map(({ field }) => field).sort()).toEqual(['row.means.class', 'row.says', 'row.watches.carcs.0']);
    const empty = await ground.ada.request('POST', '/rules/changes', {
      ...CHANGE,
      ...CALLED,
      row: { ...ROW, means: {} },
    });
    expect(await empty.json()).toMatchObject({
      errors: [{ field: 'row.means', sentence: expect.stringMatching(/^Say what they mean/) }],
    });
  });

  it('class by the day of the notice what is read, and what is open, once a second person approves', async () => {
    expect(await classRead('BEFORE', '20261112')).toBe('narrow-network');
    const { id, state } = await ground.ada.post<RuleChangeView>('/rules/changes', { ...CHANGE, ...CALLED, row: ROW });
    expect(state).toBe('proposed');
    expect((await ground.counted(id)).impact!.reclassed).toBe(2); // the letter, and the claim read before
    expect((await ground.ada.request('POST', `/rules/changes/${id}/approve`, {})).status).toBe(403);
    expect(await classOf(together)).toBe('narrow-network');
    await ground.approve(id);
    await until(async () => ((await classOf(together)) === 'contract-load' ? true : undefined));
    expect(await classOf(alone)).toBe('narrow-network');
    const line = (await ground.ada.timeline(together)).find(({ sentence }) => sentence.startsWith('Class: '))!;
    expect(line.sentence).toMatch(
      /→ Contract not loaded\. Rule aster-preferred \(At Aster: a contract\) .* approved by Ben/,
    );
    expect((await ground.ada.denial(together)).triage.reasons).toContain(
      'CO-279 with N381: Aster has a contract with us.',
    );
    expect(await classRead('ON-ITS-DAY', '20261110')).toBe('contract-load');
    expect(await classRead('DAY-BEFORE', '20261109')).toBe('narrow-network');
  });

  it('stand in the list at their place, before the shipped ones, and nobody has verified any of them', async () => {
    const { items } = await ground.lim.get<RuleList>('/rules?kind=interaction&verified=false');
    expect(items.slice(0, 2)).toMatchObject([
      {
        ...{ key: KEY, origin: 'own' },
        summary: expect.stringMatching(/^Place 5\. CARC 279 under CO beside RARC N381: Contract not loaded; likely\. /),
      },
      { key: 'remark-explains', origin: 'shipped', citation: null },
    ]);
    const all = await ground.lim.get<RuleList>('/rules?kind=interaction');
    expect(all.items).toHaveLength(items.length);
  });

  it('are gone by no more once they are retired, which a second person approves too', async () => {
    const { id } = await ground.correct('interaction', KEY, { retired: true });
    await ground.approve(id);
    expect(await classRead('RETIRED', '20261112')).toBe('narrow-network');
  });
});

it('a correction of shipped ones takes their place', async () => {
  const asked = async () => (await ground.ada.denial(alone)).triage.questions.map((one) => one.id);
  expect(await asked()).toContain('contract');
  const { id } = await ground.correct('interaction', 'contract-load-hint', { means: { onlySays: true } });
  await ground.approve(id);
  expect(await asked()).not.toContain('contract');
  expect(await ground.versionOf('interaction', 'contract-load-hint')).toMatchObject({
    ...{ origin: 'own', row: { place: 100 } },
  });
});
