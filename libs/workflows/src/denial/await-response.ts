import type { Stage } from '@overturn/domain';
import { settleAppeal } from './appeals.ts';
import type { Case } from './case.ts';
import { awaitPayer } from './payer-answer.ts';
import type { PayerAnswer } from './payer-answer.ts';
import { askRescue, stageAfterRescue } from './rescue.ts';
import { closeAs } from './review-intake.ts';
import { sendPacket } from './send-packet.ts';

const PACKET = { document: 'exception-request', kind: 'exception-request' } as const;
type Handle = (denial: Case) => Promise<Stage | undefined>;

/** What each answer leads to; undefined: go on waiting. */
const LEADS_TO: Record<PayerAnswer, Handle> = {
  approved: async (denial) => {
    denial.state.won = 'exception';
    await denial.write({ op: 'note', code: 'exception-granted' }, ...settleAppeal(denial, 'granted'));
    return 'await-payment';
  },
  denied: async () => 'appeal',
  silent: async () => 'appeal',
  partly: (denial) => askSupervisor(denial, 'partly'),
  'more-information': (denial) => askSupervisor(denial, 'more-information'),
  lost: sendAgain,
  // the protective appeal was answered first, and won
  enough: async (denial) => {
    denial.state.won = 'appeal';
    return 'await-payment';
  },
};

/** Waits for the payer's answer to the exception request; it does not stop the appeal's filing date. */
export async function awaitResponse(denial: Case): Promise<Stage> {
  for (;;) {
    const answer = await awaitPayer(denial, 'exception', () => denial.state.responses.appeal === 'approved');
    const next = await LEADS_TO[answer](denial);
    if (next) return next;
  }
}

async function askSupervisor(denial: Case, why: 'partly' | 'more-information'): Promise<Stage | undefined> {
  const next = await askRescue(denial, why);
  if (next === 'go-on') return undefined;
  return next === 'send-again' ? sendAgain(denial) : stageAfterRescue(denial, next);
}

async function sendAgain(denial: Case): Promise<Stage | undefined> {
  const sending = (denial.state.facts.followUps.exception?.sending ?? 1) + 1;
  const sent = await sendPacket(denial, PACKET, sending);
  return sent === 'close' ? closeAs(denial, 'lost') : undefined;
}
