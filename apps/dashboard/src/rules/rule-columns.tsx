import type { RuleView } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import { useToday } from '../time/law-date.tsx';
import { countWords } from '../ui/count-words.ts';
import type { Column } from '../ui/data-table.tsx';
import { Pill, type Tone } from '../ui/pill.tsx';
import { isCode, nameOf } from './rule-names.ts';
import { standingOn, type Standing } from './version-on.ts';
import { Citation, OriginWords, Span, VerifiedPill } from './rule-words.tsx';
import styles from './rules.module.css';

/** What both the list and the page of one rule show of a version. */
export const VERSION_COLUMNS: readonly Column<RuleView>[] = [
  { label: 'What it says', cell: (rule) => <div className={styles.says}>{saysOf(rule)}</div> },
  { label: 'Holds', cell: (rule) => <Holds rule={rule} /> },
  { label: 'Origin', cell: (rule) => <OriginWords {...rule} /> },
  { label: 'Verified', cell: (rule) => <VerifiedPill {...rule} /> },
  {
    label: 'Citation',
    cell: (rule) => (
      <div className={styles.source}>
        <Citation {...rule} />
      </div>
    ),
  },
];

export const RULE_COLUMNS: readonly Column<RuleView>[] = [
  {
    label: 'Rule',
    cell: ({ kind, key, label, isProposed }) => (
      <>
        <Link to="/rules/$kind/$key" params={{ kind, key }} className={styles.key}>
          {nameOf({ kind, key, label })}
        </Link>{' '}
        {isProposed && <Pill tone="warn">● change proposed</Pill>}
        {!isCode(kind) && <div className="quiet mono">{key}</div>}
      </>
    ),
  },
  ...VERSION_COLUMNS,
];

/** Grounds are long: the page of the path has them in full. */
const saysOf = ({ kind, row, summary }: RuleView): string =>
  kind === 'path' && Array.isArray(row['grounds']) ? countWords(row['grounds'].length, 'ground') : summary;
const STANDINGS: Readonly<Record<Standing, { tone: Tone; words: string } | undefined>> = {
  past: { tone: 'plain', words: '– past' },
  'in-force': undefined,
  'to-come': { tone: 'accent', words: '… to come' },
};
/** Its days, and where they do not hold today a word that says so. */
function Holds({ rule }: { rule: RuleView }) {
  const standing = STANDINGS[standingOn(rule, useToday())];
  return (
    <div className={styles.days}>
      <Span {...rule} /> {standing && <Pill tone={standing.tone}>{standing.words}</Pill>}
    </div>
  );
}
