import { QUEUES, type Queue } from '@overturn/domain';
import type { TaskViewName } from '../tasks/task-queries.ts';

export interface WorkSearch {
  view?: TaskViewName;
  queue?: Queue;
  task?: string;
}
const VIEWS: readonly TaskViewName[] = ['mine', 'team', 'snoozed', 'raised'];

/** The page's state in the URL: a view, a queue, the task in the preview. Anything else falls away. */
export function workSearch({ view, queue, task }: Record<string, unknown>): WorkSearch {
  const foundView = VIEWS.find((one) => one === view);
  const foundQueue = QUEUES.find((one) => one.queue === queue)?.queue;
  return {
    ...(foundView && { view: foundView }),
    ...(foundQueue && { queue: foundQueue }),
    ...(typeof task === 'string' && /^[0-9a-f-]{36}$/.test(task) && { task }),
  };
}
