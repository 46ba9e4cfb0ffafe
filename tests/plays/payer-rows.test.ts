import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DenialView, PayerRuleView } from '@overturn/contracts';
import { addDays, sayDate } from '@overturn/domain/dates/iso-date';
import { dayOf } from '../support/days.ts';
import { openLetter, requestException, settle, startPlay } from './play.ts';
import type { Play } from './play.ts';

let play: Play;
let today: string;
beforeAll(async () => {
  play = await startPlay();
  today = dayOf(await play.time.now());
}, 180_000);
afterAll(() => play?.close());

const row = (more: object) => ({ payer: 'Aster Health', source: 'Provider manual, p. 14', verifiedOn: today, ...more });
const save = async (more: object): Promise<PayerRuleView> => {
  const saved = await play.machine.post<PayerRuleView>('/payer-rules', row(more));
  await play.time.drain();
  return saved;
};
const edit = async ({ id, version }: PayerRuleView, more: object): Promise<PayerRuleView> => {
  const headers = { 'if-match': `"${version}"` };
  const response = await play.machine.request('PUT', `/payer-rules/${id}`, row(more), headers);
  expect(response.status).toBe(200);
  await play.time.drain();
  return (await response.json()) as PayerRuleView;
};
const dateOf = async (id: string, purpose: string): Promise<DenialView['deadlines'][number] | undefined> =>
  (await play.specialist.denial(id)).deadlines.find((one) => one.purpose === purpose);
const legalOf = async (id: string): Promise<string | null | undefined> => (await dateOf(id, 'appeal'))?.legalDueOn;

describe('dates follow the payer’s rows', () => {
  it('of an open denial earlier, never later; of a new one as the row says', async () => {
    const contract = { regime: 'contract', receivedOn: today };
    const id = await openLetter(play, contract);
    expect(await legalOf(id)).toBe(addDays(today, 60));
    const also = await openLetter(play, contract);

    const saved = await save({ purpose: 'appeal-1', filingDays: 45 });
    const cut = (await dateOf(id, 'appeal'))!;
    expect(cut).toMatchObject({ legalDueOn: addDays(today, 45), citation: 'Provider manual, p. 14', verified: true });
    expect(cut.trace.map(({ sentence }) => sentence)).toContain(
      `The payer’s own amount, 45 calendar days: Provider manual, p. 14, verified on ${sayDate(today)}.`,
    );

    const raised = await edit(saved, { purpose: 'appeal-1', filingDays: 90 });
    const kept = (await dateOf(id, 'appeal'))!;
    expect(kept.legalDueOn).toBe(addDays(today, 45));
    expect(kept.lost.map(({ why }) => why)).toEqual([
      expect.stringContaining('The earlier date that this denial was counted by stays.'),
    ]);
    expect(kept.lost.map(({ heldBy }) => heldBy)).toEqual(['payer-row']);
    const said = (await play.specialist.timeline(id)).map(({ code }) => code);
    expect(said.filter((code) => code.startsWith('payer-row'))).toEqual([
      'payer-row.not-taken',
      'payer-row-changed',
      'payer-row.counted',
      'payer-row-changed',
    ]);

    const later = { kind: 'change-fact', facts: { payerDates: 'as-now' } };
    const asSpecialist = await play.specialist.request('POST', `/denials/${id}/commands`, later);
    const asKey = await play.machine.request('POST', `/denials/${id}/commands`, later);
    expect([asSpecialist.status, asKey.status]).toEqual([403, 403]);
    expect(await legalOf(also)).toBe(addDays(today, 45));
    await play.supervisor.post(`/denials/${also}/commands`, later);
    await play.time.drain();
    expect(await legalOf(also)).toBe(addDays(today, 90));

    const fresh = await openLetter(play, contract);
    expect(await legalOf(fresh)).toBe(addDays(today, 90));

    expect((await play.machine.request('DELETE', `/payer-rules/${raised.id}`)).status).toBe(200);
    await play.time.drain();
    expect([await legalOf(id), await legalOf(fresh)]).toEqual([addDays(today, 45), addDays(today, 60)]);
  }, 120_000);

  it('and so do the payer’s own, to the request that waits for an answer', async () => {
    const id = await openLetter(play);
    await requestException(play, id);
    const sentOn = dayOf(await play.time.now());
    expect((await dateOf(id, 'exception-response'))?.legalDueOn).toBe(addDays(sentOn, 30));
    await save({ purpose: 'exception', decisionDays: 20 });
    expect(await dateOf(id, 'exception-response')).toMatchObject({
      legalDueOn: addDays(sentOn, 20),
      citation: 'Provider manual, p. 14',
    });
  }, 120_000);
});

describe('the dispute under a contract', () => {
  it('has its own date beside the appeal, is asked for on it, and is met by its own proof', async () => {
    const id = await openLetter(play, { regime: 'erisa', codes: [{ group: 'CO', carc: '147' }] });
    const dispute = (await dateOf(id, 'contract-dispute'))!;
    expect(dispute).toMatchObject({ clockId: 'contract.dispute.file', assumed: true, state: 'running' });
    expect((await play.specialist.denial(id)).safeDueOn).toBe(dispute.safeDueOn);

    await play.time.advanceTo(`${dispute.safeDueOn}T16:00:00Z`);
    const told = (await play.supervisor.timeline(id)).filter(({ code }) => code === 'tier.safe');
    expect(told.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/^Provider dispute: the safe date/)]);
    const proof = { sentOn: dispute.safeDueOn, channel: 'portal', proofNumber: 'P-1' };
    await play.supervisor.complete(id, 'protect-filing-date', 'sent', proof);
    await settle(play);
    expect((await dateOf(id, 'contract-dispute'))?.state).toBe('met');
    expect((await dateOf(id, 'appeal'))?.state).toBe('running');
    expect((await play.supervisor.denial(id)).packets.map(({ proofReference }) => proofReference)).toEqual(['P-1']);
  }, 300_000);

  it('falls away when the network is verified as out of network', async () => {
    const id = await openLetter(play, { regime: 'erisa', codes: [{ group: 'CO', carc: '147' }] });
    const answer = { source: 'directory', checkedOn: dayOf(await play.time.now()) };
    await play.specialist.complete(id, 'verify-network', 'out-of-network', answer);
    await settle(play);
    expect((await dateOf(id, 'contract-dispute'))?.state).toBe('withdrawn');
    expect((await play.specialist.timeline(id)).map(({ code }) => code)).toContain('filing-date.withdrawn');
  }, 120_000);
});
