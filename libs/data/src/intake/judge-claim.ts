import type { DenialClass } from '@overturn/domain';
import type { TriageRules } from '@overturn/domain/triage/own-rows';
import { readCodes } from '@overturn/domain/triage/read-codes';
import type { CodesRead } from '@overturn/domain/triage/read-codes';
import { triageDenial } from '@overturn/domain/triage/triage-denial';
import type { TriageFacts, TriageVerdict } from '@overturn/domain/triage/triage-denial';
import type { DenialFacts } from '../denials/open-facts.ts';
import { amountAtStake } from './amount-at-stake.ts';
import type { AdjustmentRecord, ClaimRecord, LineRecord } from './claim-record.ts';

/** A claim before it is judged. */
export type UnjudgedClaim = Omit<ClaimRecord, 'class' | 'opens' | 'lines'> & { lines: Omit<LineRecord, 'class'>[] };

/** What the triage says of a claim that opens a denial, and how much money is in question. */
export interface Opening {
  triage: TriageVerdict;
  amountCents: number;
}

/** What a person says of a claim beside its codes. */
export type SaidOfClaim = Pick<TriageFacts, 'wording' | 'planType' | 'settledRegime' | 'noticeOn'>;

/** Gives a claim and its lines their class; `opening` when it opens a denial by itself: only then is it triaged. Pure. */
export function judgeClaim(
  unjudged: UnjudgedClaim,
  rules?: TriageRules,
): { claim: ClaimRecord; opening: Opening | null } {
  const facts = triageFactsOfClaim(unjudged);
  const codes = readCodes(facts, rules);
  const claim = classed(unjudged, codes, rules);
  if (!codes.opens) return { claim, opening: null };
  return {
    claim,
    opening: { triage: triageDenial(facts, rules, codes), amountCents: amountAtStake(unjudged, codes.opening) },
  };
}

/** The same for a claim that a person opens: what neither codes nor wording make a network denial is unsure, so it is reviewed first. */
export function judgeByHand(
  unjudged: UnjudgedClaim,
  said: SaidOfClaim,
  rules?: TriageRules,
): { claim: ClaimRecord } & Opening {
  const facts: TriageFacts = { ...triageFactsOfClaim(unjudged), ...said, isDenial: true };
  const codes = readCodes(facts, rules);
  const triage = triageDenial(facts, rules, codes);
  const judged = { claim: classed(unjudged, codes, rules), amountCents: amountAtStake(unjudged, codes.opening) };
  if (codes.opens) return { ...judged, triage };
  return { ...judged, triage: { ...triage, confidence: 'unsure', reasons: [BY_HAND, ...triage.reasons] } };
}

const BY_HAND = { sentence: 'Opened by hand: its codes do not make it a network denial.', fact: 'opened by hand' };

function classed(claim: UnjudgedClaim, codes: CodesRead, rules?: TriageRules): ClaimRecord {
  return {
    ...claim,
    class: codes.class,
    opens: codes.opens,
    lines: claim.lines.map((line) => ({ ...line, class: classOfLine(claim, line, rules) })),
  };
}

/** A line's own class; null for one that says nothing of its own. */
function classOfLine(claim: UnjudgedClaim, line: Omit<LineRecord, 'class'>, rules?: TriageRules): DenialClass | null {
  const adjustments = claim.adjustments.filter(({ lineOrdinal }) => lineOrdinal === line.ordinal).map(triaged);
  if (adjustments.length === 0 && line.remarks.length === 0) return null;
  const remarks = line.remarks.map((rarc) => ({ rarc }));
  return readCodes({ adjustments, remarks, lineCount: 1, paidCents: line.paidCents, ...placeOf(claim) }, rules).class;
}

const triageFactsOfClaim = (claim: UnjudgedClaim): TriageFacts => ({
  adjustments: claim.adjustments.map(triaged),
  remarks: [
    ...claim.remarks.map((rarc) => ({ rarc })),
    ...claim.lines.flatMap(({ remarks, ordinal }) => remarks.map((rarc) => ({ rarc, line: ordinal }))),
  ],
  lineCount: claim.lines.length,
  paidCents: claim.paidCents,
  claimStatus: claim.claimStatus,
  noticeOn: claim.noticeOn ?? undefined,
  ...placeOf(claim),
});

const placeOf = ({ filingIndicator, placeOfService }: UnjudgedClaim): Partial<TriageFacts> => ({
  filingIndicator: filingIndicator ?? undefined,
  placeOfService: placeOfService ?? undefined,
});

const triaged = ({ group, carc, amountCents, lineOrdinal }: AdjustmentRecord) => ({
  group,
  carc,
  amountCents,
  ...(lineOrdinal !== null && { line: lineOrdinal }),
});

/** The facts that a denial opens with, from its claim. */
export function factsOf(
  claim: ClaimRecord,
  claimId: string,
  { triage, amountCents }: Opening,
): Omit<DenialFacts, 'suspicion' | 'sameKeyBefore' | 'openedBy'> {
  const { trigger } = triage.trigger;
  return {
    source: 'remittance',
    externalId: null,
    clientId: claim.clientId,
    claimId,
    payer: claim.payer,
    claimNumber: claim.claimNumber,
    payerClaimNumber: claim.payerClaimNumber,
    serviceFrom: claim.serviceFrom,
    serviceTo: claim.serviceTo,
    class: triage.class,
    classConfidence: triage.confidence,
    classReasons: triage.reasons.map(({ sentence }) => sentence),
    trigger: trigger.kind === 'line' ? `line ${trigger.line}` : trigger.kind,
    standing: triage.standing,
    remarks: allRemarks(claim),
    carcs: [...new Set(claim.adjustments.map(({ carc }) => carc))].sort(),
    filingIndicator: claim.filingIndicator,
    planType: null,
    regime: null,
    noticeOn: claim.noticeOn,
    receivedOn: null,
    howReceived: null,
    printedDeadlineOn: null,
    planDeadlineOn: null,
    wording: null,
    amountCents,
  };
}

/** Every remark of the claim and its lines, once each. */
export const allRemarks = (
  claim: Pick<ClaimRecord, 'remarks'> & { lines: readonly { remarks: readonly string[] }[] },
): string[] => [...new Set([...claim.remarks, ...claim.lines.flatMap(({ remarks }) => remarks)])];
