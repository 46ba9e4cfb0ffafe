export const RULE_TABS = ['clock', 'code', 'interaction', 'path', 'score', 'calendar'] as const;
export type RuleTab = (typeof RULE_TABS)[number];
export interface RulesSearch {
  kind?: RuleTab;
  /** Only what nobody has verified. */
  unverified?: true;
}
export const CHANGE_STATES = ['proposed', 'applying', 'in-force', 'rejected', 'withdrawn'] as const;
export interface RuleChangesSearch {
  state?: (typeof CHANGE_STATES)[number];
}

/** What does not fit falls away, so an old link still opens. */
export function rulesSearch({ kind, unverified }: Record<string, unknown>): RulesSearch {
  const known = RULE_TABS.find((one) => one === kind);
  return { ...(known && { kind: known }), ...(unverified === true && { unverified }) };
}
export function ruleChangesSearch({ state }: Record<string, unknown>): RuleChangesSearch {
  const known = CHANGE_STATES.find((one) => one === state);
  return known ? { state: known } : {};
}
