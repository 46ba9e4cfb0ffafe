import type { PayerRuleView } from '@overturn/contracts';
import { RULE_FIELDS } from './rule-fields.ts';

/** The label of what a field holds: of a choice its own, of several with commas. */
export function fieldWords(rule: PayerRuleView, name: keyof PayerRuleView): string {
  const value = rule[name];
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const options = RULE_FIELDS.find((field) => field.name === name)?.options ?? [];
  const one = (item: unknown) => options.find((option) => option.value === String(item))?.label ?? String(item);
  return Array.isArray(value) ? value.map(one).join(', ') : one(value);
}

/** How and where to, in one line. */
export const channelWords = (rule: PayerRuleView): string =>
  rule.channel
    ? [fieldWords(rule, 'channel'), rule.mode && `(${rule.mode})`, rule.address].filter(Boolean).join(' ')
    : 'not said';

/** What differs from the version before, by the labels of the form. */
export const changedWords = (rule: PayerRuleView, before: PayerRuleView): string =>
  RULE_FIELDS.filter(({ name }) => {
    const key = name as keyof PayerRuleView;
    return JSON.stringify(rule[key]) !== JSON.stringify(before[key]);
  })
    .map(({ name, label }) => `${label}: ${fieldWords(rule, name as keyof PayerRuleView) || 'left open'}`)
    .join('; ');
