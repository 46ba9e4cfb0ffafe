import type { RuleView } from '@overturn/contracts';
import { KINDS_OF } from './rule-tabs.ts';
import type { RuleTab } from './rules-search.ts';

/** Every word typed must stand somewhere in what the list shows of a rule. */
const hasWords = ({ key, label, summary, citation }: RuleView, words: readonly string[]): boolean => {
  const shown = `${key} ${label} ${summary} ${citation ?? ''}`.toLowerCase();
  return words.every((word) => shown.includes(word));
};

/** The rules of one tab that fit what is typed and ticked. */
export function matchRules(
  rules: readonly RuleView[],
  tab: RuleTab,
  { unverified, typed }: { unverified?: true | undefined; typed: string },
): RuleView[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter(
    (rule) => KINDS_OF[tab].includes(rule.kind) && !(unverified && rule.verified) && hasWords(rule, words),
  );
}
