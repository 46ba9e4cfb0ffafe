import type { Desk } from './desk.ts';

/** The roads whose histories are kept; each is one denial from its letter to where the history is taken. */
export const ROADS: Record<string, (desk: Desk) => Promise<string>> = {
  /** The first sending is lost, the second granted and paid. */
  async 'exception-granted'(desk) {
    const denial = await desk.openDenial();
    await denial.requestException();
    await desk.wait(6);
    await denial.complete('chase-payer', 'lost', { contactedOn: await desk.dayIn(0), note: 'Not on file.' });
    await denial.send();
    await desk.wait(6);
    await denial.complete('chase-payer', 'answered', { contactedOn: await desk.dayIn(0) });
    await denial.complete('record-response', 'approved', {
      receivedOn: await desk.dayIn(0),
      benefitLevel: 'in-network',
    });
    await denial.pay();
    return denial.id;
  },

  /** Every step asks twice: the channel refuses, the draft and the letter come back, the payer wants more. */
  async 'exception-denied-appeal-won'(desk) {
    const denial = await desk.openDenial();
    await denial.verify('unknown');
    await denial.verify('other-tier');
    await denial.complete('choose-path', 'confirmed');
    await denial.gather();
    await denial.complete('review-packet', 'back-with-remarks', { remarks: 'Name the county.' });
    await denial.complete('review-packet', 'approved');
    await denial.complete('send-packet', 'refused-by-channel', { reason: 'The line is dead.' });
    await denial.rescue('go-on');
    await denial.send();
    await denial.respond('denied', { wording: 'Alternatives exist.' });
    await denial.complete('draft-appeal', 'back', { reason: 'The form is missing.' });
    await denial.rescue('go-on');
    await denial.complete('draft-appeal', 'drafted', { standing: 'provider' });
    await denial.complete('review-packet', 'approved');
    await denial.send();
    await denial.respond('more-information', { wording: 'Send the log.' });
    await denial.rescue('send-again');
    await denial.send();
    await denial.respond('approved', { benefitLevel: 'in-network' });
    await denial.pay();
    return denial.id;
  },

  async 'in-network-corrected'(desk) {
    const denial = await desk.openDenial();
    await denial.verify('in-network');
    await denial.complete('fix-claim', 'resubmitted', { corrected: ['contract-proof'], ...(await denial.proof()) });
    await desk.wait(20);
    const [row] = await desk.rows<{ claim_id: string }>(denial.id, 'select claim_id from denial where id = $1');
    await desk.tell(denial.id, 'claim-attached', { claimId: row!.claim_id });
    await desk.time.drain();
    await denial.complete('check-payment', 'underpaid', { wrong: 'amount', reason: 'Half of it.' });
    await denial.rescue('go-on');
    await denial.pay();
    return denial.id;
  },

  /** Nobody touches it: every tier, every late task, overdue mornings. */
  async silent(desk) {
    const denial = await desk.openDenial();
    await denial.printsDeadline(60);
    await desk.wait(66);
    return denial.id;
  },

  async 'protective-appeal-then-granted'(desk) {
    const denial = await desk.openDenial();
    await denial.printsDeadline(30);
    await denial.requestException();
    await denial.respond('acknowledged');
    await desk.wait(26);
    await denial.send('protect-filing-date');
    await denial.respond('approved', { regards: 'exception', benefitLevel: 'in-network' });
    await denial.pay();
    return denial.id;
  },

  /** The payer says nothing, twice; the appeal is lost in the end. */
  async 'payer-silent-appeal-lost'(desk) {
    const denial = await desk.openDenial();
    await denial.requestException();
    await desk.wait(60);
    await denial.complete('draft-appeal', 'drafted', { standing: 'provider' });
    await denial.complete('review-packet', 'approved');
    await denial.send();
    await denial.respond('denied', { regards: 'appeal', wording: 'No.' });
    await denial.rescue('close');
    return denial.id;
  },

  /** Led elsewhere while evidence is gathered, and asked for the evidence anew; then filed at once and withdrawn. */
  async commands(desk) {
    const denial = await desk.openDenial();
    await denial.verify('out-of-network');
    await denial.complete('choose-path', 'confirmed');
    await denial.command({ kind: 'choose-path', path: 'expertise-gap', reason: 'Nobody near does it.' });
    await denial.gather();
    await denial.complete('review-packet', 'approved');
    await denial.send();
    await denial.command({ kind: 'choose-path', path: 'access-gap', reason: 'Too late for that.' });
    await denial.command({ kind: 'file-now', reason: 'Better now.' });
    await denial.command({ kind: 'withdraw', reason: 'The patient paid.' });
    return denial.id;
  },

  async 'late-intake'(desk) {
    const denial = await desk.openDenial({
      noticeOn: await desk.dayIn(-800),
      serviceFrom: await desk.dayIn(-830),
      serviceTo: await desk.dayIn(-830),
    });
    await denial.complete('review-intake', 'duplicate', { reason: 'Worked in the old system.' });
    return denial.id;
  },

  async 'no-ground'(desk) {
    const denial = await desk.openDenial();
    await denial.verify('directory-was-wrong');
    await denial.complete('choose-path', 'another-path', { path: 'no-ground', reason: 'The plan has no benefit.' });
    await denial.complete('decide-write-off', 'written-off', { reason: 'Nothing is left.' });
    return denial.id;
  },

  /** The filing date is near, so that the appeal is drafted before anybody chooses it. */
  'appeal-forced': chooseForcedAppeal,

  /** Asked beside the road, asked again, found out; open again and settled by other means, open once more at the end. */
  async 'regime-found'(desk) {
    const denial = await desk.openDenial();
    await denial.complete('find-regime', 'not-found', { reason: 'The card does not say.' });
    await denial.verify('out-of-network');
    await denial.command({ kind: 'choose-path', path: 'expertise-gap', reason: 'Nobody near does it.' });
    await denial.complete('find-regime', 'found', { regime: 'erisa', source: 'benefits-office' });
    for (const regime of ['unknown', 'medicaid', 'unknown'])
      await denial.command({ kind: 'change-fact', facts: { regime } });
    await denial.command({ kind: 'withdraw', reason: 'The patient paid.' });
    return denial.id;
  },

  /** The payer speaks while no step waits for it: a supervisor goes on, a grant leads to the payment, a denial puts it in doubt. */
  async 'answers-unawaited'(desk) {
    const denial = await desk.openDenial();
    await denial.verify('out-of-network');
    await denial.respond('lost', { regards: 'exception' });
    await denial.rescue('go-on');
    await denial.complete('choose-path', 'confirmed');
    await denial.respond('partly', { regards: 'exception', benefitLevel: 'other', wording: 'One of two.' });
    await denial.rescue('appeal');
    await denial.respond('approved', { regards: 'exception', benefitLevel: 'in-network' });
    await denial.respond('denied', { regards: 'exception', wording: 'By mistake.' });
    await denial.complete('check-payment', 'underpaid', { wrong: 'not-paid', reason: 'Nothing came.' });
    await denial.rescue('send-again');
    await denial.respond('denied', { regards: 'exception', wording: 'Not us.' });
    await denial.rescue('close');
    return denial.id;
  },

  /** The same while a claim is corrected, and while its appeal is decided. */
  async 'answers-unawaited-late'(desk) {
    const denial = await desk.openDenial();
    await denial.verify('in-network');
    await denial.respond('more-information', { regards: 'exception', wording: 'Send the log.' });
    await denial.rescue('appeal');
    await denial.complete('draft-appeal', 'drafted', { standing: 'provider' });
    await denial.gather();
    await denial.complete('review-packet', 'approved');
    await denial.send();
    await denial.respond('partly', { regards: 'exception', benefitLevel: 'other', wording: 'One of two.' });
    await denial.rescue('accept');
    await denial.command({ kind: 'withdraw', reason: 'The patient paid.' });
    return denial.id;
  },

  /** Filed to keep the date while the exception waits; the appeal is denied, a supervisor goes on, and the exception is denied too. */
  'appeal-answered-early': denyAppealFirst,

  /** The same while a claim is corrected: more is wanted of the appeal, and it is lost. */
  async 'appeal-answered-while-corrected'(desk) {
    const denial = await desk.openDenial();
    await denial.printsDeadline(30);
    await denial.verify('in-network');
    await desk.wait(26);
    await denial.send('protect-filing-date');
    await denial.respond('more-information', { regards: 'appeal', wording: 'Send the log.' });
    await denial.rescue('go-on');
    await denial.respond('denied', { regards: 'appeal', wording: 'Of your appeal.' });
    await denial.rescue('close');
    return denial.id;
  },

  'gate-closes': closeAtTheGate,

  /** Handed to another supervisor, who decides it. */
  async 'rescue-handed-on'(desk) {
    const person = await desk.addPerson('supervisor');
    const denial = await desk.openDenial();
    await denial.requestException();
    await denial.respond('partly', { benefitLevel: 'other', wording: 'One of two.' });
    await denial.complete('rescue', 'reassigned', { person: person.id, note: 'You know them.' });
    await denial.completeAs(person, 'rescue', 'done', { next: 'appeal' });
    await denial.command({ kind: 'withdraw', reason: 'The patient paid.' });
    return denial.id;
  },
};

/** Before `answers-are-heard` what the payer said was kept until a step waited for it. */
export async function grantKept(desk: Desk): Promise<string> {
  const denial = await desk.openDenial();
  await denial.verify('out-of-network');
  await denial.complete('choose-path', 'confirmed');
  await denial.respond('approved', { regards: 'exception', benefitLevel: 'in-network' });
  await denial.gather();
  await denial.complete('review-packet', 'approved');
  await denial.send();
  await denial.respond('denied', { regards: 'exception', wording: 'By mistake.' });
  await denial.pay();
  return denial.id;
}

/** Before `appeal-answers-are-heard` nobody heard of it until the step of the appeal. */
export async function denyAppealFirst(desk: Desk): Promise<string> {
  const denial = await desk.openDenial();
  await denial.printsDeadline(30);
  await denial.requestException();
  await desk.wait(26);
  await denial.send('protect-filing-date');
  await denial.respond('denied', { regards: 'appeal', wording: 'Of your appeal.' });
  const open = await desk.staff.openTasks(denial.id);
  if (open.some(({ kind }) => kind === 'rescue')) await denial.rescue('go-on');
  await denial.respond('denied', { regards: 'exception', wording: 'Of your request.' });
  await denial.rescue('close');
  return denial.id;
}

/** Before `gate-closes` the gate asked again, whatever was found. */
export async function closeAtTheGate(desk: Desk): Promise<string> {
  const denial = await desk.openDenial({ diagnoses: [] });
  await denial.verify('out-of-network');
  await denial.complete('choose-path', 'confirmed');
  await denial.gather();
  await denial.complete('review-intake', 'too-late', { reason: 'The year is over.' });
  if ((await desk.staff.openTasks(denial.id)).length > 0)
    await denial.command({ kind: 'withdraw', reason: 'The patient paid.' });
  return denial.id;
}

/** Before `rescue-is-handed-on` a rescue handed to somebody went on as it stood. */
export async function rescueForgotten(desk: Desk): Promise<string> {
  const person = await desk.addPerson('supervisor');
  const denial = await desk.openDenial();
  await denial.requestException();
  await denial.respond('partly', { benefitLevel: 'other', wording: 'One of two.' });
  await denial.complete('rescue', 'reassigned', { person: person.id, note: 'You know them.' });
  await denial.command({ kind: 'withdraw', reason: 'The patient paid.' });
  return denial.id;
}

/** Before `regime-is-asked` nobody was asked which rules apply, though the facts of a step told that it is open. */
export async function leaveRegimeOpen(desk: Desk): Promise<string> {
  const denial = await desk.openDenial();
  await denial.verify('out-of-network');
  for (const regime of ['medicaid', 'unknown']) await denial.command({ kind: 'change-fact', facts: { regime } });
  await denial.command({ kind: 'withdraw', reason: 'The patient paid.' });
  return denial.id;
}

/** Before `appeal-forced-once-drafted` a supervisor was asked here; histories of both kinds are kept. */
export async function chooseForcedAppeal(desk: Desk): Promise<string> {
  const denial = await desk.openDenial();
  await denial.printsDeadline(7);
  await denial.verify('out-of-network');
  await denial.complete('choose-path', 'another-path', { path: 'appeal', reason: 'No time is left.' });
  const open = await desk.staff.openTasks(denial.id);
  if (open.some(({ kind }) => kind === 'rescue')) await denial.rescue('appeal');
  await denial.command({ kind: 'withdraw', reason: 'Settled.' });
  return denial.id;
}

/** Played with runs that end early: the second takes up a wait with an open task and tiers raised. */
export const ROLLED_OVER: typeof ROADS = {
  async 'continued-as-new'(desk) {
    const denial = await desk.openDenial();
    await denial.printsDeadline(45);
    await denial.requestException();
    await desk.wait(26);
    await denial.rollOver();
    await denial.sendWhatWasEarly();
    await denial.complete('chase-payer', 'still-waiting', { contactedOn: await desk.dayIn(0), note: 'In review.' });
    await denial.respond('approved', { benefitLevel: 'in-network' });
    return denial.id;
  },
};
