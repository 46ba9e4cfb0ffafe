import { QUEUES } from '@overturn/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { countsQuery } from '../tasks/task-queries.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './side-nav.module.css';

/** Places and queues with live counts. On a narrow screen it slides in over the page. */
export function SideNav({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { data: counts } = useQuery(countsQuery);
  const noHealth = useWhyNotAllowed('health.read');
  const inQueue = useSearch({ strict: false, select: ({ queue }) => queue !== undefined });
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) nav.current?.querySelector('a')?.focus();
  }, [isOpen]);
  return (
    <>
      {isOpen && <div className={styles.shade} onClick={onClose} />}
      <nav
        ref={nav}
        aria-label="Places"
        className={styles.nav}
        data-open={isOpen || undefined}
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      >
        <p className={styles.brand}>
          <img src="/icon.svg" alt="" width={22} height={22} /> Overturn
        </p>
        <ul>
          <Place to="/work" icon="work" label="My work" count={counts?.mine} isOff={inQueue} />
          <Place to="/denials" icon="denials" label="Denials" />
          <Place to="/remittances" icon="remittances" label="Remittances" />
          <Place to="/calculator" icon="clock" label="Deadline calculator" />
          <Place to="/payers" icon="file" label="Payers" />
          <Place to="/rules" icon="rules" label="Rules" />
          {!noHealth && <Place to="/health" icon="health" label="Health" />}
        </ul>
        <h2 id="nav-queues">Queues</h2>
        <ul aria-labelledby="nav-queues">
          {QUEUES.map(({ queue, label }) => {
            const row = counts?.queues.find((one) => one.queue === queue);
            return (
              <li key={queue}>
                <Link
                  to="/work"
                  search={{ view: 'team', queue }}
                  className={styles.link}
                  activeOptions={{ includeSearch: true }}
                >
                  {label}
                  <Count open={row?.open} overdue={row?.overdue} />
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    </>
  );
}

function Place({
  to,
  icon,
  label,
  count,
  isOff,
}: {
  to: '/work' | '/denials' | '/remittances' | '/calculator' | '/payers' | '/rules' | '/health';
  icon: IconName;
  label: string;
  count?: number | undefined;
  isOff?: boolean;
}) {
  return (
    <li>
      <Link to={to} className={styles.link} activeOptions={{ includeSearch: false }} data-off={isOff || undefined}>
        <Icon name={icon} size={16} />
        {label}
        <Count open={count} />
      </Link>
    </li>
  );
}

function Count({ open, overdue = 0 }: { open: number | undefined; overdue?: number | undefined }) {
  if (open === undefined) return null;
  return (
    <span className={styles.count}>
      {overdue > 0 && (
        <span className={styles.overdue}>
          <span aria-hidden="true">▲</span> {overdue}
          <span className="sr-only"> late,</span>
        </span>
      )}
      <span>{open.toLocaleString('en-US')}</span>
      <span className="sr-only"> open</span>
    </span>
  );
}
