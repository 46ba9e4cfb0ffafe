import type { DenialView, PathView } from '@overturn/contracts';
import { evidenceWords } from './path-words.ts';
import { Questions } from './questions.tsx';
import styles from './paths.module.css';

/** What a path must show and has, who may ask for it, and what would settle it. */
export function PathNeeds({ path, denial }: { path: PathView; denial: DenialView }) {
  const { evidence, whoMayAsk, questions, whyNot, verified } = path;
  return (
    <div className={styles.details}>
      {whyNot && <p>{whyNot}</p>}
      {evidence.length > 0 && (
        <div className={styles.part}>
          <p className={styles.heading}>Evidence it needs</p>
          <ul className={styles.pairs}>
            {evidence.map((proof) => (
              <li key={proof.proof}>
                <span>
                  {proof.label}
                  {proof.isEssential && ' (a must)'}
                </span>
                <span className={proof.state === 'held' ? undefined : 'quiet'}>
                  <span aria-hidden="true">{proof.state === 'held' ? '✓ ' : '○ '}</span>
                  {evidenceWords(proof)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{whoMayAsk.sentence}</p>
      <Questions questions={questions} denial={denial} />
      {!verified && <p className="quiet">Rests on a rule that an administrator has not confirmed yet.</p>}
    </div>
  );
}
