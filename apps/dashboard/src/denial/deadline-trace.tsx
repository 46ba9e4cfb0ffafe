import type { DeadlineView } from '@overturn/contracts';
import { Pill } from '../ui/pill.tsx';
import styles from './two-clocks.module.css';

/** A date's rule in sentences, its citation, and whether somebody verified the rule. */
export function DeadlineTrace({ deadline }: { deadline: DeadlineView }) {
  const { label, trace, citation, verified, assumed } = deadline;
  return (
    <>
      <div>
        <strong>{label}. </strong>
        {trace.map(({ sentence }) => sentence).join(' ')}
      </div>
      <p className={styles.source}>
        <span className="quiet">{citation}</span>
        {assumed && <Pill tone="warn">assumed until the regime is settled</Pill>}
        <Pill tone={verified ? 'good' : 'warn'}>{verified ? '✓ verified' : 'not verified'}</Pill>
      </p>
    </>
  );
}
