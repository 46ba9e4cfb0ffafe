import type { DenialRow } from '@overturn/contracts';
import { denialClassRow, isStage, pathRow, stageRow, type DenialClass, type PathId } from '@overturn/domain';
import type { ReactNode } from 'react';
import { moneyWords } from '../money/money.ts';
import { dateWords } from '../time/calendar-words.ts';
import { filingUrgency } from '../time/urgency.ts';
import { Pill, UrgencyPill } from '../ui/pill.tsx';

export interface DenialColumn {
  id: string;
  label: string;
  /** A track of the grid. */
  width: string;
  /** Shown before anyone chooses. */
  isFirst: boolean;
  isNumber?: boolean;
  cell: (row: DenialRow, today: string) => ReactNode;
}

function FilingDate({ row, today }: { row: DenialRow; today: string }) {
  const urgency = filingUrgency(row, today);
  if (row.stage === 'closed') return <span className="quiet">closed</span>;
  return urgency.level === 'later' || urgency.level === 'none' ? (
    <span className="quiet">{urgency.words}</span>
  ) : (
    <UrgencyPill {...urgency} />
  );
}

/** Every column that the list can show. The claim is always there: it is the link. */
export const DENIAL_COLUMNS: readonly DenialColumn[] = [
  {
    id: 'filing',
    label: 'Filing date',
    width: '9.6rem',
    isFirst: true,
    cell: (row, today) => <FilingDate row={row} today={today} />,
  },
  {
    id: 'stage',
    label: 'Stage',
    width: '8.8rem',
    isFirst: true,
    cell: ({ stage }) => (
      <Pill tone={stage === 'closed' ? 'plain' : 'accent'}>{isStage(stage) ? stageRow(stage).label : stage}</Pill>
    ),
  },
  { id: 'payer', label: 'Payer', width: 'minmax(9rem, 1.1fr)', isFirst: true, cell: ({ payerName }) => payerName },
  {
    id: 'class',
    label: 'Class',
    width: 'minmax(11rem, 1.9fr)',
    isFirst: true,
    cell: (row) => denialClassRow(row.class as DenialClass)?.label ?? row.class,
  },
  {
    id: 'service',
    label: 'Service',
    width: '6.6rem',
    isFirst: true,
    cell: ({ serviceFrom }, today) =>
      serviceFrom ? (
        <time dateTime={serviceFrom}>{dateWords(serviceFrom, today)}</time>
      ) : (
        <span className="quiet">not known</span>
      ),
  },
  {
    id: 'procedure',
    label: 'Procedure',
    width: '5.5rem',
    isFirst: false,
    cell: ({ procedure }) => procedure ?? <span className="quiet">none</span>,
  },
  {
    id: 'path',
    label: 'Path',
    width: 'minmax(9rem, 1fr)',
    isFirst: false,
    cell: ({ path }) => (path ? pathRow(path as PathId).label : <span className="quiet">not chosen</span>),
  },
  { id: 'client', label: 'Client', width: 'minmax(8rem, 1fr)', isFirst: false, cell: ({ clientName }) => clientName },
  {
    id: 'amount',
    label: 'At stake',
    width: '6.5rem',
    isFirst: true,
    isNumber: true,
    cell: ({ amountCents }) => moneyWords(amountCents),
  },
  {
    id: 'owner',
    label: 'Held by',
    width: '7.5rem',
    isFirst: true,
    cell: ({ owner }) => owner?.name ?? <span className="quiet">nobody</span>,
  },
  {
    id: 'opened',
    label: 'Opened',
    width: '7.5rem',
    isFirst: false,
    cell: ({ openedAt }, today) => <time dateTime={openedAt}>{dateWords(openedAt.slice(0, 10), today)}</time>,
  },
];

/** The columns that a link names, parted by dots; the usual ones when it names none. */
export function columnsOf(named: string | undefined): readonly DenialColumn[] {
  if (named === undefined) return DENIAL_COLUMNS.filter(({ isFirst }) => isFirst);
  const wanted = new Set(named.split('.'));
  return DENIAL_COLUMNS.filter(({ id }) => wanted.has(id));
}
