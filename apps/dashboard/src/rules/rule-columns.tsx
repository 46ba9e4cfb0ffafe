import type { RuleView } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import { LawDate, useToday } from '../time/law-date.tsx';
import { countWords } from '../ui/count-words.ts';
import type { Column } from '../ui/data-table.tsx';
import { Pill, type Tone } from '../ui/pill.tsx';
import { standingOn, type Standing } from './version-on.ts';
import { Citation, OriginWords, VerifiedPill } from './rule-words.tsx';
import styles from './rules.module.css';

/** What both the list and the page of one rule show of a version. */
export const VERSION_COLUMNS: readonly Column<RuleView>[] = [
  { label: 'What it says', cell: (rule) => <div className={styles.says}>{saysOf(rule)}</div> },
  { label: 'From', cell: ({ effectiveFrom }) => <Day on={effectiveFrom} none="from ever" /> },
  { label: 'To', cell: ({ effectiveTo }) => <Day on={effectiveTo} none="further notice" /> },
  { label: 'Today', cell: (rule) => <StandingPill rule={rule} /> },
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

/** Grounds are long: the page of the path has them in full. */
const saysOf = ({ kind, row, summary }: RuleView): string =>
  kind === 'path' && Array.isArray(row['grounds']) ? countWords(row['grounds'].length, 'ground') : summary;
const STANDINGS: Readonly<Record<Standing, { tone: Tone; words: string }>> = {
  past: { tone: 'plain', words: '– past' },
  'in-force': { tone: 'good', words: '✓ holds' },
  'to-come': { tone: 'accent', words: '… to come' },
};
function StandingPill({ rule }: { rule: RuleView }) {
  const { tone, words } = STANDINGS[standingOn(rule, useToday())];
  return <Pill tone={tone}>{words}</Pill>;
}
function Day({ on, none }: { on: string | null; none: string }) {
  return (
    <span className={styles.day}>
      <LawDate on={on} none={none} long />
    </span>
  );
}
