import { ActionIcon } from '@mantine/core';
import type { TaskView } from '@overturn/contracts';
import { claimWords } from '../denials/claim-words.ts';
import { useProductNow } from '../session/product-clock.ts';
import { useSession } from '../session/session-query.ts';
import { dateIn, dateWords } from '../time/calendar-words.ts';
import { LawDate } from '../time/law-date.tsx';
import { filingUrgency, taskUrgency } from '../time/urgency.ts';
import { Icon } from '../ui/icon.tsx';
import { Pill, UrgencyPill } from '../ui/pill.tsx';
import styles from './task-preview.module.css';

export function PreviewHead({ task, onBack }: { task: TaskView; onBack: () => void }) {
  const { organization } = useSession();
  const now = useProductNow();
  const today = dateIn(organization.timeZone, now);
  return (
    <header className={styles.head}>
      <ActionIcon
        className={styles.back ?? ''}
        variant="subtle"
        color="gray"
        aria-label="Back to the list"
        onClick={onBack}
      >
        <Icon name="back" />
      </ActionIcon>
      <p className="quiet">
        {task.payerName} · {task.patientInitials} · {claimWords(task.claimNumberTail)}
        {task.serviceFrom && (
          <>
            {' · '}
            <LawDate on={task.serviceFrom} />
          </>
        )}
      </p>
      <h2>{task.title}</h2>
      <p className={styles.pills}>
        <UrgencyPill {...taskUrgency(task, now, organization.timeZone)} />
        {task.safeDueOn && (
          <UrgencyPill
            level={filingUrgency(task, today).level}
            words={`Safe date ${task.safeDueOn === today ? 'today' : dateWords(task.safeDueOn, today)}`}
          />
        )}
        {task.legalDueOn && <Pill>Legal date {dateWords(task.legalDueOn, today)}</Pill>}
        {task.raisedAt && <Pill tone="bad">Raised</Pill>}
      </p>
    </header>
  );
}
