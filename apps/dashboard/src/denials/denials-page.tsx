import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { countWords } from '../ui/count-words.ts';
import { Icon } from '../ui/icon.tsx';
import { ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import { columnsOf } from './denial-columns.tsx';
import { DenialFilters } from './denial-filters.tsx';
import { denialsQuery } from './denials-query.ts';
import { DenialTable } from './denial-table.tsx';
import { NoDenials } from './no-denials.tsx';
import { SavedViews } from './saved-views.tsx';
import styles from './denials-page.module.css';

const NOUNS = { open: 'open denial', closed: 'closed denial', all: 'denial' } as const;

/** Every denial, filtered by what stands in the URL. */
export function DenialsPage() {
  const search = useSearch({ from: '/signed-in/denials' });
  const navigate = useNavigate();
  const { columns: named, ...filter } = search;
  const query = useInfiniteQuery(denialsQuery(filter));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = query.data?.pages[0]?.total;
  const [at, setAt] = useState(-1);
  const [filtering, setFiltering] = useState(false);
  const move = (step: number) => setAt(Math.min(rows.length - 1, Math.max(0, at + step)));
  const open = (id: string) => void navigate({ to: '/denials/$denialId', params: { denialId: id } });
  const current = rows[at];
  useKeys({ 'move-down': () => move(1), 'move-up': () => move(-1), open: current && (() => open(current.id)) });
  return (
    <section className={styles.page} aria-labelledby="denials-title">
      <header className={styles.head}>
        <h1 id="denials-title">Denials</h1>
        <span className="quiet" role="status">
          {total !== undefined && countWords(total, NOUNS[filter.state ?? 'open'])}
        </span>
        <div className={styles.right}>
          <Button
            size="xs"
            variant="default"
            className={styles.filterToggle ?? ''}
            aria-expanded={filtering}
            onClick={() => setFiltering(!filtering)}
          >
            Filters
          </Button>
          <SavedViews />
          <ColumnsMenu named={named} />
          <Button
            size="xs"
            leftSection={<Icon name="plus" size={14} />}
            renderRoot={(props) => <Link to="/denials/new" {...props} />}
          >
            Open a denial
          </Button>
        </div>
      </header>
      <DenialFilters rows={rows} isOpen={filtering} />
      {query.isPending && <RowsSkeleton height={45} />}
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <NoDenials isFiltered={Object.keys(filter).length > 0} />}
      {rows.length > 0 && (
        <DenialTable
          rows={rows}
          columns={columnsOf(named)}
          at={at}
          onAt={setAt}
          hasMore={query.hasNextPage}
          isFetching={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      )}
    </section>
  );
}
