import type { RuleChangeView } from '@overturn/contracts';
import type { RuleKind } from '@overturn/domain/rules/rule-version';

export const KINDS: Readonly<Record<RuleKind, string>> = {
  clock: 'Clock',
  carc: 'CARC',
  rarc: 'RARC',
  interaction: 'Codes together',
  score: 'Score weight',
  calendar: 'Calendar',
  path: 'Grounds of a path',
};
export const isCode = (kind: RuleKind): boolean => kind === 'carc' || kind === 'rarc';

/** What staff call it: codes always by their number, with our label. */
export const nameOf = ({ kind, key, label }: Pick<RuleChangeView, 'kind' | 'key' | 'label'>): string =>
  isCode(kind) ? `${KINDS[kind]} ${key}: ${label}` : label;
