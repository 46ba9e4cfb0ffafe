import type { Adjustment, Claim, ServiceLine } from './model.ts';

function sumOf(adjustments: readonly Adjustment[]): number {
  let cents = 0;
  for (let index = 0; index < adjustments.length; index++) cents += adjustments[index]!.cents;
  return cents;
}

/** Cents by which SVC02 differs from SVC03 + the line's CAS; 0 when it balances. */
export const lineDifference = (line: ServiceLine): number =>
  line.chargedCents - line.paidCents - sumOf(line.adjustments);

/** Cents by which CLP03 differs from CLP04 + every CAS of the claim and its lines; 0 when it balances. */
export function claimDifference(claim: Claim): number {
  let difference = claim.chargedCents - claim.paidCents - sumOf(claim.adjustments);
  for (const line of claim.lines) difference -= sumOf(line.adjustments);
  return difference;
}

/** All of the claim's money is accounted for, line by line: nothing of it is missing. */
export const isWhole = (claim: Claim): boolean =>
  claimDifference(claim) === 0 &&
  claim.lines.every((line) => lineDifference(line) === 0) &&
  (claim.lines.length === 0 || claim.chargedCents === claim.lines.reduce((sum, line) => sum + line.chargedCents, 0));
