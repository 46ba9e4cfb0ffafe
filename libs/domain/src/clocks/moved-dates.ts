import type { ClockRow } from './clock-row.ts';
import type { Evaluation } from './evaluation.ts';
import { rowAsked } from './preview-question.ts';

/** Columns of a clock row as they would read; all else stays. */
export type RulePatch = { clock: string } & { [K in keyof ClockRow]?: ClockRow[K] | undefined };

/** The rows with the patch over every version of its clock, for which nobody has verified it. Throws BAD_INPUT with the nearest ids. */
export function rowsUnder(rows: readonly ClockRow[], { clock, ...patch }: RulePatch): readonly ClockRow[] {
  const { id } = rowAsked({ clock }, rows);
  const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return rows.map((row) => (row.id === id ? { ...row, verified: false, ...said } : row));
}

export const MOVES = ['earlier', 'later', 'none', 'new', 'gone'] as const;
export type Moves = (typeof MOVES)[number];

export interface Due {
  purpose: string;
  due: Evaluation;
}
export interface MovedDate {
  purpose: string;
  before: Evaluation | undefined;
  after: Evaluation | undefined;
  moves: Moves;
}

/** Each date by its purpose as it stands and as it would: those there are in their order, then the new ones. */
export function movedDates(before: readonly Due[], after: readonly Due[]): MovedDate[] {
  const purposes = new Set([...before, ...after].map(({ purpose }) => purpose));
  return [...purposes].map((purpose) => {
    const [was, would] = [before, after].map((dates) => dates.find((one) => one.purpose === purpose)?.due);
    return { purpose, before: was, after: would, moves: movesOf(was, would) };
  });
}

/** Each of its dates by itself: later where any would come later, whatever becomes of the others. */
function movesOf(was: Evaluation | undefined, would: Evaluation | undefined): Moves {
  if (!was || !would) return would ? 'new' : 'gone';
  const [old, next] = [datesOf(was), datesOf(would)];
  if (old.some((date, index) => next[index]! > date)) return 'later';
  return old.some((date, index) => next[index]! < date) ? 'earlier' : 'none';
}

const datesOf = (due: Evaluation): string[] => {
  if (due.kind === 'ours') return [due.safeDue, due.legalDue];
  return due.kind === 'theirs' ? [due.chaseOn, due.legalDue, due.lateOn] : [due.legalDue];
};
