import type { RuleChangeView, RuleImpactView } from '@overturn/contracts';
import { Note } from '../ui/states.tsx';
import styles from './rules.module.css';

interface Props {
  change: RuleChangeView;
  rows: readonly RuleImpactView[];
  isWhole: boolean;
}

/** While it counts, and while what moves by itself is on its way; how far is known once every row is here. */
export function ImpactProgress({ change: { state, impact }, rows, isWhole }: Props) {
  if (impact === null && state === 'proposed')
    return (
      <Note>
        <progress className={styles.progress} aria-label="Counting" />
        Every open denial is being worked out under both rules. The figures appear here by themselves.
      </Note>
    );
  if (state !== 'applying') return null;
  const goes = rows.filter((row) => row.state === 'queued' || row.state === 'applied');
  const done = goes.filter((row) => row.state === 'applied').length;
  const far = isWhole && goes.length > 0 ? { value: done, max: goes.length } : {};
  return (
    <Note>
      <progress className={styles.progress} aria-label="Being applied" {...far} />
      {isWhole && goes.length > 0
        ? `${done} of ${goes.length} moves are with their denials.`
        : 'What moves by itself is on its way to the denials.'}
    </Note>
  );
}
