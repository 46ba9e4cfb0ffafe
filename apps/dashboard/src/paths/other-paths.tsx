import type { DenialView, PathView } from '@overturn/contracts';
import { PathNeeds } from './path-needs.tsx';
import { pathGist, VERDICTS } from './path-words.ts';
import { Reasons } from './reasons.tsx';
import styles from './paths.module.css';

/** The paths that are not proposed, by what the facts say of them; each opens to its reasons and needs. */
export function OtherPaths({ paths, denial }: { paths: readonly PathView[]; denial: DenialView }) {
  if (paths.length === 0) return null;
  return (
    <details>
      <summary>Other paths ({paths.length})</summary>
      {VERDICTS.map(({ verdict, heading }) => {
        const some = paths.filter((path) => path.verdict === verdict);
        return some.length === 0 ? null : (
          <div key={verdict} className={styles.group}>
            <p className={styles.heading}>
              {heading} ({some.length})
            </p>
            {some.map((path) => (
              <details key={path.id} className={styles.path}>
                <summary>
                  {path.label}
                  {pathGist(path) && <span className="quiet">: {pathGist(path)}</span>}
                </summary>
                <div className={styles.details}>
                  <Reasons reasons={path.reasons} against={verdict === 'does-not'} />
                </div>
                <PathNeeds path={path} denial={denial} />
              </details>
            ))}
          </div>
        );
      })}
    </details>
  );
}
