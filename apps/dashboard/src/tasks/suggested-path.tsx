import type { DenialView } from '@overturn/contracts';
import surface from '../ui/surface.module.css';
import styles from './task-at-hand.module.css';

/** The path that the facts suggest and why; the others with why not, one step away. */
export function SuggestedPath({ paths }: Pick<DenialView, 'paths'>) {
  const suggested = paths.find((path) => path.suggested);
  const others = paths.filter((path) => path !== suggested);
  return (
    <section className={surface.slot} aria-label="Suggested path">
      <strong>{suggested ? suggested.label : 'No path is suggested'}</strong>
      <ul className={styles.lacks}>
        {suggested?.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <details>
        <summary>Not taken, and why ({others.length})</summary>
        <dl className={styles.others}>
          {others.map(({ id, label, reasons }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{reasons.join(' ') || 'Nothing speaks for it.'}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
