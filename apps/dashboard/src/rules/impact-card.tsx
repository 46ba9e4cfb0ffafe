import type { RuleChangeView } from '@overturn/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Moment } from '../time/moment.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { MoreButton } from '../ui/more-button.tsx';
import { IMPACT_COLUMNS, laterColumns } from './impact-columns.tsx';
import { ImpactCounts } from './impact-counts.tsx';
import { ImpactProgress } from './impact-progress.tsx';
import { LaterActs } from './later-acts.tsx';
import { impactQuery } from './rule-queries.ts';

/** Which open denials a change moves, before the decision and after it; later dates are taken here. */
export function ImpactCard({ change }: { change: RuleChangeView }) {
  const { impact, state } = change;
  const query = useInfiniteQuery({ ...impactQuery(change), enabled: impact !== null });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const mayTake = state === 'in-force' || state === 'applying';
  const waiting = new Set(rows.filter((row) => mayTake && row.state === 'waiting').map(({ denialId }) => denialId));
  const stillChosen = new Set([...chosen].filter((id) => waiting.has(id)));
  const columns =
    waiting.size > 0 ? laterColumns({ change, waiting, chosen: stillChosen, choose: setChosen }) : IMPACT_COLUMNS;
  return (
    <section className={surface.card} aria-labelledby="impact-title">
      <h2 id="impact-title" tabIndex={-1}>
        Open denials that it moves
      </h2>
      <ImpactProgress change={change} rows={rows} isWhole={query.isSuccess && !query.hasNextPage} />
      {impact && <ImpactCounts impact={impact} />}
      {mayTake && impact && impact.waiting > 0 && (
        <LaterActs
          change={change}
          count={impact.waiting}
          chosen={[...stillChosen]}
          onDone={() => setChosen(new Set())}
        />
      )}
      {impact && query.isPending && <RowsSkeleton rows={3} />}
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <p className="quiet">No open denial moves.</p>}
      {rows.length > 0 && (
        <DataTable
          label="Moved denials, to scroll"
          columns={columns}
          rows={rows}
          keyOf={({ denialId, purpose }) => `${denialId} ${purpose}`}
        />
      )}
      <MoreButton query={query}>More denials</MoreButton>
      {impact && state === 'proposed' && (
        <p className="quiet">
          Counted <Moment at={impact.countedAt} />; it is counted again at the approval, so that none slips between.
        </p>
      )}
    </section>
  );
}
