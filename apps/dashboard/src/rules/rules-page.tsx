import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { countWords } from '../ui/count-words.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { RULE_COLUMNS } from './rule-columns.tsx';
import { rulesQuery } from './rule-queries.ts';
import { TABS } from './rule-words.tsx';
import { RULE_TABS, rulesSearch } from './rules-search.ts';
import styles from './rules.module.css';

/** What the engine goes by: each rule as it is in force, with its source. */
export function RulesPage() {
  const { kind = 'clock', unverified } = useSearch({ from: '/signed-in/rules' });
  const navigate = useNavigate({ from: '/rules' });
  const { data, error, isPending, refetch } = useQuery(rulesQuery);
  const [typed, setTyped] = useState('');
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const all = data?.items ?? [];
  const ofTab = (tab: (typeof RULE_TABS)[number]) => all.filter((rule) => TABS[tab].kinds.includes(rule.kind));
  const rows = ofTab(kind).filter(
    (rule) =>
      !(unverified && rule.verified) && words.every((word) => `${rule.key} ${rule.label}`.toLowerCase().includes(word)),
  );
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
          Changes of rules
        </Link>
      </header>
      <nav className={styles.tabs} aria-label="Kinds">
        {RULE_TABS.map((tab) => (
          <Link
            key={tab}
            to="/rules"
            search={rulesSearch({ kind: tab, unverified })}
            className={styles.tab}
            data-on={tab === kind || undefined}
            aria-current={tab === kind ? 'page' : undefined}
          >
            {TABS[tab].label} {data && <span>{ofTab(tab).length}</span>}
          </Link>
        ))}
      </nav>
      <form className={styles.tools} role="search" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          className={styles.search ?? ''}
          size="xs"
          type="search"
          label="Search by key or label"
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
      </form>
      {isPending && <RowsSkeleton height={38} />}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && (
        <Empty
          title={words.length > 0 || unverified ? 'No rule fits' : 'No rule of this kind'}
          act={
            (words.length > 0 || unverified) && (
              <button type="button" className={styles.tab} onClick={clear}>
                Clear the filters
              </button>
            )
          }
        >
          {unverified && words.length === 0 ? 'Every rule of this kind has been verified.' : undefined}
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
