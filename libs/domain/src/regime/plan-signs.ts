import type { Confidence } from '../triage/carc-table.ts';

/** What is known of a plan beside the remittance. */
export interface PlanFacts {
  /** Who buys or runs it. */
  product?: string | undefined;
  funding?: string | undefined;
  state?: string | undefined;
  grandfathered?: boolean | undefined;
  /** Levels of internal appeal that the plan has. */
  levels?: 1 | 2 | undefined;
}

export interface PlanSignRow {
  fact: 'product' | 'funding';
  value: string;
  label: string;
  regime: string;
  confidence: Confidence;
  verified: boolean;
}

/** Which regime a fact of the plan makes likely. Church, government and small exempt plans are why none of the employer's is sure. */
export const PLAN_SIGNS: readonly PlanSignRow[] = [
  {
    fact: 'product',
    value: 'employer',
    label: 'an employer’s plan',
    regime: 'erisa',
    confidence: 'likely',
    verified: false,
  },
  {
    fact: 'product',
    value: 'individual',
    label: 'bought by the member',
    regime: 'aca',
    confidence: 'high',
    verified: true,
  },
  {
    fact: 'product',
    value: 'medicare-advantage',
    label: 'Medicare Advantage',
    regime: 'medicare-advantage',
    confidence: 'high',
    verified: true,
  },
  {
    fact: 'product',
    value: 'medicaid',
    label: 'Medicaid managed care',
    regime: 'medicaid',
    confidence: 'high',
    verified: true,
  },
  { fact: 'product', value: 'tricare', label: 'TRICARE', regime: 'tricare', confidence: 'high', verified: true },
  { fact: 'product', value: 'va', label: 'Veterans Affairs', regime: 'va', confidence: 'high', verified: true },
  {
    fact: 'funding',
    value: 'self-funded',
    label: 'the employer pays the claims',
    regime: 'erisa',
    confidence: 'likely',
    verified: false,
  },
];
