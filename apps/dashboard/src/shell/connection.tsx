import { useConnection } from '../live/use-live.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './top-bar.module.css';

const WORDS = { connecting: 'Connecting', live: 'Live', lost: 'Reconnecting', offline: 'Offline' } as const;

export function ConnectionSign() {
  const connection = useConnection();
  return (
    <span className={styles.sign}>
      <span>{WORDS[connection]}</span>
      <span className={styles.dot} data-live={connection === 'live' || undefined} aria-hidden="true" />
    </span>
  );
}

/** Said across the page while nothing can be sent: what is typed stays. */
export function ConnectionBanner() {
  const connection = useConnection();
  return (
    <div role="status">
      {connection === 'offline' && (
        <p className={styles.banner}>
          <Icon name="late" size={16} /> You are offline. You can go on reading and typing; what you type is kept and
          can be sent when you are back.
        </p>
      )}
      {connection === 'lost' && (
        <p className={styles.banner}>
          <Icon name="clock" size={16} /> The connection was lost; trying again. What you see may be a little old.
        </p>
      )}
    </div>
  );
}
