import { describe, expect, it } from '@jest/globals';
import { keepPlaces, placedAnew } from './stable-order.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const shown = ({ rows: placed }: ReturnType<typeof placedAnew<{ id: string }>>) =>
  placed.map(({ row, gone }) => (gone ? `(${row.id})` : row.id)).join(' ');

describe('rows under the hand', () => {
  const before = placedAnew(rows('a', 'b', 'c')).rows;
  it.each([
    ['nothing changed', ['a', 'b', 'c'], 'a b c', 0],
    ['another order moves nothing', ['c', 'a', 'b'], 'a b c', 0],
    ['someone took b', ['a', 'c'], 'a (b) c', 0],
    ['a more urgent one came', ['n', 'a', 'b', 'c'], 'a b c', 1],
    ['the next page came', ['a', 'b', 'c', 'd', 'e'], 'a b c d e', 0],
    ['all left, others came', ['x', 'y'], '(a) (b) (c) x y', 0],
  ])('%s', (_, fresh, order, waiting) => {
    const placed = keepPlaces(before, rows(...fresh));
    expect(shown(placed)).toBe(order);
    expect(placed.waiting).toBe(waiting);
  });
  it('what left and came back is there again', () => {
    const left = keepPlaces(before, rows('a', 'c')).rows;
    expect(shown(keepPlaces(left, rows('a', 'b', 'c')))).toBe('a b c');
  });
  it('a row shows its newest values', () => {
    const [first] = keepPlaces([{ row: { id: 'a', version: 1 }, gone: false }], [{ id: 'a', version: 2 }]).rows;
    expect(first?.row.version).toBe(2);
  });
});
