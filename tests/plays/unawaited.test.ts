import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from '../replay/desk.ts';
import type { Case } from '../replay/desk.ts';

let desk: Desk;
beforeAll(async () => void (desk = await Desk.open()), 180_000);
afterEach(() => desk?.clear(), 60_000);
afterAll(() => desk?.close());

const openKinds = async ({ id }: Case): Promise<string[]> =>
  (await desk.staff.openTasks(id)).map(({ kind }) => kind).sort();
const stageOf = async ({ id }: Case): Promise<string> => (await desk.staff.denial(id)).stage;
const GRANTED = { regards: 'exception', benefitLevel: 'in-network' };

/** To where the evidence for the request is gathered. */
async function gathering(): Promise<Case> {
  const denial = await desk.openDenial();
  await denial.verify('out-of-network');
  await denial.complete('choose-path', 'confirmed');
  return denial;
}

describe('what the payer says while no step waits for it', () => {
  it('an exception granted while its appeal is drafted leads to the payment; nobody is asked for the appeal any more', async () => {
    const denial = await desk.openDenial();
    await denial.requestException();
    await denial.respond('denied', { wording: 'Alternatives exist.' });
    expect(await openKinds(denial)).toContain('draft-appeal');
    await denial.respond('approved', GRANTED);
    expect(await stageOf(denial)).toBe('await-payment');
    expect(await openKinds(denial)).not.toContain('draft-appeal');
    const { appeals } = await desk.staff.denial(denial.id);
    expect(appeals.map(({ state, sentOn }) => [state, sentOn])).toEqual([['held', null]]);
    await denial.pay();
    expect((await desk.staff.denial(denial.id)).outcome).toBe('paid-as-granted');
  }, 120_000);

  it('without saying what it regards, an answer before the appeal is sent is one to the exception', async () => {
    const denial = await desk.openDenial();
    await denial.requestException();
    await denial.respond('denied', { wording: 'Alternatives exist.' });
    await denial.respond('approved', { benefitLevel: 'in-network' });
    expect(await stageOf(denial)).toBe('await-payment');
  }, 120_000);

  it('granted while the evidence is gathered: nothing is gathered any more', async () => {
    const denial = await gathering();
    await denial.respond('approved', GRANTED);
    expect(await stageOf(denial)).toBe('await-payment');
    expect((await openKinds(denial)).filter((kind) => kind.startsWith('gather'))).toEqual([]);
  }, 120_000);

  it('granted while the claim is corrected: the correction is not asked for any more', async () => {
    const denial = await desk.openDenial();
    await denial.verify('in-network');
    expect(await openKinds(denial)).toContain('fix-claim');
    await denial.respond('approved', GRANTED);
    expect([await stageOf(denial), (await openKinds(denial)).includes('fix-claim')]).toEqual(['await-payment', false]);
  }, 120_000);

  it.each(['partly', 'denied', 'more-information', 'lost'])(
    '%s while the evidence is gathered: a supervisor decides, the gathering goes on meanwhile',
    async (outcome) => {
      const denial = await gathering();
      await denial.respond(outcome, { regards: 'exception', wording: 'So we say.' });
      expect(await openKinds(denial)).toEqual(expect.arrayContaining(['rescue', 'gather-directory-proof']));
      await denial.rescue('appeal');
      expect(await stageOf(denial)).toBe('appeal');
    },
    120_000,
  );

  it('a supervisor who goes on leaves the step as it is, and the request waits for an answer of its own', async () => {
    const denial = await gathering();
    await denial.respond('denied', { regards: 'exception', wording: 'Not us.' });
    await denial.rescue('go-on');
    await denial.gather();
    await denial.complete('review-packet', 'approved');
    await denial.send();
    expect(await stageOf(denial)).toBe('await-response');
  }, 120_000);

  it('denied after a correction was resubmitted: the payment is looked at, and a supervisor decides', async () => {
    const denial = await desk.openDenial();
    await denial.verify('in-network');
    await denial.complete('fix-claim', 'resubmitted', { corrected: ['contract-proof'], ...(await denial.proof()) });
    await denial.respond('denied', { wording: 'Still out of network.' });
    expect(await openKinds(denial)).toContain('check-payment');
    await denial.complete('check-payment', 'underpaid', { wrong: 'not-paid', reason: 'Refused again.' });
    await denial.rescue('send-again');
    expect(await stageOf(denial)).toBe('choose-path');
  }, 120_000);

  it('underpaid after a late grant: another path is chosen, and the old grant does not lead back', async () => {
    const denial = await gathering();
    await denial.respond('approved', GRANTED);
    await desk.wait(21);
    await denial.complete('chase-payer', 'answered', { contactedOn: await desk.dayIn(0) });
    await denial.complete('check-payment', 'underpaid', { wrong: 'amount', reason: 'Half of it.' });
    await denial.rescue('appeal');
    expect([await stageOf(denial), (await openKinds(denial)).includes('draft-appeal')]).toEqual(['appeal', true]);
  }, 120_000);
});

describe('what the payer says of an appeal that the filing clock filed before its step', () => {
  /** Filed to keep the date, while the story stands elsewhere. */
  async function filed(toThere: (denial: Case) => Promise<void>): Promise<Case> {
    const denial = await desk.openDenial();
    await denial.printsDeadline(30);
    await toThere(denial);
    await desk.wait(26);
    await denial.send('protect-filing-date');
    return denial;
  }
  const waiting = () => filed((denial) => denial.requestException());
  const correcting = () => filed((denial) => denial.verify('in-network'));
  const rescueOf = async ({ id }: Case) => (await desk.staff.openTasks(id)).find(({ kind }) => kind === 'rescue');

  it.each([
    ['partly', 'partly'],
    ['denied', 'appeal-denied'],
    ['more-information', 'more-information'],
    ['lost', 'lost'],
  ])(
    '%s while the exception waits for its answer: a supervisor decides with what the payer wrote, the wait goes on',
    async (outcome, why) => {
      const denial = await waiting();
      await denial.respond(outcome, { regards: 'appeal', wording: 'Of your appeal.' });
      expect((await rescueOf(denial))?.context).toMatchObject({
        why,
        regards: 'appeal',
        payerWrote: 'Of your appeal.',
      });
      expect(await stageOf(denial)).toBe('await-response');
      await denial.respond('approved', GRANTED);
      expect(await stageOf(denial)).toBe('await-payment');
    },
    120_000,
  );

  it('denied, and nobody has decided when the exception is denied too: the step of the appeal asks, it does not wait', async () => {
    const denial = await waiting();
    await denial.respond('denied', { regards: 'appeal', wording: 'Of your appeal.' });
    await denial.respond('denied', { regards: 'exception', wording: 'Of your request.' });
    expect(await stageOf(denial)).toBe('await-appeal');
    expect((await openKinds(denial)).filter((kind) => kind === 'rescue')).toHaveLength(1);
    expect((await rescueOf(denial))?.context).toMatchObject({ why: 'appeal-denied', payerWrote: 'Of your appeal.' });
  }, 120_000);

  it('denied, and a supervisor waits for the exception: the step of the appeal asks again, and a close loses the appeal', async () => {
    const denial = await waiting();
    await denial.respond('denied', { regards: 'appeal', wording: 'Of your appeal.' });
    await denial.rescue('go-on');
    expect([await stageOf(denial), await rescueOf(denial)]).toEqual(['await-response', undefined]);
    await denial.respond('denied', { regards: 'exception', wording: 'Of your request.' });
    expect((await rescueOf(denial))?.context).toMatchObject({ why: 'appeal-denied' });
    await denial.rescue('close');
    const { outcome, appeals } = await desk.staff.denial(denial.id);
    expect([outcome, appeals.map(({ state }) => state)]).toEqual(['lost', ['lost']]);
  }, 120_000);

  it('a supervisor who closes at once loses the appeal', async () => {
    const denial = await waiting();
    await denial.respond('denied', { regards: 'appeal', wording: 'Of your appeal.' });
    await denial.rescue('close');
    const { outcome, appeals } = await desk.staff.denial(denial.id);
    expect([outcome, appeals.map(({ state }) => state)]).toEqual(['lost', ['lost']]);
  }, 120_000);

  it('more is wanted and was supplied: the step of the appeal waits for the answer', async () => {
    const denial = await waiting();
    await denial.respond('more-information', { regards: 'appeal', wording: 'Send the log.' });
    await denial.rescue('go-on');
    await denial.respond('denied', { regards: 'exception', wording: 'Of your request.' });
    expect([await stageOf(denial), await rescueOf(denial)]).toEqual(['await-appeal', undefined]);
  }, 120_000);

  it('denied while the claim is corrected: asked there, and asked still once it was resubmitted', async () => {
    const denial = await correcting();
    await denial.respond('denied', { regards: 'appeal', wording: 'Of your appeal.' });
    expect(await stageOf(denial)).toBe('fix-claim');
    expect(await openKinds(denial)).toEqual(expect.arrayContaining(['fix-claim', 'rescue']));
    await denial.complete('fix-claim', 'resubmitted', { corrected: ['contract-proof'], ...(await denial.proof()) });
    expect([await stageOf(denial), (await rescueOf(denial))?.context]).toEqual([
      'await-payment',
      expect.objectContaining({ why: 'appeal-denied', payerWrote: 'Of your appeal.' }),
    ]);
  }, 120_000);
});

describe('a rescue that is handed on', () => {
  it('needs a person who may decide it, is asked of them with what the payer wrote, and leads where they say', async () => {
    const denial = await desk.openDenial();
    await denial.requestException();
    await denial.respond('partly', { benefitLevel: 'other', wording: 'One of two visits.' });
    const rescue = async () => (await desk.staff.openTasks(denial.id)).find(({ kind }) => kind === 'rescue')!;
    const first = await rescue();
    expect(first.context).toMatchObject({ why: 'partly', payerWrote: 'One of two visits.' });
    const complete = (answer: object) =>
      desk.staff.request('POST', `/tasks/${first.id}/complete`, { outcome: 'reassigned', answer });
    expect((await complete({ note: 'Yours.' })).status).toBe(400);
    const [specialist, supervisor] = [await desk.addPerson('specialist'), await desk.addPerson('supervisor')];
    expect((await complete({ person: specialist.id })).status).toBe(403);
    await denial.complete('rescue', 'reassigned', { person: supervisor.id, note: 'You know them.' });
    expect(await rescue()).toMatchObject({
      state: 'claimed',
      assignee: { id: supervisor.id },
      context: { why: 'partly', payerWrote: 'One of two visits.' },
    });
    await denial.completeAs(supervisor, 'rescue', 'done', { next: 'appeal' });
    expect(await stageOf(denial)).toBe('appeal');
  }, 120_000);
});

describe('the completeness gate', () => {
  it.each([
    ['duplicate', 'duplicate'],
    ['too-late', 'too-late'],
    ['not-a-network-denial', 'not-a-network-denial'],
  ])(
    '%s at the gate closes the denial',
    async (outcome, closedAs) => {
      const denial = await desk.openDenial({ diagnoses: [] });
      await denial.verify('out-of-network');
      await denial.complete('choose-path', 'confirmed');
      await denial.gather();
      await denial.complete('review-intake', outcome, { reason: 'Found out while gathering.' });
      const { stage, outcome: closed } = await desk.staff.denial(denial.id);
      expect([stage, closed]).toEqual(['closed', closedAs]);
      expect(await openKinds(denial)).toEqual([]);
    },
    120_000,
  );
});
