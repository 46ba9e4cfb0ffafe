import type {
  PayerRuleBody,
  PayerRuleHistory,
  PayerRuleList,
  PayerRuleView,
  RuleImportView,
} from '@overturn/contracts';
import { queryOptions } from '@tanstack/react-query';
import { call, onceOnly } from '../api/call.ts';

export const payerRulesQuery = queryOptions({
  queryKey: ['payer-rules', 'list'],
  queryFn: () => call<PayerRuleList>('GET', '/payer-rules'),
});
export const ruleHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['payer-rules', 'history', id],
    queryFn: () => call<PayerRuleHistory>('GET', `/payer-rules/${id}/history`),
  });

const ifVersion = ({ version }: PayerRuleView) => ({ 'if-match': `"${version}"` });
export const createRule = (body: PayerRuleBody, key: string) =>
  call<PayerRuleView>('POST', '/payer-rules', { body, headers: onceOnly(key) });
export const editRule = (rule: PayerRuleView, body: PayerRuleBody) =>
  call<PayerRuleView>('PUT', `/payer-rules/${rule.id}`, { body, headers: ifVersion(rule) });
export const endRule = (rule: PayerRuleView) =>
  call<PayerRuleView>('DELETE', `/payer-rules/${rule.id}`, { headers: ifVersion(rule) });
export function importRules(file: File, dryRun: boolean) {
  const body = new FormData();
  body.append('file', file);
  return call<RuleImportView>('POST', '/payer-rules/import', { query: { dryRun }, body });
}
export const exportUrl = (format: 'csv' | 'json') => `/api/payer-rules/export?format=${format}`;
