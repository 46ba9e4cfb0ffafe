import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useSession, useWhyNotAllowed } from '../session/session-query.ts';
import { showToast } from '../shell/toasts.ts';
import { focusOutcome } from '../tasks/outcome-choice.tsx';
import { useTaskActs } from '../tasks/task-acts.ts';
import { TaskList } from './task-list.tsx';
import { TaskPreview } from './task-preview.tsx';
import { useNextTask } from './use-next-task.ts';
import { useTaskRows } from './use-task-rows.ts';
import { WorkHead } from './work-head.tsx';
import styles from './work-page.module.css';

const BulkBar = lazy(() => import('./bulk-bar.tsx'));

/** My work: a list by urgency, and the task at hand beside it. */
export function WorkPage() {
  const navigate = useNavigate({ from: '/work' });
  const { view = 'mine', queue, task: taskId } = useSearch({ from: '/signed-in/work' });
  const { user } = useSession();
  const { query, rows, waiting, settle, showAll } = useTaskRows({ view: queue ? 'team' : view, queue });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [menu, setMenu] = useState<'snooze' | 'assign'>();
  const acts = useTaskActs();
  const noAssign = useWhyNotAllowed('task.assign');
  const at = rows.findIndex(({ row }) => row.id === taskId);
  const current = rows[at]?.row;
  const show = useCallback(
    (id: string | undefined) =>
      void navigate({ search: ({ task: _, ...rest }) => (id ? { ...rest, task: id } : rest), replace: true }),
    [navigate],
  );
  const moveBy = (step: number) => {
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next) show(next.row.id);
  };
  const next = useNextTask({
    queue,
    onTask: (task) => {
      settle();
      void navigate({ search: { view: 'mine', task: task.id } });
    },
  });
  const claim = () => {
    if (!current || current.assignee?.id === user.id) return;
    settle();
    acts.claim.mutate(current);
  };
  const toggle = (id: string) =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const onCompleted = () => {
    settle();
    show(rows[at + 1]?.row.id ?? rows[at - 1]?.row.id);
  };
  useKeys({
    'next-task': () => next.mutate(),
    'move-down': () => moveBy(1),
    'move-up': () => moveBy(-1),
    select: current && (() => toggle(current.id)),
    open: current && (() => void navigate({ to: '/denials/$denialId', params: { denialId: current.denialId } })),
    claim,
    outcome: taskId ? () => focusOutcome() || claim() : undefined,
    snooze: current && (() => setMenu('snooze')),
    assign: current && (() => (noAssign ? showToast({ text: `Assigning: ${noAssign}` }) : setMenu('assign'))),
  });
  return (
    <div className={styles.page} data-preview={taskId ? true : undefined}>
      <section className={styles.lists} aria-labelledby="work-title">
        <WorkHead view={view} queue={queue} next={next} waiting={waiting} onShowAll={showAll} />
        <Suspense>
          {selected.size > 0 && (
            <BulkBar
              tasks={rows.filter(({ row }) => selected.has(row.id)).map(({ row }) => row)}
              onDone={() => (settle(), setSelected(new Set()))}
            />
          )}
        </Suspense>
        <TaskList
          query={query}
          rows={rows}
          view={view}
          queue={queue}
          currentId={taskId}
          selected={selected}
          onShow={show}
          onToggle={toggle}
          next={next}
        />
      </section>
      <aside className={styles.preview} aria-label="The task at hand">
        <TaskPreview
          key={taskId}
          taskId={taskId}
          row={rows[at]}
          acts={acts}
          menu={menu}
          onMenu={setMenu}
          onClaim={claim}
          onCompleted={onCompleted}
          onOwnAct={settle}
          onBack={() => show(undefined)}
        />
      </aside>
    </div>
  );
}
