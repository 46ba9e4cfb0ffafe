import { Checkbox } from '@mantine/core';
import type { RuleChangeView, RuleImpactView } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import type { Column } from '../ui/data-table.tsx';
import { Pill } from '../ui/pill.tsx';
import { MOVES, purposeWords, STATES, tailWords } from './impact-words.ts';
import { LaterOne } from './later-one.tsx';
import styles from './rules.module.css';

export const IMPACT_COLUMNS: readonly Column<RuleImpactView>[] = [
  {
    label: 'Denial',
    cell: (row) => (
      <div className={styles.who}>
        <Link to="/denials/$denialId" params={{ denialId: row.denialId }}>
          {row.payerName}, <span className={styles.whole}>{tailWords(row)}</span>
        </Link>
      </div>
    ),
  },
  { label: 'What for', cell: ({ purpose }) => purposeWords(purpose) },
  { label: 'Moves', cell: ({ moves }) => MOVES[moves] },
  {
    label: 'Before → after',
    cell: ({ before, after }) => (
      <div className={styles.says}>
        <div className="quiet">{before} →</div>
        <div>{after}</div>
      </div>
    ),
  },
  { label: 'State', cell: ({ state }) => <Pill tone={STATES[state].tone}>{STATES[state].label}</Pill> },
];

interface Choice {
  change: RuleChangeView;
  /** Denials of the rows shown that wait for a person. */
  waiting: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  choose: (chosen: ReadonlySet<string>) => void;
}

/** The same with a box and two acts for each row whose later date waits. */
export function laterColumns({ change, waiting, chosen, choose }: Choice): readonly Column<RuleImpactView>[] {
  const isAll = waiting.size > 0 && [...waiting].every((id) => chosen.has(id));
  const toggle = (id: string) =>
    choose(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  const isWaiting = ({ denialId, state }: RuleImpactView) => state === 'waiting' && waiting.has(denialId);
  return [
    {
      label: 'Choose',
      head: (
        <Checkbox
          aria-label="Choose all that wait in this list"
          checked={isAll}
          indeterminate={!isAll && chosen.size > 0}
          onChange={() => choose(isAll ? new Set() : waiting)}
        />
      ),
      cell: (row) =>
        isWaiting(row) && (
          <Checkbox
            aria-label={`Choose ${tailWords(row)}, ${purposeWords(row.purpose)}`}
            checked={chosen.has(row.denialId)}
            onChange={() => toggle(row.denialId)}
          />
        ),
    },
    ...IMPACT_COLUMNS,
    { label: 'Decide', cell: (row) => isWaiting(row) && <LaterOne change={change} row={row} /> },
  ];
}
