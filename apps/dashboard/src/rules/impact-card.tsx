import { Button, Checkbox } from '@mantine/core';
import type { RuleChangeView, RuleImpactView } from '@overturn/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Note, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { LaterActs, LaterOne } from './later-acts.tsx';
import { impactQuery } from './rule-queries.ts';
import styles from './rules.module.css';

const COUNTS = [
  { name: 'examined', label: 'Open denials looked at' },
  { name: 'earlier', label: '▲ Earlier dates' },
  { name: 'later', label: '▼ Later dates' },
  { name: 'reclassed', label: '◆ Other classes' },
  { name: 'waiting', label: '● Later ones that wait' },
] as const;
const MOVES: Record<RuleImpactView['moves'], string> = {
  earlier: '▲ earlier',
  later: '▼ later',
  reclassed: '◆ other class',
};
const STATES: Record<RuleImpactView['state'], { tone: Tone; label: string }> = {
  foreseen: { tone: 'plain', label: 'foreseen' },
  queued: { tone: 'accent', label: '… on its way' },
  applied: { tone: 'good', label: '✓ applied' },
  waiting: { tone: 'warn', label: '● waits for a person' },
  kept: { tone: 'plain', label: '= earlier date kept' },
};
const COLUMNS: readonly Column<RuleImpactView>[] = [
  {
    label: 'Denial',
    cell: ({ denialId, payerName, claimNumberTail }) => (
      <Link to="/denials/$denialId" params={{ denialId }}>
        {payerName}, claim …{claimNumberTail.replace('…', '')}
      </Link>
    ),
  },
  { label: 'What for', cell: ({ purpose }) => purpose },
  { label: 'Moves', cell: ({ moves }) => MOVES[moves] },
  {
    label: 'Before → after',
    cell: ({ before, after }) => (
      <>
        <span className="quiet">{before} →</span> {after}
      </>
    ),
  },
  { label: 'State', cell: ({ state }) => <Pill tone={STATES[state].tone}>{STATES[state].label}</Pill> },
];

/** Which open denials a change moves, before the decision and after it; later dates are taken here. */
export function ImpactCard({ change }: { change: RuleChangeView }) {
  const query = useInfiniteQuery({ ...impactQuery(change), enabled: change.impact !== null });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const isLater = ({ state }: RuleImpactView) => state === 'waiting' && change.state === 'in-force';
  const waits = rows.filter(isLater);
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const choice: Column<RuleImpactView> = {
    label: 'Choose',
    cell: (row) =>
      isLater(row) && (
        <Checkbox
          aria-label={`Choose claim …${row.claimNumberTail}, ${row.purpose}`}
          checked={chosen.has(row.denialId)}
          onChange={() => toggle(row.denialId)}
        />
      ),
  };
  const later: Column<RuleImpactView> = {
    label: 'Decide',
    cell: (row) => isLater(row) && <LaterOne change={change} row={row} />,
  };
  return (
    <section className={surface.card} aria-labelledby="impact-title" aria-live="polite">
      <h2 id="impact-title">Open denials that it moves</h2>
      {change.impact ? (
        <dl className={styles.counts}>
          {COUNTS.map(({ name, label }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd>{change.impact![name].toLocaleString('en-US')}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Note>Every open denial is being worked out under both rules. The figures appear here by themselves.</Note>
      )}
      {waits.length > 0 && (
        <LaterActs
          change={change}
          count={change.impact?.waiting ?? waits.length}
          chosen={waits.map(({ denialId }) => denialId).filter((id) => chosen.has(id))}
          onDone={() => setChosen(new Set())}
        />
      )}
      {change.impact && query.isPending && <RowsSkeleton rows={3} />}
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <p className="quiet">No open denial moves.</p>}
      {rows.length > 0 && (
        <DataTable
          label="Moved denials, to scroll"
          columns={waits.length > 0 ? [choice, ...COLUMNS, later] : COLUMNS}
          rows={rows}
          keyOf={({ denialId, purpose }) => `${denialId} ${purpose}`}
        />
      )}
      {query.hasNextPage && (
        <Button
          variant="default"
          w="fit-content"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          More denials
        </Button>
      )}
    </section>
  );
}
