import type { DenialClass } from './denial-classes.ts';

/** Words of a letter that say what a code would. They decide only where no code does; against a code they make it unsure. */
export interface WordingClue {
  /** Found in lower case, spaces and hyphens alike. */
  phrase: string;
  class?: DenialClass;
  points?: 'billing' | 'rendering' | 'facility';
}

export const WORDING_CLUES: readonly WordingClue[] = [
  { phrase: 'out of network', class: 'out-of-network' },
  { phrase: 'not in network', class: 'out-of-network' },
  { phrase: 'non participating', class: 'out-of-network' },
  { phrase: 'nonparticipating', class: 'out-of-network' },
  { phrase: 'preferred network', class: 'narrow-network' },
  { phrase: 'without a referral', class: 'referral' },
  { phrase: 'referral is required', class: 'referral' },
  { phrase: 'no referral', class: 'referral' },
  { phrase: 'prior authorization', class: 'authorization' },
  { phrase: 'precertification', class: 'authorization' },
  { phrase: 'not authorized', class: 'authorization' },
  { phrase: 'rendering provider', points: 'rendering' },
  { phrase: 'facility is', points: 'facility' },
  { phrase: 'facility was', points: 'facility' },
];

export function cluesIn(wording: string, clues: readonly WordingClue[]): readonly WordingClue[] {
  const text = wording.toLowerCase().replace(/[\s-]+/g, ' ');
  return clues.filter(({ phrase }) => text.includes(phrase));
}
