import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf } from '../support/days.ts';
import { openLetter, requestException, settle, startPlay } from './play.ts';
import type { Play } from './play.ts';

let play: Play;
beforeAll(async () => void (play = await startPlay()), 180_000);
afterAll(() => play?.close());

const today = async (): Promise<string> => dayOf(await play.time.now());
const inDays = async (days: number): Promise<Date> => new Date((await play.time.now()).getTime() + days * 86_400_000);
/** Fourteen days to the first question after a payment, and up to three more when it falls on a long weekend. */
const UNTIL_CHASED = 18;
const pay = async (denialId: string): Promise<void> => {
  await play.time.advanceTo(await inDays(UNTIL_CHASED));
  await play.specialist.complete(denialId, 'chase-payer', 'answered', {
    contactedOn: await today(),
    reference: 'paid',
  });
  await settle(play);
  await play.specialist.complete(denialId, 'check-payment', 'right', { paidCents: 418_000 });
  await settle(play);
};

describe('scripted staff, through the API', () => {
  it('an exception that is granted and paid closes as granted', async () => {
    const id = await openLetter(play);
    await requestException(play, id);
    expect((await play.specialist.denial(id)).stage).toBe('await-response');
    await play.specialist.post(`/denials/${id}/responses`, {
      externalId: `granted-${id}`,
      outcome: 'approved',
      benefitLevel: 'in-network',
      answeredOn: await today(),
    });
    await settle(play);
    expect((await play.specialist.denial(id)).stage).toBe('await-payment');
    await pay(id);
    const denial = await play.specialist.denial(id);
    expect([denial.stage, denial.outcome, denial.facts.benefitLevelGranted]).toEqual([
      'closed',
      'paid-as-granted',
      'in-network',
    ]);
  }, 180_000);

  it('an exception that is denied goes to appeal, and the appeal wins', async () => {
    const id = await openLetter(play);
    await requestException(play, id);
    await play.specialist.post(`/denials/${id}/responses`, {
      externalId: `denied-${id}`,
      outcome: 'denied',
      wording: 'Alternatives exist.',
      answeredOn: await today(),
    });
    await settle(play);
    await play.specialist.complete(id, 'draft-appeal', 'drafted', { standing: 'provider' });
    await settle(play);
    await play.specialist.complete(id, 'review-packet', 'approved');
    await settle(play);
    await play.specialist.complete(id, 'send-packet', 'sent', {
      sentOn: await today(),
      channel: 'portal',
      proofNumber: 'P-9',
    });
    await settle(play);
    const waiting = await play.specialist.denial(id);
    expect([waiting.stage, waiting.filingState, waiting.appeals[0]?.state]).toEqual(['await-appeal', 'met', 'sent']);
    await play.specialist.post(`/denials/${id}/responses`, {
      externalId: `won-${id}`,
      outcome: 'approved',
      benefitLevel: 'in-network',
      answeredOn: await today(),
    });
    await settle(play);
    await pay(id);
    const denial = await play.specialist.denial(id);
    expect([denial.stage, denial.outcome, denial.appeals[0]?.state]).toEqual(['closed', 'paid-after-appeal', 'won']);
  }, 180_000);

  it('in network after all: the claim is corrected, resubmitted with proof and paid', async () => {
    const id = await openLetter(play);
    await play.specialist.complete(id, 'verify-network', 'in-network', {
      source: 'payer-call',
      checkedOn: await today(),
      reference: 'call 7',
    });
    await settle(play);
    await play.specialist.complete(id, 'fix-claim', 'resubmitted', {
      corrected: ['contract-proof'],
      sentOn: await today(),
      channel: 'portal',
      proofNumber: 'R-1',
    });
    await settle(play);
    expect((await play.specialist.denial(id)).stage).toBe('await-payment');
    await pay(id);
    expect((await play.specialist.denial(id)).outcome).toBe('paid-after-correction');
  }, 180_000);

  it('a protective appeal is filed, then the exception wins: the appeal is held, and withdrawn once paid', async () => {
    const id = await openLetter(play);
    await requestException(play, id);
    const { safeDueOn } = await play.specialist.denial(id);
    await play.specialist.post(`/denials/${id}/responses`, {
      externalId: `more-${id}`,
      outcome: 'more-information',
      wording: 'Send the log.',
      answeredOn: await today(),
    });
    await settle(play);
    await play.time.advanceTo(`${safeDueOn}T14:00:00Z`);
    await play.specialist.complete(id, 'protect-filing-date', 'sent', {
      sentOn: await today(),
      channel: 'fax',
      proofNumber: 'F-2',
    });
    await settle(play);
    expect((await play.specialist.denial(id)).filingState).toBe('met');
    await play.supervisor.complete(id, 'rescue', 'done', { next: 'go-on' });
    await settle(play);
    await play.specialist.post(`/denials/${id}/responses`, {
      externalId: `late-grant-${id}`,
      regards: 'exception',
      outcome: 'approved',
      benefitLevel: 'in-network',
      answeredOn: await today(),
    });
    await settle(play);
    expect((await play.specialist.denial(id)).appeals[0]?.state).toBe('held');
    await pay(id);
    const denial = await play.specialist.denial(id);
    expect([denial.outcome, denial.appeals[0]?.state]).toEqual(['paid-as-granted', 'withdrawn']);
  }, 240_000);
});
