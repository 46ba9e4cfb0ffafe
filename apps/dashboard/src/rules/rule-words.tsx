import type { RuleChangeView, RuleView } from '@overturn/contracts';
import { LawDate } from '../time/law-date.tsx';
import { Pill, type Tone } from '../ui/pill.tsx';

export const CHANGE_WORDS: Readonly<Record<RuleChangeView['change'], string>> = {
  'new-version': 'New version',
  correction: 'Correction',
};
export const STATES: Readonly<Record<RuleChangeView['state'], { tone: Tone; label: string }>> = {
  proposed: { tone: 'warn', label: '● proposed' },
  applying: { tone: 'accent', label: '… being applied' },
  'in-force': { tone: 'good', label: '✓ in force' },
  rejected: { tone: 'bad', label: '✕ rejected' },
  withdrawn: { tone: 'plain', label: '– withdrawn' },
};

export function StatePill({ state }: Pick<RuleChangeView, 'state'>) {
  return <Pill tone={STATES[state].tone}>{STATES[state].label}</Pill>;
}
export function VerifiedPill({ verified }: Pick<RuleView, 'verified'>) {
  return <Pill tone={verified ? 'good' : 'warn'}>{verified ? '✓ verified' : '● not verified'}</Pill>;
}
export function OriginWords({ origin }: Pick<RuleView, 'origin'>) {
  return origin === 'own' ? <Pill tone="violet">own</Pill> : <span className="quiet">shipped</span>;
}

/** From its first day to its last, both counted. */
export function Span({ effectiveFrom, effectiveTo }: Pick<RuleView, 'effectiveFrom' | 'effectiveTo'>) {
  return (
    <>
      {effectiveFrom && 'from '}
      <LawDate on={effectiveFrom} none="from ever" long />
      {effectiveTo ? ' to ' : ', '}
      <LawDate on={effectiveTo} none="until further notice" long />
    </>
  );
}

/** Where the rule is written; elsewhere, when there is a public place. */
export function Citation({ citation, citationUrl = null }: { citation: string | null; citationUrl?: string | null }) {
  if (!citation) return <span className="quiet">none</span>;
  if (!citationUrl) return citation;
  return (
    <a href={citationUrl} target="_blank" rel="noopener noreferrer">
      {citation}
      <span className="sr-only"> (opens elsewhere)</span>
    </a>
  );
}
