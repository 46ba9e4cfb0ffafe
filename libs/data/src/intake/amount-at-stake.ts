import type { Sign } from '@overturn/domain/triage/signs';
import type { AdjustmentRecord } from './claim-record.ts';

/** Deductible, coinsurance, copayment: the patient's share also of a claim that nobody disputes. */
const COST_SHARE = ['1', '2', '3'];

/**
 * Cents that a denial is about: what the denying adjustments took away. Where only a remark opens it, also on a paid
 * claim: what was charged and neither paid nor laid on the patient as cost share. Never below 0.
 * @param opening what opens it
 */
export function amountAtStake(
  claim: { chargedCents: number; paidCents: number; adjustments: readonly AdjustmentRecord[] },
  opening: readonly Sign[],
): number {
  const denied = opening.reduce((sum, { cents }) => sum + cents, 0);
  if (denied > 0) return denied;
  const share = claim.adjustments
    .filter(({ group, carc }) => group === 'PR' && COST_SHARE.includes(carc))
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  return Math.max(0, claim.chargedCents - claim.paidCents - share);
}
