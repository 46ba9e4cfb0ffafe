import { sql } from '@overturn/data/database/database';
import { keptTerms, termsFor } from '@overturn/data/denials/filing-terms';
import { sameTerms } from '@overturn/domain/clocks/held-terms';
import type { Purpose } from '@overturn/domain/payers/payer-choices';
import { NO_TERMS } from '@overturn/domain/payers/payer-terms';
import type { PayerTerms } from '@overturn/domain/payers/payer-terms';
import type { CaseRows } from './case-rows.ts';
import type { StepContext } from './step-context.ts';

/** What the rows of the case's payer say of its dates; `on`: the day by which a row is stale. */
export const termsOf = ({ denial, payer_rules }: CaseRows, purpose: Purpose, on: string): PayerTerms =>
  termsFor({ payer: denial.payer, planType: denial.plan_type, state: denial.state }, purpose, payer_rules, on);

/** The terms that the dates were counted by, where they are others than before. */
export async function keepTerms({ tx, step, rows }: StepContext, held: readonly PayerTerms[]): Promise<void> {
  const before = rows.denial.payer_terms ?? [NO_TERMS];
  if (held.length === before.length && held.every((terms, index) => sameTerms(terms, before[index]!))) return;
  const kept = keptTerms(held);
  await tx.run(sql`
    update denial set payer_terms = ${kept && JSON.stringify(kept)}::jsonb where id = ${step.denialId}`);
}
