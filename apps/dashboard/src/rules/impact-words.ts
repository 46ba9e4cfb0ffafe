import type { RuleImpactView } from '@overturn/contracts';
import type { Tone } from '../ui/pill.tsx';

export const MOVES: Record<RuleImpactView['moves'], string> = {
  earlier: '▲ earlier',
  later: '▼ later',
  reclassed: '◆ other class',
};
export const STATES: Record<RuleImpactView['state'], { tone: Tone; label: string }> = {
  foreseen: { tone: 'plain', label: 'foreseen' },
  queued: { tone: 'accent', label: '… on its way' },
  applied: { tone: 'good', label: '✓ applied' },
  waiting: { tone: 'warn', label: '● waits for a person' },
  kept: { tone: 'plain', label: '= earlier date kept' },
};
export const tailWords = ({ claimNumberTail }: Pick<RuleImpactView, 'claimNumberTail'>): string =>
  `claim …${claimNumberTail.replace('…', '')}`;

const PURPOSES: Readonly<Record<string, string>> = {
  appeal: 'Filing the appeal',
  'open-negotiation': 'Open negotiation',
  class: 'Class',
};
/** What moves: a filing date of ours, an answer that the payer owes, or the class. */
export function purposeWords(purpose: string): string {
  const asked = /^(.+)-response$/.exec(purpose)?.[1];
  if (asked) return `Answer to the ${asked.replaceAll('-', ' ')}`;
  return PURPOSES[purpose] ?? purpose.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
}
