import type { PayerRuleBody } from '@overturn/contracts';

/** By field, what only the day of today tells. */
export const dayFault = ({ verifiedOn }: PayerRuleBody, today: string): Record<string, string> =>
  verifiedOn > today ? { verifiedOn: 'This day is still to come. Give the day on which it was checked.' } : {};
