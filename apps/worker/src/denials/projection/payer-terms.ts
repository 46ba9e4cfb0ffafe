import { termsFor } from '@overturn/data/denials/filing-terms';
import type { Purpose } from '@overturn/domain/payers/payer-choices';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import type { CaseRows } from './case-rows.ts';

/** What the rows of the case's payer say of its dates; `on`: the day by which a row is stale. */
export const termsOf = ({ denial, payer_rules }: CaseRows, purpose: Purpose, on: string): PayerTerms =>
  termsFor({ payer: denial.payer, planType: denial.plan_type, state: denial.state }, purpose, payer_rules, on);
