import type { Stage } from '@overturn/domain';
import type { Op } from '../activities.ts';
import { settleAppeal } from './appeals.ts';
import type { Case } from './case.ts';
import type { PayerAnswer } from './case-state.ts';
import { awaitPayer } from './payer-answer.ts';
import { askRescue, stageAfterRescue } from './rescue.ts';
import { sendAgain } from './send-packet.ts';

type Handle = (denial: Case, about: string) => Promise<Stage | undefined>;

/** What each answer leads to; undefined: go on waiting. */
const LEADS_TO: Record<PayerAnswer, Handle> = {
  approved: async (denial, about) => {
    denial.state.won = 'exception';
    const granted: Op = { op: 'note', code: 'exception-granted' };
    await denial.once(`granted/${about}`, granted, ...settleAppeal(denial, 'granted'));
    return 'await-payment';
  },
  denied: async () => 'appeal',
  silent: async () => 'appeal',
  partly: (denial, about) => askSupervisor(denial, 'partly', about),
  'more-information': (denial, about) => askSupervisor(denial, 'more-information', about),
  lost: (denial, about) => sendAgain(denial, 'exception', about),
  // the protective appeal was answered first, and won
  enough: async (denial) => {
    denial.state.won = 'appeal';
    await denial.write(...settleAppeal(denial, 'won'));
    return 'await-payment';
  },
};

/** Waits for the payer's answer to the exception request; it does not stop the appeal's filing date. */
export async function awaitResponse(denial: Case): Promise<Stage> {
  for (;;) {
    const { answer, about } = await awaitPayer(denial, 'exception', () => denial.state.responses.appeal === 'approved');
    const next = await LEADS_TO[answer](denial, about);
    denial.state.handling = null;
    if (next) return next;
  }
}

async function askSupervisor(
  denial: Case,
  why: 'partly' | 'more-information',
  about: string,
): Promise<Stage | undefined> {
  const next = await askRescue(denial, why, about);
  if (next === 'go-on') return undefined;
  return next === 'send-again' ? sendAgain(denial, 'exception', about) : stageAfterRescue(denial, next);
}
