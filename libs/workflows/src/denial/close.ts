import type { Stage } from '@overturn/domain';
import type { Op } from '../activities.ts';
import type { Case } from './case.ts';
import { isRegimeTask } from './find-regime.ts';

/** A filing date asked for is never withdrawn unanswered, whatever path is chosen; which rules apply does not hang on it either. */
const KEPT = 'protect/';

const cancelling =
  (why: string) =>
  (key: string): Op => ({ op: 'cancel-task', key, why });

/** Withdraws what the step that is left was still asking. */
export async function leaveOpenTasks(denial: Case): Promise<void> {
  const left = Object.keys(denial.state.open).filter((key) => !key.startsWith(KEPT) && !isRegimeTask(key));
  if (left.length > 0) await denial.write(...left.map(cancelling('another-path')));
}

/** Closes under the lock that numbers messages; while one was released that was not taken, it is heard first. */
export async function closeCase(denial: Case): Promise<Stage> {
  for (;;) {
    const { lastNumber, closeReason } = denial.state;
    const cancelled = Object.keys(denial.state.open).map(cancelling('closed'));
    const facts = await denial.write(...cancelled, { op: 'close', reason: closeReason ?? 'withdrawn', lastNumber });
    if (facts.closed) break;
    await denial.wait(() => denial.state.lastNumber > lastNumber);
  }
  denial.ended = true;
  return 'closed';
}
