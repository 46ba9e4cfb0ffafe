import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { MoreButton } from '../ui/more-button.tsx';
import { DropZone } from './drop-zone.tsx';
import { remittancesQuery } from './remittance-queries.ts';
import { RemittanceRow } from './remittance-row.tsx';
import styles from './remittances.module.css';

/** Drop files, see them read, and what each gave. */
export function RemittancesPage() {
  const query = useInfiniteQuery(remittancesQuery);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className={surface.page} aria-labelledby="remittances-title">
      <h1 id="remittances-title">Remittances</h1>
      <DropZone isFirst={query.isSuccess && rows.length === 0} />
      {query.isPending && <RowsSkeleton rows={4} height={84} />}
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty
          title="No remittance yet"
          act={
            <p>
              Only a letter? <Link to="/denials/new">Open a denial</Link> by hand.
            </p>
          }
        >
          Drop the first 835 above. Claims, denials, warnings and refused rows appear here while it is read.
        </Empty>
      )}
      {rows.length > 0 && (
        <ul className={styles.list} aria-label="Remittances">
          {rows.map((row) => (
            <RemittanceRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      <MoreButton query={query}>Earlier ones</MoreButton>
    </section>
  );
}
