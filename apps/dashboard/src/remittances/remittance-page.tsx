import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../api/api.ts';
import { moneyWords } from '../money/money.ts';
import { Moment } from '../time/moment.tsx';
import { Pill } from '../ui/pill.tsx';
import { ProblemNote } from '../ui/states.tsx';
import { ClaimsTable } from './claims-table.tsx';
import { Progress } from './progress.tsx';
import { remittanceQuery } from './remittance-queries.ts';
import { STATES } from './remittance-row.tsx';
import styles from './remittances.module.css';

const COUNTS = [
  { name: 'claims', label: 'claims' },
  { name: 'denials', label: 'denials opened' },
  { name: 'duplicates', label: 'known before' },
  { name: 'lines', label: 'lines' },
  { name: 'adjustments', label: 'adjustments' },
  { name: 'transactions', label: 'transactions' },
  { name: 'interchanges', label: 'interchanges' },
] as const;

/** What one file gave: figures, warnings, what was refused and what to do, every claim read. */
export function RemittancePage() {
  const { remittanceId } = useParams({ from: '/signed-in/remittances/$remittanceId' });
  const client = useQueryClient();
  const { data: row } = useSuspenseQuery(remittanceQuery(remittanceId));
  const retry = useMutation({
    mutationFn: () => api.retryRemittance(remittanceId),
    onSuccess: () => client.invalidateQueries({ queryKey: ['remittances'] }),
  });
  const { tone, label } = STATES[row.state];
  const { charged, paid, patientResponsibility } = row.totals;
  return (
    <article className={styles.page} aria-labelledby="remittance-title">
      <nav aria-label="Where you are" className="quiet">
        <Link to="/remittances">Remittances</Link> / {row.fileName}
      </nav>
      <header className={styles.rowHead}>
        <h1 id="remittance-title">{row.fileName}</h1>
        <Pill tone={tone}>{label}</Pill>
        <span className={`quiet ${styles.push}`}>
          {row.receivedBy && `${row.receivedBy}, `}
          <Moment at={row.receivedAt} />
        </span>
      </header>
      {(row.state === 'reading' || row.state === 'received') && <Progress row={row} />}
      {row.state === 'failed' && (
        <section className={styles.card} aria-label="Why it was not read">
          <p>{row.failure}</p>
          {retry.isError && <ProblemNote error={retry.error} />}
          <Button w="fit-content" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
            Read it again
          </Button>
        </section>
      )}
      {row.state !== 'failed' && (
        <dl className={styles.counts}>
          {COUNTS.map(({ name, label: words }) => (
            <div key={name}>
              <dt>{words}</dt>
              <dd>{row.counts[name].toLocaleString('en-US')}</dd>
            </div>
          ))}
          {[
            ['charged', charged],
            ['paid', paid],
            ['patient’s share', patientResponsibility],
          ].map(([words, cents]) => (
            <div key={words}>
              <dt>{words}</dt>
              <dd>{moneyWords(cents as number)}</dd>
            </div>
          ))}
        </dl>
      )}
      {row.refused.length > 0 && (
        <section className={styles.card} aria-labelledby="refused-title">
          <h2 id="refused-title">Refused: {row.refused.length}</h2>
          <p className="quiet">These rows could not be placed. They are kept as they came; the rest was read.</p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Segment</th>
                <th scope="col">What was wrong</th>
                <th scope="col">What to do</th>
              </tr>
            </thead>
            <tbody>
              {row.refused.map(({ position, what, remedy }) => (
                <tr key={position}>
                  <td>{position}</td>
                  <td>{what}</td>
                  <td>{remedy}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {row.warnings.length > 0 && (
        <details className={styles.card} open={row.warnings.length <= 5}>
          <summary>Warnings: {row.warnings.length}. These were read; look when a figure seems odd.</summary>
          <ul className={styles.warnings}>
            {row.warnings.map(({ position, code, what }, place) => (
              <li key={place}>
                {what} <span className="quiet">{position !== null ? `segment ${position}, ${code}` : code}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {row.counts.claims > 0 && <ClaimsTable remittanceId={remittanceId} />}
    </article>
  );
}
