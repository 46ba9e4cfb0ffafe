import type { ClosureReason, Stage } from '@overturn/domain';
import type { Instant } from '../activities.ts';
import { settleAppeal } from './appeals.ts';
import type { Case } from './case.ts';
import { isPast } from './case.ts';
import { hearsAll, hearsOfAppeal } from './unawaited-answers.ts';
import { askRescue, stageAfterRescue } from './rescue.ts';
import { closeAs } from './review-intake.ts';

const PAID_AS: Record<'exception' | 'appeal' | 'correction', ClosureReason> = {
  exception: 'paid-as-granted',
  appeal: 'paid-after-appeal',
  correction: 'paid-after-correction',
};

/** Watches that the promised payment arrives as promised; underpaid goes back to the choice of a path. */
export async function awaitPayment(denial: Case): Promise<Stage> {
  forgetBefore(denial);
  for (;;) {
    const key = `check-payment/${1 + denial.count('paid-checked/')}`;
    if (!denial.isOpen(key) && !denial.answer(key)) await awaitNews(denial);
    const why = takeRefusal(denial) ? 'promise-in-doubt' : 'remittance';
    const { outcome } = await denial.mustAsk({ kind: 'check-payment', key, why });
    if (outcome === 'right') {
      await denial.write(...settleAppeal(denial, 'paid'));
      return closeAs(denial, PAID_AS[denial.state.won ?? 'exception']);
    }
    const next = await askRescue(denial, 'underpaid', key);
    denial.state.done.push(`paid-checked/${key}`);
    takeRefusal(denial); // whoever decided knew of it
    if (next === 'accept') return closeAs(denial, 'paid-in-part');
    if (next !== 'go-on' && next !== 'send-again') return stageAfterRescue(denial, next);
    if (next === 'send-again') return 'choose-path';
  }
}

/** What led to the promise says nothing against it: of the exception, or of both where the appeal was won. What regards another is not lost. */
function forgetBefore(denial: Case): void {
  const { done, won, responses } = denial.state;
  const entered = denial.here('promised');
  if (done.includes(entered)) return;
  done.push(entered);
  const isLeft = won !== 'appeal' && responses.appeal !== undefined && responses.appeal !== 'approved';
  if (!isLeft || !hearsOfAppeal()) takeRefusal(denial);
  else if (won !== 'correction') delete responses.exception;
}

/** The payer says something else of the payment that it promised. */
const isRefused = ({ state: { responses } }: Case): boolean =>
  Object.values(responses).some((outcome) => outcome !== 'approved') && hearsAll();

/** Takes what the payer has said; true when it puts the promise in doubt. */
function takeRefusal(denial: Case): boolean {
  const refused = isRefused(denial);
  if (Object.keys(denial.state.responses).length > 0 && hearsAll()) denial.state.responses = {};
  return refused;
}

/** Until a new remittance names this claim, a chase learns that it was paid, or the payer puts it in doubt. */
async function awaitNews(denial: Case): Promise<void> {
  await denial.flush();
  const checked = denial.count('paid-checked/');
  const unheard = () => denial.state.attachedClaims > denial.count('claim-heard/');
  while (!unheard() && !isRefused(denial)) {
    if (learned(denial)) return;
    const { paymentChaseAt } = denial.state.facts;
    const due = paymentChaseAt.map((at) => ({ at, key: `chase/payment/${checked}/${at.slice(0, 10)}` }));
    await askDue(denial, due);
    const isMoved = () => denial.state.facts.paymentChaseAt.join() !== paymentChaseAt.join();
    const hasNews = () => unheard() || isRefused(denial) || hasAnswer(denial) || isMoved();
    await denial.wait(hasNews, due.find(({ at }) => !isPast(at))?.at);
  }
  await denial.withdraw(Object.keys(denial.state.open).filter((key) => key.startsWith('chase/payment/')));
  if (unheard()) denial.state.done.push(`claim-heard/${denial.state.attachedClaims}`); // written with the question that follows
}

const answered = (denial: Case): string[] =>
  Object.keys(denial.state.answers).filter(
    (key) => key.startsWith('chase/payment/') && !denial.state.done.includes(`${key}/heard`),
  );
const hasAnswer = (denial: Case): boolean => answered(denial).length > 0;

function learned(denial: Case): boolean {
  const keys = answered(denial);
  denial.state.done.push(...keys.map((key) => `${key}/heard`));
  return keys.some((key) => denial.answer(key)?.outcome === 'answered');
}

async function askDue(denial: Case, due: { at: Instant; key: string }[]): Promise<void> {
  const fresh = due.filter(({ at, key }) => isPast(at) && !denial.state.done.includes(key));
  const last = fresh.at(-1);
  if (!last) return;
  denial.state.done.push(...fresh.map(({ key }) => key));
  const open = Object.keys(denial.state.open).some((key) => key.startsWith('chase/payment/'));
  if (!open) await denial.open([{ kind: 'chase-payer', key: last.key, why: 'payment' }]);
}
