import type { RuleKind } from '@overturn/domain/rules/rule-version';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { ChangeRow } from './change-row.tsx';
import { changesQuery } from './rule-queries.ts';
import styles from './rules.module.css';

/** Who proposed what and why, who decided, the newest first. */
export function RuleHistory({ filter }: { filter: { kind: RuleKind | (string & {}); key: string } }) {
  const query = useInfiniteQuery(changesQuery(filter));
  const changes = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <RowsSkeleton rows={2} />;
  if (query.isError) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (changes.length === 0) return <p className="quiet">Nobody has changed it: it is as it was shipped.</p>;
  return (
    <>
      <ol className={styles.list} aria-label="Changes">
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} isOfOneRule />
        ))}
      </ol>
      <MoreButton query={query}>Earlier ones</MoreButton>
    </>
  );
}
