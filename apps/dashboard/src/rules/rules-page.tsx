import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { countWords } from '../ui/count-words.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { AddRule } from './add-rule.tsx';
import { matchRules } from './match-rules.ts';
import { RULE_COLUMNS } from './rule-columns.tsx';
import { rulesQuery } from './rule-queries.ts';
import { RulesNav } from './rules-nav.tsx';
import { rulesSearch } from './rules-search.ts';
import { useWaitsForMe } from './waits-for-me.ts';
import styles from './rules.module.css';

/** What the engine goes by: each rule as it is in force, with its source. */
export function RulesPage() {
  const { kind = 'clock', unverified } = useSearch({ from: '/signed-in/rules' });
  const navigate = useNavigate({ from: '/rules' });
  const { data, error, isPending, refetch } = useQuery(rulesQuery);
  const [typed, setTyped] = useState('');
  const waiting = useWaitsForMe();
  const all = data?.items ?? [];
  const rows = matchRules(all, kind, { unverified, typed });
  const isFiltered = typed.trim() !== '' || unverified === true;
  const clear = () => {
    setTyped('');
    void navigate({ search: rulesSearch({ kind }), replace: true });
  };
  return (
    <section className={surface.page} aria-labelledby="rules-title">
      <header className={surface.head}>
        <h1 id="rules-title">Rules</h1>
        <span className="quiet" role="status">
          {data && countWords(rows.length, 'version')}
        </span>
        <Link to="/rules/changes" className={surface.push}>
          Changes of rules{waiting > 0 && ` (${waiting} for you)`}
        </Link>
        <AddRule tab={kind} />
      </header>
      <RulesNav
        tab={kind}
        unverified={unverified}
        countOf={data && ((tab) => matchRules(all, tab, { unverified, typed }).length)}
      />
      <form className={styles.tools} role="search" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          className={styles.search ?? ''}
          size="xs"
          type="search"
          label="Search by key, label, words or citation"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <Checkbox
          label="Unverified only"
          checked={unverified === true}
          onChange={({ currentTarget }) =>
            void navigate({ search: rulesSearch({ kind, unverified: currentTarget.checked }), replace: true })
          }
        />
        {isFiltered && (
          <Button size="xs" variant="subtle" onClick={clear}>
            Clear the filters
          </Button>
        )}
      </form>
      {isPending && <RowsSkeleton height={38} />}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && (
        <Empty title={isFiltered ? 'No rule fits' : 'No rule of this kind'}>
          {unverified && !typed.trim() ? 'Every rule of this kind has been verified.' : undefined}
        </Empty>
      )}
      {rows.length > 0 && (
        <div className={surface.card}>
          <DataTable
            label="Rules, to scroll"
            columns={RULE_COLUMNS}
            rows={rows}
            keyOf={(rule) => `${rule.kind} ${rule.key} ${rule.effectiveFrom}`}
          />
        </div>
      )}
    </section>
  );
}
