import type { Stage } from '@overturn/domain';
import { settleAppeal } from './appeals.ts';
import type { Case } from './case.ts';
import type { PayerAnswer } from './case-state.ts';
import { awaitPayer } from './payer-answer.ts';
import { askRescue, stageAfterRescue } from './rescue.ts';
import type { RescueWhy } from './rescue.ts';
import { sendAgain } from './send-packet.ts';

/** What a supervisor is asked when the appeal is not simply won. */
const ASKS: Partial<Record<PayerAnswer, RescueWhy>> = {
  denied: 'appeal-denied',
  silent: 'appeal-silent',
  partly: 'partly',
  'more-information': 'more-information',
};

/** Waits for the decision on the appeal; nothing but a person ends the case here. A late grant of the exception wins too. */
export async function awaitAppeal(denial: Case): Promise<Stage> {
  for (;;) {
    const { answer, about } = await awaitPayer(denial, 'appeal', () => denial.state.responses.exception === 'approved');
    if (answer === 'approved' || answer === 'enough') return won(denial, answer);
    const why = ASKS[answer];
    const next = why ? await askRescue(denial, why, about) : 'send-again';
    if (next === 'close') await denial.write(...settleAppeal(denial, 'lost'));
    if (next !== 'go-on' && next !== 'send-again') return stageAfterRescue(denial, next);
    const elsewhere = next === 'send-again' ? await sendAgain(denial, 'appeal', about) : undefined;
    denial.state.handling = null;
    if (elsewhere) return elsewhere;
  }
}

async function won(denial: Case, answer: 'approved' | 'enough'): Promise<Stage> {
  denial.state.won = answer === 'approved' ? 'appeal' : 'exception';
  await denial.write(...settleAppeal(denial, answer === 'approved' ? 'won' : 'granted'));
  return 'await-payment';
}
