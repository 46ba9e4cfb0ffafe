import type { ReactNode } from 'react';
import type { Urgency } from '../time/urgency.ts';
import styles from './pill.module.css';

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad' | 'violet';

export function Pill({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.pill} ${styles[tone]}`}>{children}</span>;
}

/** Urgency is a shape and words, never colour alone. */
const LOOKS: Record<Urgency, { tone: Tone; shape: string; says: string }> = {
  late: { tone: 'bad', shape: '▲', says: 'Late: ' },
  today: { tone: 'bad', shape: '◆', says: '' },
  soon: { tone: 'warn', shape: '●', says: '' },
  later: { tone: 'plain', shape: '', says: '' },
  none: { tone: 'plain', shape: '', says: '' },
};

export function UrgencyPill({ level, words }: { level: Urgency; words: string }) {
  const { tone, shape, says } = LOOKS[level];
  return (
    <Pill tone={tone}>
      {shape && (
        <span aria-hidden="true" className={styles.shape}>
          {shape}
        </span>
      )}
      {says && !words.includes('late') && !words.startsWith('Late') && <span className="sr-only">{says}</span>}
      {words}
    </Pill>
  );
}
