import type { RemittancePage, RemittanceView } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import { moneyWords } from '../money/money.ts';
import { Moment } from '../time/moment.tsx';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Progress } from './progress.tsx';
import styles from './remittances.module.css';

export const STATES: Record<RemittanceView['state'], { tone: Tone; label: string }> = {
  received: { tone: 'plain', label: 'received' },
  reading: { tone: 'accent', label: '… reading' },
  imported: { tone: 'good', label: '✓ imported' },
  failed: { tone: 'bad', label: '▲ not read' },
};

export function RemittanceRow({ row }: { row: RemittancePage['items'][number] }) {
  const { tone, label } = STATES[row.state];
  const { counts, totals } = row;
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <Link to="/remittances/$remittanceId" params={{ remittanceId: row.id }}>
          {row.fileName}
        </Link>
        <Pill tone={tone}>{label}</Pill>
        <span className={`quiet ${styles.push}`}>
          {row.receivedBy && `${row.receivedBy}, `}
          <Moment at={row.receivedAt} />
        </span>
      </div>
      {(row.state === 'reading' || row.state === 'received') && <Progress row={row} />}
      {row.failure && <p>{row.failure}</p>}
      {row.state === 'imported' && (
        <p className={styles.figures}>
          <span>
            <strong>{counts.claims.toLocaleString('en-US')}</strong> claims
          </span>
          <span>
            <strong>{counts.denials.toLocaleString('en-US')}</strong> denials opened
          </span>
          <span>
            <strong>{counts.duplicates.toLocaleString('en-US')}</strong> known before
          </span>
          <span>
            charged {moneyWords(totals.charged)}, paid {moneyWords(totals.paid)}
          </span>
          {row.warningCount > 0 && <Pill tone="warn">● {row.warningCount} warnings</Pill>}
          {row.refusedCount > 0 && <Pill tone="bad">▲ {row.refusedCount} refused</Pill>}
        </p>
      )}
    </li>
  );
}
