import type { RemittancePage, RemittanceView } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import { moneyWords } from '../money/money.ts';
import { Moment } from '../time/moment.tsx';
import { countWords } from '../ui/count-words.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Progress } from './progress.tsx';
import styles from './remittances.module.css';

export const STATES: Record<RemittanceView['state'], { tone: Tone; label: string }> = {
  received: { tone: 'plain', label: 'received' },
  reading: { tone: 'accent', label: '… reading' },
  imported: { tone: 'good', label: '✓ imported' },
  failed: { tone: 'bad', label: '▲ not read' },
};

type Row = RemittancePage['items'][number];
const GAVE = [
  { name: 'claims', words: (count: number) => countWords(count, 'claim') },
  { name: 'denials', words: (count: number) => countWords(count, 'denial opened', 'denials opened') },
  { name: 'duplicates', words: (count: number) => `${count.toLocaleString('en-US')} known before` },
] as const;

export function RemittanceRow({ row }: { row: Row }) {
  const { tone, label } = STATES[row.state];
  return (
    <li className={styles.row}>
      <div className={styles.file}>
        <Link to="/remittances/$remittanceId" params={{ remittanceId: row.id }}>
          {row.fileName}
        </Link>
        <div className={styles.by}>
          <Pill tone={tone}>{label}</Pill>
          {row.warningCount > 0 && <Pill tone="warn">● {countWords(row.warningCount, 'warning')}</Pill>}
          {row.refusedCount > 0 && <Pill tone="bad">▲ {row.refusedCount.toLocaleString('en-US')} refused</Pill>}
          <span className="quiet">
            {row.receivedBy && `${row.receivedBy}, `}
            <Moment at={row.receivedAt} />
          </span>
        </div>
      </div>
      {row.state === 'imported' ? (
        <Gave row={row} />
      ) : (
        <div className={styles.whole}>{row.failure ? <p>{row.failure}</p> : <Progress row={row} />}</div>
      )}
    </li>
  );
}

/** What the file gave, each figure under that of the row before. */
function Gave({ row: { counts, totals } }: { row: Row }) {
  return (
    <>
      <div className={styles.gave}>
        {GAVE.map(({ name, words }) => (
          <span key={name} data-zero={counts[name] === 0 || undefined}>
            {words(counts[name])}
          </span>
        ))}
      </div>
      <div className={styles.money}>
        {moneyWords(totals.charged)} <small>charged</small>
      </div>
      <div className={styles.money}>
        {moneyWords(totals.paid)} <small>paid</small>
      </div>
    </>
  );
}
