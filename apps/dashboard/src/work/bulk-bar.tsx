import { Button } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { sentenceOf } from '../api/problem.ts';
import { showToast } from '../shell/toasts.ts';
import styles from './work-page.module.css';

type Act = (task: TaskView) => Promise<unknown>;

/** Acts on the selected rows one by one, and says of each that failed why. */
export default function BulkBar({ tasks, onDone }: { tasks: readonly TaskView[]; onDone: () => void }) {
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: async ({ act }: { act: Act; label: string }) => {
      const failures: string[] = [];
      for (const task of tasks)
        await act(task).catch((error: unknown) => failures.push(`…${task.claimNumberTail}: ${sentenceOf(error)}`));
      return failures;
    },
    onSuccess: (failures, { label }) =>
      showToast({
        text:
          failures.length === 0
            ? `${label}: ${tasks.length}`
            : `${label}: ${tasks.length - failures.length} of ${tasks.length}. ${failures.join(' ')}`,
        tone: failures.length === 0 ? 'plain' : 'bad',
        endsAtMs: Date.now() + (failures.length === 0 ? 5000 : 15_000),
      }),
    onSettled: () => {
      onDone();
      return client.invalidateQueries({ queryKey: ['tasks'] });
    },
  });
  return (
    <div className={styles.bulk} role="toolbar" aria-label="Selected tasks">
      <strong>{tasks.length} selected</strong>
      <Button
        size="xs"
        variant="default"
        loading={run.isPending}
        onClick={() => run.mutate({ act: ({ id }) => api.claimTask(id), label: 'Claimed' })}
      >
        Claim
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={run.isPending}
        onClick={() => run.mutate({ act: ({ id }) => api.releaseTask(id), label: 'Back in the queue' })}
      >
        Release
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
        Select none
      </Button>
    </div>
  );
}
