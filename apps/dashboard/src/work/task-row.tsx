import type { TaskView } from '@overturn/contracts';
import { memo, useEffect, useRef } from 'react';
import { claimWords } from '../denials/claim-words.ts';
import { moneyWords } from '../money/money.ts';
import { initialsOf } from '../shell/initials.ts';
import { dateIn, momentWords } from '../time/calendar-words.ts';
import { filingUrgency, taskUrgency } from '../time/urgency.ts';
import { UrgencyPill } from '../ui/pill.tsx';
import styles from './task-list.module.css';

interface Props {
  row: TaskView;
  gone: boolean;
  index: number;
  top: number;
  isCurrent: boolean;
  isEntry: boolean;
  isSelected: boolean;
  now: number;
  timeZone: string;
  userId: string;
  onShow: (id: string) => void;
  onToggle: (id: string) => void;
}

export const TaskRow = memo(function TaskRow({
  row,
  gone,
  index,
  top,
  isCurrent,
  isEntry,
  isSelected,
  now,
  timeZone,
  userId,
  onShow,
  onToggle,
}: Props) {
  const element = useRef<HTMLDivElement>(null);
  const due = taskUrgency(row, now, timeZone);
  const filing = filingUrgency(row, dateIn(timeZone, now));
  useEffect(() => {
    const focused = document.activeElement;
    if (isCurrent && (focused === document.body || focused?.id === 'content' || focused?.closest('[role=grid]')))
      element.current?.focus({ preventScroll: true });
  }, [isCurrent]);
  return (
    <div
      ref={element}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isCurrent}
      tabIndex={isEntry ? 0 : -1}
      className={styles.line}
      data-current={isCurrent || undefined}
      data-gone={gone || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onShow(row.id)}
      onFocus={(event) =>
        event.target === event.currentTarget &&
        !isCurrent &&
        event.currentTarget.matches(':focus-visible') &&
        onShow(row.id)
      }
    >
      <span role="gridcell" className={styles.pick}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={`Select ${row.title}, ${claimWords(row.claimNumberTail)}`}
          onChange={() => onToggle(row.id)}
          onClick={(event) => event.stopPropagation()}
        />
      </span>
      <span role="gridcell" className={styles.due} title={momentWords(Date.parse(row.dueAt))}>
        <UrgencyPill {...due} />
      </span>
      <span role="gridcell" className={styles.what}>
        <strong>{row.title}</strong>
        <span>
          {row.payerName} · {row.patientInitials} · {claimWords(row.claimNumberTail)}
          {row.procedure && ` · ${row.procedure}`}
        </span>
      </span>
      <span role="gridcell" className={styles.money}>
        {moneyWords(row.amountCents)}
      </span>
      <span role="gridcell" className={styles.filing}>
        {filing.level === 'later' || filing.level === 'none' ? (
          <span className="quiet">{filing.words}</span>
        ) : (
          <UrgencyPill {...filing} />
        )}
      </span>
      <span role="gridcell" className={styles.holder}>
        {gone ? (
          <span className={styles.left}>left</span>
        ) : (
          row.assignee && (
            <abbr
              title={row.assignee.id === userId ? 'Held by you' : `Held by ${row.assignee.name}`}
              data-mine={row.assignee.id === userId || undefined}
            >
              {initialsOf(row.assignee.name)}
            </abbr>
          )
        )}
      </span>
    </div>
  );
});
