import type { TaskView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { sentenceOf } from '../api/problem.ts';
import { showToast } from '../shell/toasts.ts';
import { taskQuery } from '../tasks/task-queries.ts';

/** The most urgent task that this person may do, claimed in the same act. */
export function useNextTask({ queue, onTask }: { queue: string | undefined; onTask: (task: TaskView) => void }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.nextTask(queue ? { queue } : {}),
    onSuccess: (task) => {
      if (!task)
        return void showToast({
          text: queue ? 'Nothing is open in this queue.' : 'Nothing is open in your queues. Well done.',
        });
      client.setQueryData(taskQuery(task.id).queryKey, task);
      onTask(task);
    },
    onError: (error) => showToast({ text: sentenceOf(error), tone: 'bad' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
export type NextTask = ReturnType<typeof useNextTask>;
