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
  const heard = HEARD_AT[stage] ?? [];
  const { exception, appeal } = responses;
  if (exception && exception !== 'acknowledged' && heard.includes(exception))
    return { regards: 'exception', outcome: exception };
  return appeal === 'approved' && heard.includes(appeal) ? { regards: 'appeal', outcome: appeal } : undefined;
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
  const name = `${NAME}${heard.outcome}/${1 + denial.count(NAME)}`;
  denial.state.done.push(name);
  await denial.write(...askingOf(denial, name));
}

const askingOf = (denial: Case, name: string): Op[] => {
  const decision = decisionOf(denial, whyOf(name), name);
  return typeof decision === 'string' ? [] : denial.opening([decision]);
};

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
  if (typeof decision === 'string') {
    denial.state.done.push(settled(name));
    lead(denial, decision);
  }
  await denial.write(...askingOf(denial, name));
}

function lead(denial: Case, next: RescueNext): void {
  if (next === 'go-on' || next === 'send-again') return;
  const to = stageAfterRescue(denial, next);
  const isThere = to === denial.state.stage || (to === 'appeal' && denial.state.stage === 'await-appeal');
  if (!isThere) denial.leadTo(to);
}
