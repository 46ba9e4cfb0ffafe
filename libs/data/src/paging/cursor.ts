import { DomainError } from '@overturn/domain';

/** A cursor is the sort key of the last row given out, opaque to whoever sends it back. */
export const writeCursor = (key: readonly (string | number | Date)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The parts of a cursor, or BAD_INPUT when it is none of ours. */
export function readCursor(cursor: string, parts: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts) return key.map(String);
  } catch {
    // told below
  }
  throw new DomainError('BAD_INPUT', 'This cursor is not one of ours. Start the list again.', {
    fields: { cursor: 'Send the nextCursor of the page before, unchanged.' },
  });
}

/** Cuts rows that were asked for with one more than the page holds; the one too many says that there is a next page. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => (string | number | Date)[],
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? writeCursor(keyOf(last)) : null };
}
