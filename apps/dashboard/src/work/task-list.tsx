import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useProductNow } from '../session/product-clock.ts';
import { useSession } from '../session/session-query.ts';
import type { TaskViewName } from '../tasks/task-queries.ts';
import { ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import { NoTasks } from './no-tasks.tsx';
import type { Placed } from './stable-order.ts';
import { TaskRow } from './task-row.tsx';
import type { NextTask } from './use-next-task.ts';
import type { useTaskRows } from './use-task-rows.ts';
import styles from './task-list.module.css';

const ROW_PX = 53;
/** Three lines on a narrow list: height and width as in task-list.module.css. */
const NARROW_ROW_PX = 78;
const NARROW_PX = 704;
interface Props {
  query: ReturnType<typeof useTaskRows>['query'];
  rows: ReturnType<typeof useTaskRows>['rows'];
  view: TaskViewName;
  queue: string | undefined;
  currentId: string | undefined;
  selected: ReadonlySet<string>;
  onShow: (id: string) => void;
  onToggle: (id: string) => void;
  next: NextTask;
}

/** Only the rows in sight are drawn, so ten thousand scroll as ten do. */
export function TaskList({ query, rows, view, queue, currentId, selected, onShow, onToggle, next }: Props) {
  const { organization, user } = useSession();
  const now = useProductNow();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize();
  const rowPx = width > 0 && width < NARROW_PX ? NARROW_ROW_PX : ROW_PX;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
    getItemKey: (index) => rows[index]?.row.id ?? index,
  });
  const at = rows.findIndex(({ row }) => row.id === currentId);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => virtual.measure(), [rowPx, virtual]);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 60) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);
  if (query.isPending) return <RowsSkeleton />;
  if (query.isError && rows.length === 0)
    return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (rows.length === 0) return <NoTasks view={view} queue={queue} next={next} />;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        ref={measured}
        role="grid"
        aria-label="Tasks"
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        className={styles.grid}
      >
        <div role="row" aria-rowindex={1} className={`${styles.line} ${styles.heads}`}>
          <span role="columnheader" className={styles.pick}>
            <span className="sr-only">Selected</span>
          </span>
          <span role="columnheader">Due</span>
          <span role="columnheader">Task</span>
          <span role="columnheader" className={styles.money}>
            At stake
          </span>
          <span role="columnheader" className={styles.filing}>
            Filing date
          </span>
          <span role="columnheader" className={styles.holder}>
            <span className="sr-only">Held by</span>
          </span>
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start, key }) => {
            const placed: Placed<(typeof rows)[number]['row']> = rows[index]!;
            return (
              <TaskRow
                key={key}
                {...placed}
                index={index}
                top={start}
                isCurrent={index === at}
                isEntry={index === (at < 0 ? 0 : at)}
                isSelected={selected.has(placed.row.id)}
                now={now}
                timeZone={organization.timeZone}
                userId={user.id}
                onShow={onShow}
                onToggle={onToggle}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
