import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@overturn/domain/dates/iso-date';
import { Desk } from '../replay/desk.ts';
import type { Case } from '../replay/desk.ts';

let desk: Desk;
beforeAll(async () => void (desk = await Desk.open()), 180_000);
afterEach(() => desk?.clear(), 60_000);
afterAll(() => desk?.close());

const deadlineOf = async ({ id }: Case, purpose: string) =>
  (await desk.staff.denial(id)).deadlines.find((one) => one.purpose === purpose)!;

describe('an appeal that is filed after its legal date', () => {
  it('is filed late: neither met nor given up, and the timeline says that the date was missed', async () => {
    const denial = await desk.openDenial();
    await denial.printsDeadline(5);
    await desk.wait(8);
    await denial.send('protect-filing-date');
    const { filingState } = await desk.staff.denial(denial.id);
    const { state, legalDueOn } = await deadlineOf(denial, 'appeal');
    expect([filingState, state]).toEqual(['filed-late', 'filed-late']);
    expect(legalDueOn! < (await desk.dayIn(0))).toBe(true);
    await desk.wait(3);
    const timeline = await desk.staff.timeline(denial.id);
    const late = timeline.filter(({ code }) => code === 'filing-date.filed-late');
    expect(late.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Appeal: filed after its legal date, .+\. The date was missed\.$/),
    ]);
    const codes = timeline.map(({ code }) => code);
    expect(codes.indexOf('filing-date.filed-late')).toBeLessThan(codes.indexOf('tier.overdue'));
  }, 120_000);
});

describe('the timeline', () => {
  it('says why something was asked, and which facts it changed', async () => {
    const denial = await desk.openDenial();
    await denial.command({ kind: 'change-fact', facts: { printedDeadlineOn: '2027-03-01', planType: 'ppo' } });
    await denial.command({ kind: 'withdraw', reason: 'The patient paid.' });
    const said = (await desk.staff.timeline(denial.id)).filter(({ code }) => code.startsWith('command.'));
    expect(said.map(({ sentence }) => sentence)).toEqual([
      'Asked to withdraw the denial: done. “The patient paid.”',
      'Asked to change facts: done. Changed: plan type from nothing to “ppo”; deadline that the letter prints from nothing to Mon 1 Mar 2027.',
    ]);
    expect((await desk.staff.denial(denial.id)).entered).toEqual(['verify-network']);
  }, 120_000);
});

describe('what the payer owes after it asked for more', () => {
  it('is an answer still; its date moves by the days on which it waited for us', async () => {
    const denial = await desk.openDenial();
    await denial.requestException();
    const asked = await deadlineOf(denial, 'exception-response');
    await desk.wait(3);
    await denial.respond('more-information', { wording: 'Send the log.' });
    expect((await deadlineOf(denial, 'exception-response')).state).toBe('running');
    await desk.wait(4);
    await denial.rescue('go-on');
    const tolled = await deadlineOf(denial, 'exception-response');
    expect([tolled.state, tolled.legalDueOn]).toEqual(['running', addDays(asked.legalDueOn!, 4)]);
    await denial.respond('denied', { wording: 'No.' });
    expect((await deadlineOf(denial, 'exception-response')).state).toBe('met');
  }, 120_000);

  it('of what was waived it waits for nothing: the date stays', async () => {
    const denial = await desk.openDenial();
    await denial.requestException();
    const asked = await deadlineOf(denial, 'exception-response');
    await denial.respond('more-information', { wording: 'Send the log.' });
    await desk.wait(2);
    await denial.complete('rescue', 'waived', { next: 'go-on', reason: 'They have it already.' });
    const { state, legalDueOn } = await deadlineOf(denial, 'exception-response');
    expect([state, legalDueOn]).toEqual(['running', asked.legalDueOn]);
  }, 120_000);

  it('of the appeal is another wish: what is decided on it does not end the wait for the exception’s papers', async () => {
    const denial = await desk.openDenial();
    await denial.printsDeadline(30);
    await denial.requestException();
    const asked = await deadlineOf(denial, 'exception-response');
    await desk.wait(26);
    await denial.send('protect-filing-date');
    await denial.respond('more-information', { regards: 'exception', wording: 'Send the log.' });
    await denial.respond('more-information', { regards: 'appeal', wording: 'Send the form.' });
    await desk.wait(3);
    const rescues = (await desk.staff.openTasks(denial.id)).filter(({ kind }) => kind === 'rescue');
    expect(Object.fromEntries(rescues.map(({ context }) => [context['regards'], context['payerWrote']]))).toEqual({
      appeal: 'Send the form.',
      exception: 'Send the log.',
    });
    const ofTheAppeal = rescues.find(({ context }) => context['regards'] === 'appeal')!;
    await desk.staff.post(`/tasks/${ofTheAppeal.id}/claim`, {});
    await desk.staff.post(`/tasks/${ofTheAppeal.id}/complete`, { outcome: 'done', answer: { next: 'go-on' } });
    await desk.wait(1);
    expect((await deadlineOf(denial, 'exception-response')).legalDueOn).toBe(asked.legalDueOn);
    await denial.rescue('go-on');
    expect((await deadlineOf(denial, 'exception-response')).legalDueOn).toBe(addDays(asked.legalDueOn!, 4));
  }, 120_000);
});
