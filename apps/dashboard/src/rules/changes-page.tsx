import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useSession, useWhyNotAllowed } from '../session/session-query.ts';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { MoreButton } from '../ui/more-button.tsx';
import { ChangeRow } from './change-row.tsx';
import { changesQuery } from './rule-queries.ts';
import { STATES } from './rule-words.tsx';
import { CHANGE_STATES } from './rules-search.ts';
import { groupedChanges, waitsFor } from './waits-for.ts';
import styles from './rules.module.css';

/** Changes of rules: what waits for me first, then what others have to do, then what is done. */
export function ChangesPage() {
  const { state } = useSearch({ from: '/signed-in/rules/changes' });
  const { user } = useSession();
  const mayDecide = useWhyNotAllowed('rules.manage') === undefined;
  const query = useInfiniteQuery(changesQuery({ state }));
  const changes = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const groups = groupedChanges(changes, (change) => mayDecide && waitsFor(change, user.id));
  return (
    <section className={surface.page} aria-labelledby="changes-title">
      <nav aria-label="Where you are" className="quiet">
        <Link to="/rules">Rules</Link> / Changes
      </nav>
      <h1 id="changes-title">Changes of rules</h1>
      <nav className={styles.tabs} aria-label="States">
        {[undefined, ...CHANGE_STATES].map((one) => (
          <Link
            key={one ?? 'all'}
            to="/rules/changes"
            search={one ? { state: one } : {}}
            className={styles.tab}
            data-on={one === state || undefined}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={one === state ? 'page' : undefined}
          >
            {one ? STATES[one].label.replace(/^\S+ /, '').replace(/^./, (letter) => letter.toUpperCase()) : 'All'}
          </Link>
        ))}
      </nav>
      {query.isPending && <RowsSkeleton rows={4} height={92} />}
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && changes.length === 0 && (
        <Empty title={state ? 'No change is in this state' : 'No rule has been changed'}>
          {state
            ? undefined
            : 'A change is proposed on the page of its rule, and decided here by a second administrator.'}
        </Empty>
      )}
      {groups.map(({ title, rows }) => (
        <section key={title} className={surface.list} aria-label={title}>
          <h2>{title}</h2>
          <ul className={styles.list}>
            {rows.map((change) => (
              <ChangeRow key={change.id} change={change} />
            ))}
          </ul>
        </section>
      ))}
      <MoreButton query={query}>Earlier ones</MoreButton>
    </section>
  );
}
