import { Button } from '@mantine/core';
import type { CodeToClassify } from '@overturn/contracts';
import { moneyWords } from '../money/money.ts';
import { LawDate } from '../time/law-date.tsx';
import type { Column } from '../ui/data-table.tsx';
import { codeWords, WHY } from './to-classify-words.ts';
import styles from './rules.module.css';

const COLUMNS: readonly Column<CodeToClassify>[] = [
  {
    label: 'Code',
    cell: (code) => (
      <>
        <span className={styles.key}>{codeWords(code)}</span>
        <div className="quiet">{code.label ?? 'no label yet'}</div>
      </>
    ),
  },
  { label: 'Why it is here', cell: ({ why }) => WHY[why] },
  { label: 'Claims', isNumber: true, cell: ({ claims }) => claims.toLocaleString('en-US') },
  { label: 'Open denials', isNumber: true, cell: ({ openDenials }) => openDenials.toLocaleString('en-US') },
  { label: 'Kept, no denial', isNumber: true, cell: ({ keptClaims }) => keptClaims.toLocaleString('en-US') },
  { label: 'Amount it concerns', isNumber: true, cell: ({ amountCents }) => moneyWords(amountCents) },
  { label: 'Last seen', cell: ({ lastSeenOn }) => <LawDate on={lastSeenOn} /> },
];

/** With the act of each row for whoever may class; the others are told above the table who can. */
export const codeColumns = (
  notAllowed: string | undefined,
  onClass: (code: CodeToClassify) => void,
): readonly Column<CodeToClassify>[] =>
  notAllowed
    ? COLUMNS
    : [
        ...COLUMNS,
        {
          label: 'Act',
          cell: (code) => (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Class ${codeWords(code)}`}
              onClick={() => onClass(code)}
            >
              Class…
            </Button>
          ),
        },
      ];
