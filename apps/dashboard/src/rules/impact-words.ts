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
