import { randomUUID } from 'node:crypto';
import type { OpenDenialBody } from '@overturn/contracts';
import { DomainError, payerKey } from '@overturn/domain';
import type { RegimeId } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import type { SaidOfClaim, UnjudgedClaim } from '../intake/judge-claim.ts';
import type { DenialFacts, PayerAsReceived } from './open-facts.ts';

/** What was typed, as a claim. Amounts of single codes and lines are not on a letter: they stay 0 unless there is only one. */
export function typedClaim(body: OpenDenialBody, clientId: string, payer: PayerAsReceived): UnjudgedClaim {
  const amountCents = body.amountCents ?? 0;
  const only = (count: number): number => (count === 1 ? amountCents : 0);
  return {
    clientId,
    payer,
    position: null,
    claimNumber: body.claimNumber ?? '',
    payerClaimNumber: body.payerClaimNumber ?? null,
    priorPayerClaimNumber: null,
    claimStatus: '',
    filingIndicator: body.filingIndicator ?? null,
    frequency: null,
    chargedCents: amountCents,
    paidCents: 0,
    patientResponsibilityCents: 0,
    patientFirstName: body.patientFirstName ?? null,
    patientLastName: body.patientLastName ?? null,
    memberId: body.memberId ?? null,
    payeeNpi: body.billingNpi ?? null,
    payeeTaxId: body.taxId ?? null,
    payeeName: body.billingName ?? null,
    renderingNpi: body.renderingNpi ?? null,
    renderingName: body.renderingName ?? null,
    facilityName: body.facilityName ?? null,
    facilityNpi: body.facilityNpi ?? null,
    placeOfService: body.placeOfService ?? null,
    diagnoses: body.diagnoses,
    remarks: body.remarks,
    serviceFrom: body.serviceFrom ?? null,
    serviceTo: body.serviceTo ?? body.serviceFrom ?? null,
    noticeOn: body.noticeOn ?? null,
    balanced: true, // nothing to balance: a letter has no paid amount
    warnings: [],
    details: {},
    lines: body.procedures.map((procedure, index) => ({
      ...{ ordinal: index + 1, qualifier: 'HC', procedure, modifiers: [], replacedProcedure: null, revenueCode: null },
      ...{ chargedCents: only(body.procedures.length), paidCents: 0, units: 1, controlNumber: null, remarks: [] },
      serviceFrom: body.serviceFrom ?? null,
      serviceTo: body.serviceTo ?? body.serviceFrom ?? null,
    })),
    adjustments: body.codes.map(({ group, carc }) => ({
      ...{ lineOrdinal: null, group, carc, amountCents: only(body.codes.length), quantity: null },
    })),
  };
}

/**
 * The payer that was typed. A letter does not say of which kind its identifier is, so one that is known by that
 * identifier or name is taken as it is: the letter and the remittance of one claim then have one key.
 */
export async function typedPayer(tx: Tx, { payerIdentifier, payerName }: OpenDenialBody): Promise<PayerAsReceived> {
  const identifier = payerIdentifier?.trim();
  const name = payerName?.trim();
  if (!identifier && !name)
    throw new DomainError('BAD_INPUT', 'Name the payer that denied it.', { field: 'payerName' });
  const candidates = ['n104', 'ref2u', 'trn03'].map((kind) => payerKey({ [kind]: identifier }));
  const known = await tx.row<PayerAsReceived>(sql`
    select identifier, name from payer
    where organization_id = ${tx.organizationId}
      and (${identifier ?? null}::text is null and lower(name) = lower(${name ?? ''}) or identifier = any(${candidates}))
    order by array_position(${candidates}, identifier), created_at, id limit 1`);
  return known ?? { identifier: payerKey({ n104: identifier, name }), name: name ?? identifier! };
}

/** A pre-service request, or a letter that names no claim, goes by the sender's id, else by a new one. */
export const externalIdOf = ({ externalId, source, claimNumber, payerClaimNumber }: OpenDenialBody): string | null =>
  externalId ?? (source === 'pre-service' || !(claimNumber || payerClaimNumber) ? randomUUID() : null);

/** What only a person says; undefined leaves what the claim says. */
export function typedFacts(body: OpenDenialBody): Partial<DenialFacts> {
  return {
    ...(body.noticeOn && { noticeOn: body.noticeOn }),
    ...(body.planType && { planType: body.planType }),
    ...(body.regime && { regime: body.regime as RegimeId }),
    ...(body.filingIndicator && { filingIndicator: body.filingIndicator }),
    receivedOn: body.receivedOn ?? null,
    howReceived: body.howReceived ?? null,
    printedDeadlineOn: body.printedDeadlineOn ?? null,
    planDeadlineOn: body.planDeadlineOn ?? null,
    wording: body.wording ?? null,
  };
}

/** What a person says that bears on the class; undefined leaves what the claim says. */
export const saidOf = ({ wording, planType, regime, noticeOn }: OpenDenialBody): SaidOfClaim => ({
  ...(wording && { wording }),
  ...(planType && { planType }),
  ...(regime && { settledRegime: regime }),
  ...(noticeOn && { noticeOn }),
});
