import type { Confidence } from '../triage/carc-table.ts';
import type { Verdict } from './judge-ground.ts';

const WORDS: Record<Confidence, string> = { high: 'very likely', likely: 'likely', unsure: 'uncertain' };

/** How likely a path succeeds, in words; a path that does not apply is not. */
export const likelihoodWords = (verdict: Verdict, likely: Confidence): string =>
  verdict === 'does-not' ? 'not to be expected' : WORDS[likely];
