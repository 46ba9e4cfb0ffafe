import { Button } from '@mantine/core';
import type { RemittanceView } from '@overturn/contracts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../api/api.ts';
import { moneyWords } from '../money/money.ts';
import { Moment } from '../time/moment.tsx';
import { countWords } from '../ui/count-words.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Pill } from '../ui/pill.tsx';
import { Note, ProblemNote } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { ClaimsTable } from './claims-table.tsx';
import { Progress } from './progress.tsx';
import { remittanceQuery } from './remittance-queries.ts';
import { STATES } from './remittance-row.tsx';
import styles from './remittances.module.css';

type Counts = RemittanceView['counts'];
/** The wheels of the file itself, for who looks for a missing one. */
const INSIDE: readonly { name: keyof Counts; one: string }[] = [
  { name: 'lines', one: 'line' },
  { name: 'adjustments', one: 'adjustment' },
  { name: 'transactions', one: 'transaction' },
  { name: 'interchanges', one: 'interchange' },
];
const figuresOf = ({ counts, totals }: RemittanceView): readonly { label: string; value: string }[] => [
  { label: 'Claims', value: counts.claims.toLocaleString('en-US') },
  { label: 'Denials opened', value: counts.denials.toLocaleString('en-US') },
  { label: 'Known before', value: counts.duplicates.toLocaleString('en-US') },
  { label: 'Charged', value: moneyWords(totals.charged) },
  { label: 'Paid', value: moneyWords(totals.paid) },
  { label: 'Patient’s share', value: moneyWords(totals.patientResponsibility) },
];
const REFUSED: readonly Column<RemittanceView['refused'][number]>[] = [
  { label: 'Segment', cell: ({ position }) => position },
  { label: 'What was wrong', cell: ({ what }) => what },
  { label: 'What to do', cell: ({ remedy }) => remedy },
];

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
  return (
    <article className={surface.page} aria-labelledby="remittance-title">
      <nav aria-label="Where you are" className="quiet">
        <Link to="/remittances">Remittances</Link> / {row.fileName}
      </nav>
      <header className={surface.head}>
        <h1 id="remittance-title">{row.fileName}</h1>
        <Pill tone={tone}>{label}</Pill>
        <span className={`quiet ${surface.push}`}>
          {row.receivedBy && `${row.receivedBy}, `}
          <Moment at={row.receivedAt} />
        </span>
      </header>
      {(row.state === 'reading' || row.state === 'received') && <Progress row={row} />}
      {row.state === 'failed' && (
        <section className={surface.card} aria-label="Why it was not read">
          <p>{row.failure}</p>
          {retry.isError && <ProblemNote error={retry.error} />}
          {retry.isSuccess && <Note tone="bad">It was read again, and this is what came of it.</Note>}
          {row.refused.length === 0 && (
            <Button w="fit-content" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
              Read it again
            </Button>
          )}
        </section>
      )}
      {row.state !== 'failed' && (
        <section className={surface.card} aria-label="What it gave">
          <dl className={styles.counts}>
            {figuresOf(row).map(({ label: words, value }) => (
              <div key={words}>
                <dt>{words}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">{INSIDE.map(({ name, one }) => countWords(row.counts[name], one)).join(' · ')}</p>
        </section>
      )}
      {row.refused.length > 0 && (
        <section className={surface.card} aria-labelledby="refused-title">
          <h2 id="refused-title">Refused: {row.refused.length}</h2>
          <p className="quiet">
            {row.state === 'failed'
              ? 'Nothing of this file could be read, and nothing was taken from it. It is kept as it came.'
              : 'These rows could not be placed. They are kept as they came; the rest was read.'}
          </p>
          <DataTable
            label="Refused rows, to scroll"
            columns={REFUSED}
            rows={row.refused}
            keyOf={({ position }) => position}
          />
        </section>
      )}
      {row.warnings.length > 0 && (
        <details className={surface.card} open={row.warnings.length <= 5}>
          <summary>Warnings: {row.warnings.length}. These were read; look when a figure seems odd.</summary>
          <ul className={surface.bullets}>
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
