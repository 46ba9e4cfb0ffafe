import type { Stage } from '@overturn/domain';
import { condition, patched } from '@temporalio/workflow';
import type { Op } from '../activities.ts';
import type { Regards, RescueNext, ResponseOutcome } from '../messages.ts';
import { settleAppeal } from './appeals.ts';
import type { Case } from './case.ts';
import { decisionOf, stageAfterRescue } from './rescue.ts';
import type { RescueWhy } from './rescue.ts';

/** What is heard of the exception at steps that do not wait for it; an appeal on its way answers a refusal by itself. */
const HEARD_AT: Partial<Record<Stage, readonly ResponseOutcome[]>> = {
  'verify-network': ['approved', 'partly', 'denied', 'more-information', 'lost'],
  'choose-path': ['approved', 'partly', 'denied', 'more-information', 'lost'],
  'request-exception': ['approved', 'partly', 'denied', 'more-information', 'lost'],
  'fix-claim': ['approved', 'partly', 'denied', 'more-information', 'lost'],
  appeal: ['approved', 'partly', 'more-information'],
  'await-appeal': ['partly', 'more-information'],
};
/** What is heard of the appeal, which the filing clock may have filed at any of them; a grant ends the wait for the exception by itself. */
const APPEAL_HEARD_AT: Partial<Record<Stage, readonly ResponseOutcome[]>> = {
  'verify-network': ['approved', 'partly', 'denied', 'more-information', 'lost'],
  'choose-path': ['approved', 'partly', 'denied', 'more-information', 'lost'],
  'request-exception': ['approved', 'partly', 'denied', 'more-information', 'lost'],
  'fix-claim': ['approved', 'partly', 'denied', 'more-information', 'lost'],
  'await-response': ['partly', 'denied', 'more-information', 'lost'],
  appeal: ['approved'],
};

interface Heard {
  regards: Regards;
  outcome: Exclude<ResponseOutcome, 'acknowledged'>;
}
const NAME = 'unawaited/';

/** True when the payer has said something that the present step would not hear, or a supervisor has decided on it. */
export const hasUnawaited = (denial: Case): boolean =>
  (unawaited(denial) !== undefined || undecided(denial).some((name) => isDue(denial, name))) && hearsAll();

/** One name for all of it: runs of before remember an answer until a step waits for it. */
export const hearsAll = (): boolean => patched('answers-are-heard');

/** Runs of before keep what is said against the appeal until its own step. */
export const hearsOfAppeal = (): boolean => patched('appeal-answers-are-heard');

/** A grant ends the step and leads to the payment; what else the payer says is a supervisor's to decide, while the step goes on. */
export async function hearUnawaited(denial: Case): Promise<void> {
  while (hasUnawaited(denial)) {
    await condition(() => denial.isAtRest || denial.ended);
    if (denial.ended) return;
    const heard = unawaited(denial); // a step that waits may have heard it meanwhile
    if (heard?.outcome === 'approved') await win(denial, heard.regards);
    else if (heard) await askOf(denial, heard);
    for (const name of undecided(denial)) await decide(denial, name);
  }
}

function unawaited({ state: { stage, responses } }: Case): Heard | undefined {
  const { exception, appeal } = responses;
  if (exception && exception !== 'acknowledged' && HEARD_AT[stage]?.includes(exception))
    return { regards: 'exception', outcome: exception };
  if (!appeal || appeal === 'acknowledged' || !APPEAL_HEARD_AT[stage]?.includes(appeal)) return undefined;
  return appeal === 'approved' || hearsOfAppeal() ? { regards: 'appeal', outcome: appeal } : undefined;
}

function take({ state }: Case, { regards, outcome }: Heard): void {
  delete state.responses[regards];
  state.said[regards] = outcome;
}

async function win(denial: Case, regards: Regards): Promise<void> {
  take(denial, { regards, outcome: 'approved' });
  denial.state.won = regards;
  denial.leadTo('await-payment');
  const granted: Op = { op: 'note', code: 'payer-approved', values: { regards } };
  await denial.write(granted, ...settleAppeal(denial, regards === 'exception' ? 'granted' : 'won'));
}

async function askOf(denial: Case, heard: Heard): Promise<void> {
  take(denial, heard);
  if (heard.regards === 'appeal') denial.state.deferred = heard.outcome;
  const name = `${NAME}${subjectOf(heard)}/${1 + denial.count(NAME)}`;
  denial.state.done.push(name);
  await denial.write(...askingOf(denial, name));
}

const askingOf = (denial: Case, name: string): Op[] => {
  const decision = decisionOf(denial, whyOf(name), name);
  return typeof decision === 'string' ? [] : denial.opening([decision]);
};

/** Why it is asked, and what it regards where that is not the exception. */
function subjectOf({ regards, outcome }: Heard): string {
  if (regards === 'exception') return outcome;
  return `${outcome === 'denied' ? 'appeal-denied' : outcome}/appeal`;
}

const isOfAppeal = (name: string): boolean => name.includes('/appeal/');
const whyOf = (name: string): RescueWhy => name.split('/')[1] as RescueWhy;

const undecided = ({ state: { done } }: Case): string[] =>
  done.filter((name) => name.startsWith(NAME) && !done.includes(settled(name)));
const settled = (name: string): string => `settled/${name}`;

/** Decided, or handed to another person who is to be asked; what a step that was left took back is asked no more. */
function isDue(denial: Case, name: string): boolean {
  const decision = decisionOf(denial, whyOf(name), name);
  if (typeof decision === 'string') return true;
  return !denial.isOpen(decision.key) && !denial.state.withdrawn.includes(decision.key);
}

async function decide(denial: Case, name: string): Promise<void> {
  if (!isDue(denial, name)) return;
  const decision = decisionOf(denial, whyOf(name), name);
  if (typeof decision !== 'string') return void (await denial.write(...askingOf(denial, name)));
  denial.state.done.push(settled(name));
  lead(denial, decision);
  if (isOfAppeal(name) && !staysDeferred(denial, decision)) delete denial.state.deferred;
  await denial.write(...(isOfAppeal(name) && decision === 'close' ? settleAppeal(denial, 'lost') : []));
}

const goesOn = (next: RescueNext): next is 'go-on' | 'send-again' => next === 'go-on' || next === 'send-again';

/** What the payer decided of the appeal is still to be dealt with when the story goes on; what it wanted is done. */
const staysDeferred = ({ state: { deferred } }: Case, next: RescueNext): boolean =>
  goesOn(next) && (deferred === 'denied' || deferred === 'partly');

function lead(denial: Case, next: RescueNext): void {
  if (goesOn(next)) return;
  const to = stageAfterRescue(denial, next);
  const isThere = to === denial.state.stage || (to === 'appeal' && denial.state.stage === 'await-appeal');
  if (!isThere) denial.leadTo(to);
}
