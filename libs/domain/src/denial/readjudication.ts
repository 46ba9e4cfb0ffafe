import type { IsoDate } from '../dates/iso-date.ts';

/** What is compared between a denial's claim and one that came later. */
export interface ClaimIdentity {
  /** CLP01. */
  claimNumber: string;
  /** CLP07. */
  payerClaimNumber?: string | undefined;
  memberId?: string | undefined;
  serviceFrom?: IsoDate | undefined;
  serviceTo?: IsoDate | undefined;
  chargedCents: number;
}
export interface LaterClaim extends ClaimIdentity {
  /** REF F8: the number of the claim it replaces. */
  originalClaimNumber?: string | undefined;
  /** CLP09. */
  frequency?: string | undefined;
  /** CLP02. */
  claimStatus?: string | undefined;
}

/** Whether a later claim is this denial's own, adjudicated again: it attaches to the open denial. */
export function isReadjudication(denied: ClaimIdentity, later: LaterClaim): boolean {
  const replaces =
    (later.originalClaimNumber !== undefined && later.originalClaimNumber === denied.payerClaimNumber) ||
    later.frequency === '7' ||
    later.frequency === '8' ||
    later.claimStatus === '22';
  return (
    replaces &&
    later.claimNumber === denied.claimNumber &&
    later.memberId !== undefined &&
    later.memberId === denied.memberId
  );
}

/** Whether it only looks like the same claim: it opens a denial of its own, with `review-intake`. */
export function isSuspectedDuplicate(denied: ClaimIdentity, later: LaterClaim): boolean {
  return (
    !isReadjudication(denied, later) &&
    later.payerClaimNumber !== denied.payerClaimNumber &&
    later.claimNumber === denied.claimNumber &&
    later.memberId === denied.memberId &&
    later.serviceFrom === denied.serviceFrom &&
    later.serviceTo === denied.serviceTo &&
    later.chargedCents === denied.chargedCents
  );
}
