import type { DenialView, TaskView } from '@overturn/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { useProductNow } from '../session/product-clock.ts';
import { useSession } from '../session/session-query.ts';
import { focusOutcome } from '../tasks/outcome-choice.tsx';
import { TaskAtHand } from '../tasks/task-at-hand.tsx';
import { useTaskActs } from '../tasks/task-acts.ts';
import { taskUrgency } from '../time/urgency.ts';
import { UrgencyPill } from '../ui/pill.tsx';
import { useNextTask } from '../work/use-next-task.ts';
import surface from '../ui/surface.module.css';
import { currentTask, openTasks } from './current-task.ts';
import { NothingNow } from './nothing-now.tsx';
import styles from './denial-page.module.css';

interface Props {
  denial: DenialView;
  taskId: string | undefined;
  onTask: (taskId: string) => void;
}

/** The one task to do now, whole; the others that are open, one click away. */
export function DoThisNow({ denial, taskId, onTask }: Props) {
  const { user, organization } = useSession();
  const now = useProductNow();
  const acts = useTaskActs();
  const navigate = useNavigate();
  const card = useRef<HTMLElement>(null);
  const task = currentTask(denial.tasks, user.id, taskId);
  const isMine = task?.assignee?.id === user.id;
  const others = openTasks(denial.tasks).filter(({ id }) => id !== task?.id);
  const claim = () => task && task.state === 'open' && acts.claim.mutate(task);
  useEffect(() => {
    if (taskId) card.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [taskId]);
  const next = useNextTask({
    queue: undefined,
    onTask: ({ id, denialId }) => {
      onTask(id);
      if (denialId !== denial.id) void navigate({ to: '/denials/$denialId', params: { denialId } });
    },
  });
  useKeys({ 'next-task': () => next.mutate(), claim, outcome: () => focusOutcome() || claim() });
  if (!task) return <NothingNow denial={denial} />;
  const urgency = taskUrgency(task, now, organization.timeZone);
  const isOpen = task.state === 'open' || task.state === 'claimed';
  return (
    <section
      ref={card}
      className={surface.card}
      aria-labelledby="now-title"
      data-urgent={(isOpen && ['late', 'today'].includes(urgency.level)) || undefined}
    >
      <header className={surface.head}>
        {isOpen && <UrgencyPill {...urgency} />}
        <h2 id="now-title">{isOpen ? `Do this now: ${task.title}` : task.title}</h2>
        <span className={`quiet ${surface.push}`}>{holderWords(task, user.id)}</span>
      </header>
      <TaskAtHand key={task.id} task={task} isMine={isMine} acts={acts} onClaim={claim} />
      {others.length > 0 && (
        <p className={styles.also}>
          <span className="quiet">Also open:</span>
          {others.map(({ id, title }) => (
            <button key={id} type="button" className={styles.linkish} onClick={() => onTask(id)}>
              {title}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

function holderWords({ assignee, state }: TaskView, userId: string): string {
  if (state !== 'open' && state !== 'claimed') return '';
  if (!assignee) return 'in its queue, nobody holds it';
  return assignee.id === userId ? 'you hold it' : `${assignee.name} holds it`;
}
