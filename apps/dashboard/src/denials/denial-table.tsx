import type { DenialRow } from '@overturn/contracts';
import { Link } from '@tanstack/react-router';
import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useToday } from '../time/law-date.tsx';
import { DENIAL_COLUMNS, type DenialColumn } from './denial-columns.tsx';
import styles from './denials-page.module.css';

const ROW_PX = 45;
/** Two lines on a narrow screen: the same width as in denials-page.module.css. */
const NARROW_ROW_PX = 66;
const NARROW_PX = 640;
const NARROW_COLUMNS = ['payer', 'amount', 'filing', 'stage'];
interface Props {
  rows: readonly DenialRow[];
  columns: readonly DenialColumn[];
  at: number;
  onAt: (index: number) => void;
  hasMore: boolean;
  isFetching: boolean;
  onMore: () => void;
}

/** Only the rows in sight are drawn; the claim is the link, so a row opens in a tab too. */
export function DenialTable({ rows, columns, at, onAt, hasMore, isFetching, onMore }: Props) {
  const today = useToday();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize();
  const isNarrow = width > 0 && width < NARROW_PX;
  const shownColumns = isNarrow ? DENIAL_COLUMNS.filter(({ id }) => NARROW_COLUMNS.includes(id)) : columns;
  const rowPx = isNarrow ? NARROW_ROW_PX : ROW_PX;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => virtual.measure(), [rowPx, virtual]);
  useEffect(() => {
    if (hasMore && !isFetching && last >= rows.length - 60) onMore();
  }, [hasMore, isFetching, last, onMore, rows.length]);
  useEffect(() => {
    if (at < 0) return;
    virtual.scrollToIndex(at, { align: 'auto' });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"] a`)?.focus({ preventScroll: true }),
    );
  }, [at, virtual]);
  const gridTemplateColumns = isNarrow ? undefined : `6.2rem ${shownColumns.map((column) => column.width).join(' ')}`;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div ref={measured} className={styles.measure} />
      <div
        role="table"
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-label="Denials"
        className={styles.table}
        data-narrow={isNarrow || undefined}
      >
        <div role="rowgroup" className={styles.headGroup}>
          <div
            role="row"
            aria-rowindex={1}
            className={styles.headLine}
            style={gridTemplateColumns ? { gridTemplateColumns } : {}}
          >
            <span role="columnheader">Claim</span>
            {shownColumns.map(({ id, label, isNumber }) => (
              <span key={id} role="columnheader" className={isNumber ? styles.number : undefined}>
                {label}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const row = rows[index]!;
            return (
              <div
                key={row.id}
                role="row"
                aria-rowindex={index + 2}
                data-index={index}
                data-current={index === at || undefined}
                className={styles.line}
                style={{ ...(gridTemplateColumns && { gridTemplateColumns }), transform: `translateY(${start}px)` }}
              >
                <span role="cell">
                  <Link
                    to="/denials/$denialId"
                    params={{ denialId: row.id }}
                    className={styles.claim}
                    onFocus={() => onAt(index)}
                  >
                    {row.claimNumberTail ? `…${row.claimNumberTail}` : 'no number'}
                  </Link>{' '}
                  <span className="quiet">{row.patientInitials}</span>
                </span>
                {shownColumns.map(({ id, cell, isNumber }) => {
                  const content = cell(row, today);
                  return (
                    <span
                      key={id}
                      role="cell"
                      data-column={id}
                      className={isNumber ? styles.number : undefined}
                      title={typeof content === 'string' ? content : undefined}
                    >
                      {content}
                    </span>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
