import { LawDate } from '../time/law-date.tsx';
import type { Lane } from './clock-lanes.ts';
import styles from './two-clocks.module.css';

/** The same dates in reading order. */
export function ClockList({ lanes }: { lanes: readonly Lane[] }) {
  return (
    <div className={styles.lists}>
      {lanes.map(({ id, title, note, marks }) => (
        <section key={id} aria-label={title}>
          <h3>{title}</h3>
          <p className="quiet">{note}</p>
          <ol>
            {[...marks]
              .sort((a, b) => a.on.localeCompare(b.on))
              .map((mark) => (
                <li key={mark.id}>
                  {mark.label}: <LawDate on={mark.on} long />
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
