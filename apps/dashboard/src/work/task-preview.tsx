import { useQuery } from '@tanstack/react-query';
import type { TaskView } from '@overturn/contracts';
import { isProblem } from '../api/problem.ts';
import { useSession } from '../session/session-query.ts';
import type { TaskActs } from '../tasks/task-acts.ts';
import { taskQuery } from '../tasks/task-queries.ts';
import { Empty, Note, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import { TaskAtHand } from '../tasks/task-at-hand.tsx';
import { NoTaskChosen } from './no-task-chosen.tsx';
import { PreviewFoot } from './preview-foot.tsx';
import { PreviewHead } from './preview-head.tsx';
import type { Placed } from './stable-order.ts';
import styles from './task-preview.module.css';

interface Props {
  taskId: string | undefined;
  row: Placed<TaskView> | undefined;
  acts: TaskActs;
  menu: 'snooze' | 'assign' | undefined;
  onMenu: (menu: 'snooze' | 'assign' | undefined) => void;
  onClaim: () => void;
  onCompleted: () => void;
  onOwnAct: () => void;
  onBack: () => void;
}

/** The task beside the list: why, what is asked, its form. Somebody else's act shows here in words; what was typed stays. */
export function TaskPreview({ taskId, row, acts, onBack, onClaim, onCompleted, ...foot }: Props) {
  const { user } = useSession();
  const {
    data: task = row?.row,
    error,
    refetch,
  } = useQuery({ ...taskQuery(taskId ?? ''), enabled: taskId !== undefined, ...(row && { placeholderData: row.row }) });
  if (!taskId) return <NoTaskChosen />;
  if (error && !task)
    return isProblem(error, 'TASK_NOT_FOUND') ? (
      <Empty title="This task is not here">It may have been cancelled because the denial moved on.</Empty>
    ) : (
      <ProblemNote error={error} onRetry={() => void refetch()} />
    );
  if (!task) return <RowsSkeleton rows={4} />;
  const isMine = task.assignee?.id === user.id;
  return (
    <div className={styles.preview}>
      <div className={styles.body}>
        <PreviewHead task={task} onBack={onBack} />
        {row?.gone && !isMine && task.state === 'claimed' && (
          <Note tone="warn">
            {task.assignee?.name ?? 'Somebody'} took this task. What you typed is kept while this tab is open.
          </Note>
        )}
        <TaskAtHand task={task} isMine={isMine} acts={acts} onClaim={onClaim} onCompleted={onCompleted} />
      </div>
      {(task.state === 'open' || task.state === 'claimed') && (
        <PreviewFoot task={task} isMine={isMine} acts={acts} {...foot} />
      )}
    </div>
  );
}
