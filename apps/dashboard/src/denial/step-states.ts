import type { ClosureReason, Stage } from '@overturn/domain';
import { closureRow, stageRow, STEPS } from '@overturn/domain';

export type StepState = 'done' | 'now' | 'next';

/** Closed so, the last step came to its end; any other close cut it short. */
const isDecided = (outcome: string | null): boolean =>
  outcome === 'lost' || ['won', 'partly'].includes(closureRow(outcome as ClosureReason)?.result ?? 'none');

/**
 * How each step stands, in the order of the bar: done is what was entered and left behind, so a step that was passed over stays bare.
 * @param entered every stage entered so far, in order
 */
export function stepStates(stage: Stage, entered: readonly Stage[], outcome: string | null): StepState[] {
  const steps = entered.map((one) => stageRow(one).step);
  const isClosed = stage === 'closed';
  const last = isClosed ? steps.at(-1) : stageRow(stage).step;
  const at = STEPS.findIndex(({ step }) => step === last);
  return STEPS.map(({ step }, place) => {
    if (step === last && !isClosed) return 'now';
    if (step === last) return isDecided(outcome) ? 'done' : 'next';
    return place < at && steps.includes(step) ? 'done' : 'next';
  });
}
