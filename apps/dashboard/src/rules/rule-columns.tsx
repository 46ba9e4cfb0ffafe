import type { RuleView } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import { LawDate } from '../time/law-date.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Pill } from '../ui/pill.tsx';
import { Citation, OriginWords, VerifiedPill } from './rule-words.tsx';
import styles from './rules.module.css';

/** What both the list and the page of one rule show of a version. */
export const VERSION_COLUMNS: readonly Column<RuleView>[] = [
  { label: 'What it says', cell: ({ summary }) => <div className={styles.says}>{summary}</div> },
  { label: 'From', cell: ({ effectiveFrom }) => <Day on={effectiveFrom} none="from ever" /> },
  { label: 'To', cell: ({ effectiveTo }) => <Day on={effectiveTo} none="further notice" /> },
  { label: 'Origin', cell: (rule) => <OriginWords {...rule} /> },
  { label: 'Verified', cell: (rule) => <VerifiedPill {...rule} /> },
  { label: 'Citation', cell: (rule) => <Citation {...rule} /> },
];

export const RULE_COLUMNS: readonly Column<RuleView>[] = [
  {
    label: 'Rule',
    cell: ({ kind, key, label, isProposed }) => (
      <>
        <Link to="/rules/$kind/$key" params={{ kind, key }} className={styles.key}>
          {label}
        </Link>{' '}
        {isProposed && <Pill tone="warn">● change proposed</Pill>}
        <div className="quiet mono">{key}</div>
      </>
    ),
  },
  ...VERSION_COLUMNS,
];

function Day({ on, none }: { on: string | null; none: string }) {
  return (
    <span className={styles.day}>
      <LawDate on={on} none={none} long />
    </span>
  );
}
