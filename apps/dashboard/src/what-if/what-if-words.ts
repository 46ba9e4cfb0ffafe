import type { WhatIfDate } from '@overturn/contracts';
import { longDateWords } from '../time/calendar-words.ts';

export const MOVE_WORDS = {
  earlier: { shape: '▲', word: 'earlier' },
  later: { shape: '▼', word: 'later' },
  new: { shape: '●', word: 'new' },
  gone: { shape: '○', word: 'falls away' },
  none: { shape: '', word: 'stays' },
} as const satisfies Record<WhatIfDate['moves'], { shape: string; word: string }>;

type Counted = NonNullable<WhatIfDate['after']>;
const DATES = [
  { name: 'safeDueOn', label: 'safe' },
  { name: 'chaseOn', label: 'chase on' },
  { name: 'legalDueOn', label: 'legal' },
  { name: 'lateOn', label: 'late from' },
] as const;

/** Each date there is with what it is called; a policy's has one, which is simply due. */
export function datesOf(counted: Counted): { label: string; on: string }[] {
  const found = DATES.flatMap(({ name, label }) => (counted[name] ? [{ label, on: counted[name] }] : []));
  return found.length === 1 ? [{ label: 'due', on: counted.legalDueOn }] : found;
}

/** What would happen, in a sentence that is read out: the first date of each that moves. */
export function summaryOf(items: readonly WhatIfDate[]): string {
  const moved = items.filter(({ moves }) => moves !== 'none');
  if (moved.length === 0) return 'No date of this denial would move.';
  const each = moved.map(({ label, moves, after }) => {
    const first = after && datesOf(after)[0];
    return `${label} ${moves === 'new' ? 'is ' : ''}${MOVE_WORDS[moves].word}${first ? `, ${first.label} ${longDateWords(first.on)}` : ''}`;
  });
  return `${moved.length === 1 ? 'One date' : `${moved.length} dates`} would move: ${each.join('; ')}.`;
}
