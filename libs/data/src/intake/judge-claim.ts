import type { DenialClass } from '@overturn/domain';
import { classify } from '@overturn/domain/triage/classify';
import type { Triage, TriageTables } from '@overturn/domain/triage/classify';
import type { DenialFacts } from '../denials/open-facts.ts';
import { amountAtStake } from './amount-at-stake.ts';
import type { AdjustmentRecord, ClaimRecord, LineRecord } from './claim-record.ts';

/** A claim before it is judged. */
export type UnjudgedClaim = Omit<ClaimRecord, 'class' | 'lines'> & { lines: Omit<LineRecord, 'class'>[] };

/** What the triage says of a claim that opens a denial, and how much money is in question. */
export interface Opening {
  triage: Triage;
  amountCents: number;
}

/** Gives a claim and its lines their class; `opening` when it opens a denial by itself. Pure. */
export function judgeClaim(
  unjudged: UnjudgedClaim,
  tables?: TriageTables,
): { claim: ClaimRecord; opening: Opening | null } {
  const { claim, triage, amountCents } = judge(unjudged, tables);
  return { claim, opening: triage.opens ? { triage, amountCents } : null };
}

/** The same for a claim that a person opens: what its codes do not make a network denial is unsure, so it is reviewed first. */
export function judgeByHand(unjudged: UnjudgedClaim, tables?: TriageTables): { claim: ClaimRecord } & Opening {
  const { claim, triage, amountCents } = judge(unjudged, tables);
  if (triage.opens) return { claim, triage, amountCents };
  const reasons = ['Opened by hand: its codes do not make it a network denial.', ...triage.reasons];
  return { claim, triage: { ...triage, confidence: 'unsure', reasons }, amountCents };
}

function judge(claim: UnjudgedClaim, tables?: TriageTables): { claim: ClaimRecord } & Opening {
  const triage = triageOf(claim, tables);
  const lines = claim.lines.map((line) => ({ ...line, class: classOfLine(claim, line, tables) }));
  return { claim: { ...claim, class: triage.class, lines }, triage, amountCents: amountAtStake(claim, tables) };
}

function triageOf(claim: UnjudgedClaim, tables?: TriageTables): Triage {
  return classify(
    {
      adjustments: claim.adjustments.map(triaged),
      remarks: [
        ...claim.remarks.map((rarc) => ({ rarc })),
        ...claim.lines.flatMap(({ remarks, ordinal }) => remarks.map((rarc) => ({ rarc, line: ordinal }))),
      ],
      lineCount: claim.lines.length,
      paidCents: claim.paidCents,
      claimStatus: claim.claimStatus,
    },
    tables,
  );
}

/** A line's own class; null for one that says nothing of its own. */
function classOfLine(claim: UnjudgedClaim, line: Omit<LineRecord, 'class'>, tables?: TriageTables): DenialClass | null {
  const adjustments = claim.adjustments.filter(({ lineOrdinal }) => lineOrdinal === line.ordinal).map(triaged);
  if (adjustments.length === 0 && line.remarks.length === 0) return null;
  const remarks = line.remarks.map((rarc) => ({ rarc }));
  return classify({ adjustments, remarks, lineCount: 1, paidCents: line.paidCents }, tables).class;
}

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
  const { trigger } = triage;
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
    classReasons: [...triage.reasons, ...triage.questions],
    trigger: trigger.kind === 'line' ? `line ${trigger.line}` : trigger.kind,
    standing: triage.standing,
    remarks: allRemarks(claim),
    filingIndicator: claim.filingIndicator,
    planType: null,
    regime: null,
    noticeOn: claim.noticeOn,
    receivedOn: null,
    howReceived: null,
    printedDeadlineOn: null,
    wording: null,
    amountCents,
  };
}

/** Every remark of the claim and its lines, once each. */
export const allRemarks = (
  claim: Pick<ClaimRecord, 'remarks'> & { lines: readonly { remarks: readonly string[] }[] },
): string[] => [...new Set([...claim.remarks, ...claim.lines.flatMap(({ remarks }) => remarks)])];
