import type { Stage } from '@overturn/domain';
import { patched } from '@temporalio/workflow';
import type { RescueNext } from '../messages.ts';
import type { Answer } from './case-state.ts';
import type { Asked, Case } from './case.ts';
import { closeAs } from './review-intake.ts';

/** Why a supervisor is asked. */
export type RescueWhy =
  | 'network-unknown'
  | 'cannot-be-corrected'
  | 'refused-by-channel'
  | 'partly'
  | 'more-information'
  | 'denied'
  | 'lost'
  | 'appeal-denied'
  | 'appeal-silent'
  | 'straight-to-appeal'
  | 'cannot-be-drafted'
  | 'underpaid';

export const rescueKey = (why: RescueWhy, about: string): string => `rescue/${why}/${about}`;

/** A rescue asked of one person: the supervisor first, then each to whom it is handed on. */
type Turn = Asked & { key: string };
const firstTurn = (why: RescueWhy, about: string): Turn => ({ kind: 'rescue', key: rescueKey(why, about), why });

/** Whom to ask after that answer, which names somebody else; undefined: it decides. */
function handedOn({ state }: Case, first: Turn, { key }: Turn, { outcome }: Answer): Turn | undefined {
  // handed to somebody it went on as it stood, before; what was decided so stays decided
  if (outcome !== 'reassigned' || state.done.includes(first.key) || !patched('rescue-is-handed-on')) return undefined;
  const turn = key === first.key ? 1 : 1 + Number(key.split('/').at(-1));
  return { ...first, key: `${first.key}/handed-on/${turn}`, giveTo: 'named', namedIn: key };
}

/** What was decided; or, while nobody has, whom to ask. */
export function decisionOf(denial: Case, why: RescueWhy, about: string): RescueNext | Turn {
  const first = firstTurn(why, about);
  for (let turn = first; ;) {
    const answer = denial.answer(turn.key);
    if (!answer) return turn;
    const next = handedOn(denial, first, turn, answer);
    if (!next) return answer.next ?? 'go-on';
    turn = next;
  }
}

/**
 * Asks a supervisor what happens next; the same trouble later is asked anew. `about` names the trouble, since a step that is
 * entered again by the next run comes by here once more: then the answer of that time counts.
 */
export async function askRescue(denial: Case, why: RescueWhy, about: string): Promise<RescueNext> {
  const first = firstTurn(why, about);
  for (let turn = first; ;) {
    const answer = await denial.mustAsk(turn);
    const next = handedOn(denial, first, turn, answer);
    if (!next) {
      await denial.once(first.key);
      return answer.next ?? 'go-on';
    }
    turn = next;
  }
}

/** As `askRescue`, with the answers that lead the same way from everywhere. */
export async function rescue(denial: Case, why: RescueWhy, about: string): Promise<Stage | 'go-on'> {
  const next = await askRescue(denial, why, about);
  return next === 'go-on' || next === 'send-again' ? 'go-on' : stageAfterRescue(denial, next);
}

/** Where a supervisor's decision leads when it leaves the step. */
export function stageAfterRescue(denial: Case, next: Exclude<RescueNext, 'go-on' | 'send-again'>): Stage {
  if (next === 'close') return closeAs(denial, 'lost');
  if (next === 'appeal') return 'appeal';
  denial.state.won ??= 'exception';
  return 'await-payment';
}
