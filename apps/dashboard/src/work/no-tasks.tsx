import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countsQuery, type TaskViewName } from '../tasks/task-queries.ts';
import { Empty } from '../ui/states.tsx';
import type { NextTask } from './use-next-task.ts';

const WORDS: Record<Exclude<TaskViewName, 'mine'>, { title: string; text: string }> = {
  team: { title: 'No open tasks', text: 'New ones appear here by themselves as denials move on.' },
  snoozed: {
    title: 'Nothing is snoozed',
    text: 'A task that you snooze waits here and comes back by itself, before its dates.',
  },
  raised: {
    title: 'Nothing is raised',
    text: 'Tasks that stay late for a business day are raised to a supervisor and appear here.',
  },
};

/** An empty list says whether work is done, or has not begun. */
export function NoTasks({ view, queue, next }: { view: TaskViewName; queue: string | undefined; next: NextTask }) {
  const { data: counts } = useQuery(countsQuery);
  if (view === 'mine' && !queue) {
    if (counts?.team === 0) {
      return (
        <Empty title="There is no work yet" act={<Link to="/remittances">Drop a remittance</Link>}>
          Denials and their tasks come from remittances. Drop an 835 file, and every network denial in it is opened.
        </Empty>
      );
    }
    return (
      <Empty
        title="You hold no tasks"
        act={
          <Button onClick={() => next.mutate()} loading={next.isPending}>
            Get next
          </Button>
        }
      >
        “Get next” gives you the most urgent task that you may do,{' '}
        {counts ? `out of ${counts.team}` : 'from your queues'}.
      </Empty>
    );
  }
  const { title, text } = WORDS[queue || view === 'mine' ? 'team' : view];
  return <Empty title={title}>{text}</Empty>;
}
