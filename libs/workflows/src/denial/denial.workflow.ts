import {
  allHandlersFinished,
  condition,
  defineQuery,
  defineSignal,
  makeContinueAsNewFunc,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Stage } from '@overturn/domain';
import { MESSAGE_SIGNAL, STANDING_QUERY } from '../messages.ts';
import type { DenialInput, Message, Standing } from '../messages.ts';
import { keepAlarm } from './alarm.ts';
import { awaitAppeal } from './await-appeal.ts';
import { awaitPayment } from './await-payment.ts';
import { awaitResponse } from './await-response.ts';
import { Case, Turn } from './case.ts';
import { choosePath } from './choose-path.ts';
import { closeCase, leaveOpenTasks } from './close.ts';
import { escalateToAppeal } from './escalate-to-appeal.ts';
import { fixClaim } from './fix-claim.ts';
import { watchRegime } from './find-regime.ts';
import { requestException } from './request-exception.ts';
import { reviewIntake } from './review-intake.ts';
import { verifyNetwork } from './verify-network.ts';

const message = defineSignal<[Message]>(MESSAGE_SIGNAL);
const standing = defineQuery<Standing>(STANDING_QUERY);

/** The road of a denial: each step is a file of its own and says which comes next. */
const STEPS: Record<Stage, (denial: Case) => Promise<Stage>> = {
  'intake-review': reviewIntake,
  'verify-network': verifyNetwork,
  'choose-path': choosePath,
  'request-exception': requestException,
  'fix-claim': fixClaim,
  'await-response': awaitResponse,
  appeal: escalateToAppeal,
  'await-appeal': awaitAppeal,
  'await-payment': awaitPayment,
  closed: closeCase,
};

/** One denial, from its opening to its end. Beside the story runs one alarm: filing tiers, late tasks, follow-ups; and the question whose rules apply. */
export async function denial(input: DenialInput): Promise<void> {
  const denialCase = new Case(input);
  setHandler(message, (arrived) => denialCase.receive(arrived));
  setHandler(standing, () => denialCase.standing);
  if (!input.carried) denialCase.enter(input.startAt);
  if (input.takenUp) await denialCase.write({ op: 'take-up' });

  const [carriesOn] = await Promise.all([tellStory(denialCase), keepAlarm(denialCase), watchRegime(denialCase)]);
  await denialCase.settle();
  await condition(allHandlersFinished);
  if (carriesOn) {
    const { state } = denialCase;
    const { memo = {}, typedSearchAttributes } = workflowInfo();
    // a run is found by what it shows, and not every server hands that over by itself
    const goOn = makeContinueAsNewFunc<typeof denial>({ memo, typedSearchAttributes });
    await goOn({ ...input, lastNumber: state.lastNumber, carried: state, takenUp: false });
  }
}

/** Step after step until the case has ended; true when the next run goes on with it. */
async function tellStory(denial: Case): Promise<boolean> {
  while (!denial.ended) {
    const next = await takeStep(denial);
    if (next === 'next-run') return true;
    if (!denial.ended) denial.enter(next);
  }
  return false;
}

async function takeStep(denial: Case): Promise<Stage | 'next-run'> {
  try {
    if (denial.turn) throw denial.turn;
    return await STEPS[denial.state.stage](denial);
  } catch (turn) {
    if (!(turn instanceof Turn)) throw turn;
    if (turn.to === 'next-run') return turn.to;
    await leaveOpenTasks(denial);
    denial.arrive();
    return turn.to;
  }
}
