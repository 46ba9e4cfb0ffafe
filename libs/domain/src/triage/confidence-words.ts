import type { Confidence } from './carc-table.ts';

/** How surely, within a sentence. */
export const SURE: Readonly<Record<Confidence, string>> = {
  high: 'surely',
  likely: 'likely',
  unsure: 'unsure: a person looks',
};
