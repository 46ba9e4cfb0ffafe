import { condition, patched } from '@temporalio/workflow';
import type { CaseFacts } from '../activities.ts';
import type { Case } from './case.ts';

const KIND = 'find-regime';
export const isRegimeTask = (key: string): boolean => key.startsWith(`${KIND}/`);

/** Asks which rules apply, with the next step that is written; anew after an answer that did not settle it. */
export function askForRegime(denial: Case): void {
  const { answers, done, unwritten } = denial.state;
  const round = 1 + Object.keys(answers).filter(isRegimeTask).length;
  const key = `${KIND}/${round}`;
  if (done.includes(key) || !patched('regime-is-asked')) return;
  done.push(key);
  const why = round === 1 ? 'regime-open' : 'regime-still-open';
  unwritten.push(...denial.opening([{ kind: KIND, key, why, unless: 'regime-settled' }]));
}

/** Beside the story and never in its way: the task is open while the regime is, and is withdrawn once it is settled otherwise. */
export async function watchRegime(denial: Case): Promise<void> {
  for (let judged: CaseFacts = denial.state.facts; ;) {
    await condition(() => denial.isOver || denial.state.facts !== judged);
    if (denial.isOver) return;
    judged = denial.state.facts;
    if (judged.regimeOpen === false) await withdrawAsked(denial);
    if (judged.regimeOpen && isInWork(denial)) askForRegime(denial);
  }
}

/** The review of the intake asks for the regime in its own form; what is being closed is asked nothing more. */
const isInWork = ({ state: { stage, heading } }: Case): boolean =>
  stage !== 'intake-review' && stage !== 'closed' && heading !== 'closed';

/** What was never opened, since the regime was settled before, may be asked later. */
async function withdrawAsked(denial: Case): Promise<void> {
  const asked = denial.state.done.filter((key) => isRegimeTask(key) && !denial.answer(key));
  if (asked.length === 0) return;
  denial.state.done = denial.state.done.filter((key) => !asked.includes(key));
  await denial.withdraw(asked, 'regime-settled');
}
