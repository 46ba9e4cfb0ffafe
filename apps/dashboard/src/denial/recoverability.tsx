import type { RecoverabilityView } from '@overturn/contracts';
import { pointWords } from '../paths/path-words.ts';
import styles from '../paths/paths.module.css';
import surface from '../ui/surface.module.css';

/** How well it may be recovered, what counted, and what would raise it most. */
export function Recoverability({ worth: { score, base, rows, raises } }: { worth: RecoverabilityView }) {
  const [most, ...others] = raises;
  return (
    <section className={surface.card} aria-labelledby="worth-title">
      <h2 id="worth-title">How well it may be recovered</h2>
      <p className={styles.score}>
        <strong>{score}</strong> of 100
      </p>
      <p>
        {most ? `What would raise it most: ${most.sentence}.` : 'Nothing that we could still gather would raise it.'}
      </p>
      <details>
        <summary>What counted</summary>
        <ul className={`${styles.details} ${styles.pairs}`}>
          <li>
            <span>Every denial starts with</span>
            <span>{base}</span>
          </li>
          {rows.map(({ id, sentence, points }) => (
            <li key={id}>
              <span>{sentence}</span>
              <span>{pointWords(points)}</span>
            </li>
          ))}
        </ul>
      </details>
      {others.length > 0 && (
        <details>
          <summary>What else would raise it ({others.length})</summary>
          <ul className={`${styles.details} ${surface.bullets}`}>
            {others.map(({ id, sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet">It helps to order the work; it is no probability.</p>
    </section>
  );
}
