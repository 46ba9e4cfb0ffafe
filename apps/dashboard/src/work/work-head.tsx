import { Button } from '@mantine/core';
import { QUEUES } from '@overturn/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keysOf } from '../keys/key-map.ts';
import { useKeyChoices } from '../keys/key-choices.ts';
import { countsQuery, type TaskViewName } from '../tasks/task-queries.ts';
import { KeyHint } from '../ui/act-button.tsx';
import type { NextTask } from './use-next-task.ts';
import styles from './work-page.module.css';

const VIEWS = [
  { view: 'mine', label: 'Mine' },
  { view: 'team', label: 'My teams' },
  { view: 'snoozed', label: 'Snoozed' },
  { view: 'raised', label: 'Raised' },
] as const;

interface Props {
  view: TaskViewName;
  queue: string | undefined;
  next: NextTask;
  waiting: number;
  onShowAll: () => void;
}

export function WorkHead({ view, queue, next, waiting, onShowAll }: Props) {
  const { data: counts } = useQuery(countsQuery);
  const nextKey = keysOf('next-task', useKeyChoices());
  const queueRow = QUEUES.find((row) => row.queue === queue);
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <h1 id="work-title">{queueRow ? queueRow.label : 'My work'}</h1>
        {counts && (
          <span className="quiet">
            {counts.mine} claimed · {counts.team.toLocaleString('en-US')} in your queues
          </span>
        )}
        <Button
          className={styles.next ?? ''}
          loading={next.isPending}
          onClick={() => next.mutate()}
          rightSection={nextKey && <KeyHint keys={nextKey} />}
        >
          Get next
        </Button>
      </div>
      <nav className={styles.views} aria-label="Views">
        {VIEWS.map((row) => (
          <Link
            key={row.view}
            to="/work"
            search={{ view: row.view }}
            className={styles.view}
            data-on={(!queue && view === row.view) || undefined}
            aria-current={!queue && view === row.view ? 'page' : undefined}
          >
            {row.label} {counts && <span>{counts[row.view]}</span>}
          </Link>
        ))}
        <span role="status" className={styles.order}>
          {waiting > 0 ? (
            <button type="button" className={styles.waiting} onClick={onShowAll}>
              {waiting} new {waiting === 1 ? 'task' : 'tasks'} · show
            </button>
          ) : (
            'Most urgent first'
          )}
        </span>
      </nav>
    </header>
  );
}
