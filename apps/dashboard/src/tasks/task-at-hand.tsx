import type { TaskView } from '@overturn/contracts';
import { taskKindRow } from '@overturn/domain';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import { keysOf } from '../keys/key-map.ts';
import { useKeyChoices } from '../keys/key-choices.ts';
import { denialQuery } from '../denial/denial-queries.ts';
import { useSession } from '../session/session-query.ts';
import { useToday } from '../time/law-date.tsx';
import { ActButton } from '../ui/act-button.tsx';
import { Note, RowsSkeleton } from '../ui/states.tsx';
import { CompletedNote } from './completed-note.tsx';
import type { TaskActs } from './task-acts.ts';
import { asksWords, documentIdOf, lacksOf, payerWroteIn, whyNotClaim, whyWords } from './task-words.ts';
import styles from './task-at-hand.module.css';

const LetterOfTask = lazy(() => import('./letter-of-task.tsx'));
const SuggestedPath = lazy(() => import('./suggested-path.tsx'));
const TaskForm = lazy(() => import('./task-form.tsx').then(({ TaskForm: component }) => ({ default: component })));

interface Props {
  task: TaskView;
  isMine: boolean;
  acts: TaskActs;
  onClaim: () => void;
  onCompleted?: () => void;
}

/** What is asked, with script and form for the one who holds it, and how to get it for the others. */
export function TaskAtHand({ task, isMine, acts, onClaim, onCompleted }: Props) {
  const { script } = taskKindRow(task.kind);
  const today = useToday();
  const { data: known } = useQuery({ ...denialQuery(task.denialId), enabled: isMine && task.state === 'claimed' });
  const { role } = useSession();
  const claimKey = keysOf('claim', useKeyChoices());
  if (task.state === 'completed' || task.state === 'cancelled') return <CompletedNote task={task} acts={acts} />;
  const why = whyWords(task);
  const lacks = lacksOf(task);
  const payerWrote = payerWroteIn(task);
  return (
    <div className={styles.task}>
      {why && <p>{why}</p>}
      <p className={styles.asks}>{asksWords(task, today)}</p>
      {payerWrote && (
        <figure className={styles.wrote} aria-label="What the payer wrote">
          <figcaption className="quiet">The payer wrote</figcaption>
          <blockquote>{payerWrote}</blockquote>
        </figure>
      )}
      {lacks.length > 0 && (
        <Note tone="warn">
          <ul className={styles.lacks} aria-label="Still missing">
            {lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </Note>
      )}
      <ol className={styles.script} aria-label="Steps">
        {script.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Suspense>
        {task.kind === 'choose-path' && known && <SuggestedPath denial={known} />}
        {documentIdOf(task) && <LetterOfTask task={task} />}
      </Suspense>
      {isMine ? (
        <Suspense fallback={<RowsSkeleton rows={3} />}>
          <TaskForm task={task} known={known} acts={acts} {...(onCompleted && { onCompleted })} />
        </Suspense>
      ) : (
        <ActButton
          onClick={onClaim}
          loading={acts.claim.isPending}
          {...(claimKey && { keys: claimKey })}
          disabledReason={whyNotClaim(task, role)}
        >
          Claim and start
        </ActButton>
      )}
    </div>
  );
}
