import { Icon } from '../ui/icon.tsx';
import surface from '../ui/surface.module.css';
import styles from './paths.module.css';

/** What speaks for something, or against it; the shape says which. */
export function Reasons({ reasons, against = false }: { reasons: readonly string[]; against?: boolean }) {
  if (reasons.length === 0) return null;
  return (
    <ul className={surface.list}>
      {reasons.map((reason) => (
        <li key={reason} className={`${styles.reason} ${against ? styles.no : styles.yes}`}>
          <Icon name={against ? 'cross' : 'check'} size={14} />
          <span>{reason}</span>
        </li>
      ))}
    </ul>
  );
}
