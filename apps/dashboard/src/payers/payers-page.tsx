import { Button } from '@mantine/core';
import type { PayerRuleView } from '@overturn/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { LawDate } from '../time/law-date.tsx';
import { ActButton } from '../ui/act-button.tsx';
import { countWords } from '../ui/count-words.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Pill } from '../ui/pill.tsx';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { HistoryDialog } from './history-dialog.tsx';
import { ImportCard } from './import-card.tsx';
import { matchRows } from './match-rows.ts';
import { PayerFilters } from './payer-filters.tsx';
import { payerRulesQuery } from './payer-calls.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { channelWords, fieldWords } from './rule-words.ts';

interface Opened {
  form: 'edit' | 'history';
  rule?: PayerRuleView;
}

/** What payers want, as this organization verified it. All staff reads it, administrators write it. */
export function PayersPage() {
  const { data, error, refetch } = useQuery(payerRulesQuery);
  const search = useSearch({ from: '/signed-in/payers' });
  const notAllowed = useWhyNotAllowed('rules.manage');
  const [opened, setOpened] = useState<Opened>();
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton />;
  const rows = matchRows(data.items, search);
  const payers = [...Map.groupBy(rows, ({ payer }) => payer).values()];
  const columns = columnsFor(notAllowed === undefined, setOpened);
  const add = (
    <ActButton disabledReason={notAllowed} onClick={() => setOpened({ form: 'edit' })}>
      Add a row
    </ActButton>
  );
  const close = () => setOpened(undefined);
  return (
    <section className={surface.page} aria-labelledby="payers-title">
      <header className={surface.head}>
        <h1 id="payers-title">Payers</h1>
        {data.items.length > 0 && (
          <span className="quiet" role="status">
            {countWords(rows.length, 'row')} of {countWords(payers.length, 'payer')}
          </span>
        )}
        <span className={surface.push}>{add}</span>
      </header>
      <p className="quiet">
        Who may ask, how, where to and with what. The most specific row wins; after {data.staleAfterDays} days a row
        counts as stale, unless it names its own time.
      </p>
      {data.items.length > 0 && <PayerFilters rows={data.items} />}
      {data.items.length === 0 ? (
        <Empty title="No payer row yet">
          Add a row for a payer that you ask often, or import a file: screening and the checks before sending then
          follow it.
        </Empty>
      ) : (
        payers.map((own) => (
          <section key={own[0]!.payer} className={surface.card} aria-label={own[0]!.payerName}>
            <h2>{own[0]!.payerName}</h2>
            <DataTable label={`Rows of ${own[0]!.payerName}`} columns={columns} rows={own} keyOf={({ id }) => id} />
          </section>
        ))
      )}
      {data.items.length > 0 && rows.length === 0 && (
        <Empty title="No row fits">{search.stale ? 'Nothing of these is stale.' : 'Clear a filter to see more.'}</Empty>
      )}
      <ImportCard />
      {opened?.form === 'edit' && <RuleDialog rule={opened.rule} onClose={close} />}
      {opened?.form === 'history' && opened.rule && <HistoryDialog rule={opened.rule} onClose={close} />}
    </section>
  );
}

const columnsFor = (mayEdit: boolean, open: (opened: Opened) => void): Column<PayerRuleView>[] => [
  { label: 'Purpose', cell: (rule) => fieldWords(rule, 'purpose') || 'All' },
  { label: 'Product', cell: (rule) => fieldWords(rule, 'product') || 'All' },
  { label: 'State', cell: ({ state }) => state ?? 'All' },
  { label: 'Who may ask', cell: (rule) => fieldWords(rule, 'askedBy') || 'not said' },
  { label: 'Channel', cell: (rule) => channelWords(rule) },
  {
    label: 'Verified on',
    cell: ({ verifiedOn, isStale, source }) => (
      <>
        <LawDate on={verifiedOn} /> {isStale && <Pill tone="warn">● stale</Pill>}
        <div className="quiet">{source}</div>
      </>
    ),
  },
  {
    label: 'Acts',
    cell: (rule) => (
      <span className={surface.acts}>
        {mayEdit && (
          <Button size="compact-sm" variant="default" onClick={() => open({ form: 'edit', rule })}>
            Change
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => open({ form: 'history', rule })}>
          History
        </Button>
      </span>
    ),
  },
];
