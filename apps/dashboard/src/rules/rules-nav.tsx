import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { toClassifyQuery } from './rule-queries.ts';
import { TAB_LABELS } from './rule-tabs.ts';
import { RULE_TABS, rulesSearch, type RuleTab } from './rules-search.ts';
import styles from './rules.module.css';

interface Props {
  /** The tab that is shown; none while the codes without a class are. */
  tab?: RuleTab;
  unverified?: true | undefined;
  countOf?: ((tab: RuleTab) => number) | undefined;
}

/** The kinds of rules, and what still wants one. */
export function RulesNav({ tab, unverified, countOf }: Props) {
  const { data: codes } = useQuery(toClassifyQuery);
  return (
    <nav className={styles.tabs} aria-label="Kinds">
      {RULE_TABS.map((one) => (
        <Link
          key={one}
          to="/rules"
          search={rulesSearch({ kind: one, unverified })}
          className={styles.tab}
          data-on={one === tab || undefined}
          activeOptions={EXACTLY}
          aria-current={one === tab ? 'page' : undefined}
        >
          {TAB_LABELS[one]} {countOf && <span>{countOf(one).toLocaleString('en-US')}</span>}
        </Link>
      ))}
      <Link
        to="/rules/to-classify"
        className={styles.tab}
        data-on={!tab || undefined}
        aria-current={tab ? undefined : 'page'}
      >
        To classify {codes && <span>{codes.items.length.toLocaleString('en-US')}</span>}
      </Link>
    </nav>
  );
}
const EXACTLY = { exact: true, includeSearch: true } as const;
