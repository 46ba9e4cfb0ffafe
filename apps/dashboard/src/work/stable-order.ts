export interface Placed<Row> {
  row: Row;
  /** No longer in this list, kept where it stood until the reader asks for the list anew. */
  gone: boolean;
}
export interface StableRows<Row> {
  rows: readonly Placed<Row>[];
  /** Rows that came in between and wait to be shown. */
  waiting: number;
}

/** New rows in the old places: what was shown stays where it is, what left is marked, what came in between waits; what follows the last is added. */
export function keepPlaces<Row extends { id: string }>(
  before: readonly Placed<Row>[],
  fresh: readonly Row[],
): StableRows<Row> {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const shown = new Set(before.map(({ row }) => row.id));
  const lastShown = fresh.findLastIndex(({ id }) => shown.has(id));
  const kept = before.map(({ row }): Placed<Row> => {
    const now = byId.get(row.id);
    return now ? { row: now, gone: false } : { row, gone: true };
  });
  const added = fresh.slice(lastShown + 1).map((row): Placed<Row> => ({ row, gone: false }));
  const waiting = fresh.slice(0, lastShown + 1).filter(({ id }) => !shown.has(id)).length;
  return { rows: [...kept, ...added], waiting };
}

export const placedAnew = <Row>(fresh: readonly Row[]): StableRows<Row> => ({
  rows: fresh.map((row) => ({ row, gone: false })),
  waiting: 0,
});
