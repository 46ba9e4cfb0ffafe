import styles from './remittances.module.css';

/** How far a file is read; live, by its bytes. */
export function Progress({
  row: { fileName, bytesRead, sizeBytes, claimsRead },
}: {
  row: { fileName: string; bytesRead: number; sizeBytes: number; claimsRead: number };
}) {
  const percent = sizeBytes > 0 ? Math.min(100, Math.floor((bytesRead / sizeBytes) * 100)) : 0;
  return (
    <div className={styles.progressLine}>
      <progress className={styles.progress} max={100} value={percent} aria-label={`Reading ${fileName}`} />
      <span className="quiet">
        {percent} % · {claimsRead.toLocaleString('en-US')} claims read
      </span>
    </div>
  );
}
