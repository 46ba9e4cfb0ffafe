import { proxySinks } from '@temporalio/workflow';
import type { Sinks, WorkflowInterceptorsFactory } from '@temporalio/workflow';
import type { Step } from '@overturn/workflows/activities';

/** Hands out every step that the workflow writes, while it replays: Temporal itself compares commands, not what is in them. */
export interface StepSinks extends Sinks {
  steps: { written(step: Step): void };
}

const { steps } = proxySinks<StepSinks>();

export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [
    {
      scheduleActivity: (input, next) => {
        steps.written(input.args[0] as Step);
        return next(input);
      },
    },
  ],
});
