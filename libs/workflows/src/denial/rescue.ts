import type { Stage } from '@overturn/domain';
import type { RescueNext } from '../messages.ts';
import type { Case } from './case.ts';
import { closeAs } from './review-intake.ts';

/** Why a supervisor is asked. */
export type RescueWhy =
  | 'network-unknown'
  | 'cannot-be-corrected'
  | 'refused-by-channel'
  | 'partly'
  | 'more-information'
  | 'appeal-denied'
  | 'appeal-silent'
  | 'straight-to-appeal'
  | 'cannot-be-drafted'
  | 'underpaid';

export const rescueKey = (why: RescueWhy, about: string): string => `rescue/${why}/${about}`;

/**
 * Asks a supervisor what happens next; the same trouble later is asked anew. `about` names the trouble, since a step that is
 * entered again by the next run comes by here once more: then the answer of that time counts.
 */
export async function askRescue(denial: Case, why: RescueWhy, about: string): Promise<RescueNext> {
  const key = rescueKey(why, about);
  const { next } = await denial.mustAsk({ kind: 'rescue', key, why });
  await denial.once(key);
  return next ?? 'go-on';
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
