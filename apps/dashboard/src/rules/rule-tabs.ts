import type { RuleKind } from '@overturn/domain/rules/rule-version';
import type { RuleTab } from './rules-search.ts';

/** Which kinds stand together on one tab of the rules. */
export const KINDS_OF: Readonly<Record<RuleTab, readonly RuleKind[]>> = {
  clock: ['clock'],
  code: ['carc', 'rarc'],
  interaction: ['interaction'],
  path: ['path'],
  score: ['score'],
  calendar: ['calendar'],
};
export const TAB_LABELS: Readonly<Record<RuleTab, string>> = {
  clock: 'Clocks',
  code: 'Codes',
  interaction: 'Codes together',
  path: 'Paths',
  score: 'Score weights',
  calendar: 'Calendar',
};
export const tabOf = (kind: RuleKind): RuleTab => (kind === 'carc' || kind === 'rarc' ? 'code' : kind);
