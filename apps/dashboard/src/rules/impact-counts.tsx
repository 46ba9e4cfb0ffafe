import type { RuleChangeView } from '@overturn/contracts';
import styles from './rules.module.css';

const COUNTS = [
  { name: 'examined', label: 'Open denials looked at' },
  { name: 'earlier', label: '▲ Earlier dates' },
  { name: 'later', label: '▼ Later dates' },
  { name: 'reclassed', label: '◆ Other classes' },
  { name: 'waiting', label: '● Later ones that wait' },
] as const;

export function ImpactCounts({ impact }: { impact: NonNullable<RuleChangeView['impact']> }) {
  return (
    <dl className={styles.counts}>
      {COUNTS.map(({ name, label }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{impact[name].toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  );
}
