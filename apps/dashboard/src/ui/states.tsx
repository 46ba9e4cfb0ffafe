import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { isProblem, sentenceOf } from '../api/problem.ts';
import { Icon } from './icon.tsx';
import styles from './states.module.css';

/** Nothing here yet, or nothing left: what it means and what to do now. */
export function Empty({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children && <p className="quiet">{children}</p>}
      {act}
    </div>
  );
}

/** Rows of the real height while the first page is on its way. */
export function RowsSkeleton({
  rows = 8,
  height = 53,
  label = 'Loading',
}: {
  rows?: number;
  height?: number;
  label?: string;
}) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} style={{ height }}>
          <span className={styles.bone} style={{ width: 96 }} />
          <span className={styles.bone} style={{ flex: 1, maxWidth: `${28 + ((row * 17) % 30)}%` }} />
          <span className={styles.bone} style={{ width: 72, marginInlineStart: 'auto' }} />
        </div>
      ))}
    </div>
  );
}

/** What went wrong and what to do; with a way to try again when that may help. */
export function ProblemNote({ error, onRetry, title }: { error: unknown; onRetry?: () => void; title?: string }) {
  const notAllowed = isProblem(error, 'NOT_ALLOWED');
  return (
    <div role="alert" className={styles.problem}>
      <Icon name={notAllowed ? 'lock' : 'late'} />
      <div>
        {title && <strong>{title} </strong>}
        {sentenceOf(error)}
      </div>
      {onRetry && !notAllowed && (
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

/** A quiet line about what is happening, read out when it changes. */
export function Note({ tone = 'plain', children }: { tone?: 'plain' | 'warn' | 'good' | 'bad'; children: ReactNode }) {
  return (
    <div role="status" className={`${styles.note} ${styles[tone]}`}>
      {children}
    </div>
  );
}
