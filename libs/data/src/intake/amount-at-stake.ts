import { denialClassRow } from '@overturn/domain';
import { CARC_TABLE, carcRow } from '@overturn/domain/triage/carc-table';
import type { TriageTables } from '@overturn/domain/triage/classify';
import type { AdjustmentRecord } from './claim-record.ts';

/** Deductible, coinsurance, copayment: the patient's share also of a claim that nobody disputes. */
const COST_SHARE = ['1', '2', '3'];

/**
 * Cents that a denial is about: what the denying adjustments took away. Where only a remark opens it, also on a paid
 * claim: what was charged and neither paid nor laid on the patient as cost share. Never below 0.
 */
export function amountAtStake(
  claim: { chargedCents: number; paidCents: number; adjustments: readonly AdjustmentRecord[] },
  tables?: TriageTables,
): number {
  const carcs = tables?.carcs ?? CARC_TABLE;
  const denying = claim.adjustments.filter(({ carc }) => denialClassRow(carcRow(carc, carcs).class).opens);
  const denied = sumOf(denying);
  if (denied > 0) return denied;
  const share = sumOf(claim.adjustments.filter(({ group, carc }) => group === 'PR' && COST_SHARE.includes(carc)));
  return Math.max(0, claim.chargedCents - claim.paidCents - share);
}

const sumOf = (adjustments: readonly AdjustmentRecord[]): number =>
  adjustments.reduce((cents, { amountCents }) => cents + amountCents, 0);
