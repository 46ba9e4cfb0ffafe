import type { TaskView } from '@overturn/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type TaskViewName, tasksQuery } from '../tasks/task-queries.ts';
import { keepPlaces, placedAnew, type StableRows } from './stable-order.ts';

const OWN_ACT_MS = 2500;

/** The rows of one list in stable places. `settle` lets the next answers reorder them: after the reader's own act, or when asked to. */
export function useTaskRows(filter: { view: TaskViewName; queue?: string | undefined }) {
  const query = useInfiniteQuery(tasksQuery(filter));
  const key = JSON.stringify(filter);
  const fresh = query.data?.pages;
  const [settling, setSettling] = useState(false);
  const [placed, setPlaced] = useState<StableRows<TaskView> & { key: string; of: unknown }>({
    key,
    of: undefined,
    rows: [],
    waiting: 0,
  });
  if (fresh && (placed.of !== fresh || placed.key !== key)) {
    const items = fresh.flatMap(({ items: page }) => page);
    const anew = placed.key !== key || placed.of === undefined || settling;
    setPlaced({ key, of: fresh, ...(anew ? placedAnew(items) : keepPlaces(placed.rows, items)) });
  }
  const settle = () => {
    setSettling(true);
    setTimeout(() => setSettling(false), OWN_ACT_MS);
  };
  const showAll = () => fresh && setPlaced({ key, of: fresh, ...placedAnew(fresh.flatMap(({ items }) => items)) });
  return { query, rows: placed.key === key ? placed.rows : [], waiting: placed.waiting, settle, showAll };
}
