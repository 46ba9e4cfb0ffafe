const MOST = 3;
const wordsOf = (id: string): string[] =>
  id
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** The ids most like what was typed: those that share most of its words, then those with the fewest letters to change. */
export function nearestClocks(typed: string, ids: readonly string[]): string[] {
  const words = wordsOf(typed);
  const scored = ids.map((id) => ({
    id,
    shared: wordsOf(id).filter((word) => words.includes(word)).length,
    changes: changesBetween(typed.toLowerCase(), id),
  }));
  return scored
    .sort((a, b) => b.shared - a.shared || a.changes - b.changes)
    .slice(0, MOST)
    .map(({ id }) => id);
}

/** Letters to put in, take out or change (Levenshtein), a row of its table at a time. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, place) => place);
  for (const [place, letter] of [...from].entries()) {
    const next = [place + 1];
    for (let at = 0; at < to.length; at++)
      next.push(Math.min(row[at]! + (letter === to[at] ? 0 : 1), row[at + 1]! + 1, next[at]! + 1));
    row = next;
  }
  return row.at(-1)!;
}
