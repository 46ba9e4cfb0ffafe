import type { AdjustmentRecord, ClaimWarning } from '@overturn/data/intake/claim-record';
import type { UnjudgedClaim } from '@overturn/data/intake/judge-claim';
import { claimDifference, findKind, serviceDates } from '@overturn/x12';
import type { Adjustment, Claim, ServiceLine, Transaction } from '@overturn/x12';
import { patientOf, payeeOf, payerOf, placeOfServiceOf, renderingOf, short, shortOrNull } from './parties.ts';

/** A claim of an 835 as it is kept, before anybody said whose it is and what class it has. */
export type ReadClaim = Omit<UnjudgedClaim, 'clientId'>;

/** The typed claim of the reader as rows. Pure. */
export function claimRecord(claim: Claim, transaction: Transaction | null, warnings: ClaimWarning[]): ReadClaim {
  const payee = payeeOf(transaction);
  const patient = patientOf(claim);
  const rendering = renderingOf(claim);
  const service = serviceDates(claim);
  return {
    payer: payerOf(transaction),
    position: claim.at.segment,
    claimNumber: short(claim.patientControlNumber),
    payerClaimNumber: shortOrNull(claim.payerClaimNumber),
    priorPayerClaimNumber: shortOrNull(findKind(claim.references, 'F8')?.value),
    claimStatus: short(claim.status),
    filingIndicator: shortOrNull(claim.filingIndicator),
    frequency: shortOrNull(claim.frequency),
    chargedCents: claim.chargedCents,
    paidCents: claim.paidCents,
    patientResponsibilityCents: claim.patientResponsibilityCents,
    patientFirstName: patient.first,
    patientLastName: patient.last,
    memberId: patient.memberId,
    payeeNpi: payee.npi,
    payeeTaxId: payee.taxId,
    payeeName: payee.name,
    renderingNpi: rendering.npi,
    renderingName: rendering.name,
    facilityName: null,
    facilityNpi: null,
    placeOfService: placeOfServiceOf(claim),
    diagnoses: [],
    remarks: [...new Set([...(claim.inpatient?.remarks ?? []), ...(claim.outpatient?.remarks ?? [])])],
    serviceFrom: service?.from ?? null,
    serviceTo: service?.to ?? null,
    noticeOn: transaction?.notice.noticeOn ?? null,
    balanced: claimDifference(claim) === 0,
    warnings,
    details: detailsOf(claim, transaction),
    lines: claim.lines.map(lineRecord),
    adjustments: [
      ...claim.adjustments.map((adjustment) => adjustmentRecord(adjustment, null)),
      ...claim.lines.flatMap((line, index) =>
        line.adjustments.map((adjustment) => adjustmentRecord(adjustment, index + 1)),
      ),
    ],
  };
}

function lineRecord(line: ServiceLine, index: number): ReadClaim['lines'][number] {
  const { procedure, billedProcedure, dates } = line;
  const isRevenueCode = procedure.qualifier === 'NU';
  const on = (...kinds: string[]): string | null => dates.find(({ kind }) => kinds.includes(kind))?.on ?? null;
  return {
    ordinal: index + 1,
    qualifier: shortOrNull(procedure.qualifier),
    procedure: isRevenueCode ? null : shortOrNull(procedure.code),
    modifiers: procedure.modifiers.map(short),
    replacedProcedure: shortOrNull(billedProcedure?.code),
    revenueCode: shortOrNull(line.revenueCode ?? (isRevenueCode ? procedure.code : null)),
    chargedCents: line.chargedCents,
    paidCents: line.paidCents,
    units: line.units ?? 1, // SVC05: 1 where absent
    serviceFrom: on('472', '150'),
    serviceTo: on('472', '151') ?? on('150'),
    controlNumber: shortOrNull(findKind(line.references, '6R')?.value),
    remarks: line.remarks.filter(({ kind }) => kind === 'HE').map(({ code }) => code),
  };
}

const adjustmentRecord = (adjustment: Adjustment, lineOrdinal: number | null): AdjustmentRecord => ({
  lineOrdinal,
  group: short(adjustment.group),
  carc: short(adjustment.carc),
  amountCents: adjustment.cents,
  quantity: adjustment.quantity,
});

const detailsOf = (claim: Claim, transaction: Transaction | null): Record<string, unknown> => ({
  traceNumber: transaction?.payment.traceNumber ?? null,
  references: claim.references,
  dates: claim.dates,
  amounts: claim.amounts,
  quantities: claim.quantities,
  drg: claim.drg,
  facilityCode: claim.facilityCode,
  section: claim.section,
  inpatient: claim.inpatient?.values ?? [],
  outpatient: claim.outpatient?.values ?? [],
  lines: claim.lines.map(({ references, amounts, quantities, remarks }) => ({
    references,
    amounts,
    quantities,
    remarks,
  })),
});
