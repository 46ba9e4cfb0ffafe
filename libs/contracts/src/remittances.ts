import { z } from 'zod';
import { cents, exactly, id, instant, isoDate, listOf, pageOf, pageQuery } from './shapes.ts';

export const remittanceCounts = z.object({
  interchanges: z.int(),
  transactions: z.int(),
  claims: z.int(),
  lines: z.int(),
  adjustments: z.int(),
  denials: z.int(),
  /** Claims that were here before, by the denial key or a re-adjudication of an open denial. */
  duplicates: z.int(),
});
export const remittanceTotals = z.object({ charged: cents, paid: cents, patientResponsibility: cents });
/** Something odd that could be placed. */
export const warningView = z.object({ position: z.int().nullable(), code: z.string(), what: z.string() });
/** Something that could not be placed: kept as it came. */
export const refusedView = z.object({ position: z.int(), what: z.string(), remedy: z.string() });

export const remittanceView = z.object({
  id,
  state: z.enum(['received', 'reading', 'imported', 'failed']),
  failure: z.string().nullable(),
  fileName: z.string(),
  sizeBytes: z.int(),
  bytesRead: z.int(),
  claimsRead: z.int(),
  clientId: id.nullable(),
  receivedAt: instant,
  finishedAt: instant.nullable(),
  receivedBy: z.string().nullable(),
  counts: remittanceCounts,
  totals: remittanceTotals,
  warnings: z.array(warningView),
  refused: z.array(refusedView),
  /** True when these bytes had been imported before. */
  alreadyImported: z.boolean().optional(),
});
export type RemittanceView = z.infer<typeof remittanceView>;
export const remittancePage = pageOf(
  remittanceView.omit({ warnings: true, refused: true }).extend({ warningCount: z.int(), refusedCount: z.int() }),
);
export type RemittancePage = z.infer<typeof remittancePage>;
/** 202 of an upload: one entry a file; with one file, `id` and `state` stand at the top too. */
export const acceptedImports = z.object({
  id: id.optional(),
  state: z.string().optional(),
  items: z.array(z.object({ id, state: z.string(), fileName: z.string(), alreadyImported: z.boolean() })),
});
export type AcceptedImports = z.infer<typeof acceptedImports>;
export const remittanceQuery = pageQuery;

export const adjustmentView = z.object({
  group: z.string(),
  carc: z.string(),
  label: z.string(),
  amount: cents,
  quantity: z.number().nullable(),
});
export const remarkView = z.object({ code: z.string(), label: z.string() });
export const claimLineView = z.object({
  ordinal: z.int(),
  procedure: z.string().nullable(),
  modifiers: z.array(z.string()),
  replacedProcedure: z.string().nullable(),
  revenueCode: z.string().nullable(),
  charged: cents,
  paid: cents,
  units: z.number(),
  serviceFrom: isoDate.nullable(),
  serviceTo: isoDate.nullable(),
  remarks: z.array(remarkView),
  adjustments: z.array(adjustmentView),
  class: z.string().nullable(),
});
export type ClaimLineView = z.infer<typeof claimLineView>;
/** A claim as read. Patient data stays out: initials and the last four of the member id only. */
export const claimView = z.object({
  id,
  position: z.int().nullable(),
  claimNumber: z.string(),
  payerClaimNumber: z.string().nullable(),
  payerName: z.string(),
  patient: z.string(),
  member: z.string(),
  claimStatus: z.string(),
  filingIndicator: z.string().nullable(),
  charged: cents,
  paid: cents,
  patientResponsibility: cents,
  serviceFrom: isoDate.nullable(),
  serviceTo: isoDate.nullable(),
  noticeOn: isoDate.nullable(),
  class: z.string(),
  balanced: z.boolean(),
  balance: cents,
  lines: z.array(claimLineView),
  adjustments: z.array(adjustmentView),
  remarks: z.array(remarkView),
  denialId: id.nullable(),
});
export type ClaimView = z.infer<typeof claimView>;
export const claimPage = pageOf(claimView);

/** What an 835 does not carry, by claim number, for every claim under it, read before or later. */
export const amendClaimBody = exactly({
  claimNumber: z.string().min(1).max(50),
  payerClaimNumber: z.string().max(50).optional(),
  clientId: id.optional(),
  diagnoses: z.array(z.string()).optional(),
  billingNpi: z.string().optional(),
  taxId: z.string().optional(),
  renderingNpi: z.string().optional(),
  renderingName: z.string().max(200).optional(),
  facilityNpi: z.string().optional(),
  facilityName: z.string().max(200).optional(),
  placeOfService: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
});
export type AmendClaimBody = z.infer<typeof amendClaimBody>;
/** `kept`: no claim has the number yet; the facts wait for it. */
export const amendedClaims = z.object({
  state: z.enum(['applied', 'kept']),
  sentence: z.string(),
  claimIds: z.array(id),
});
export type AmendedClaims = z.infer<typeof amendedClaims>;

/** A payer as received. */
export const payerView = z.object({ id, name: z.string() });
export const payerList = listOf(payerView);
export type PayerList = z.infer<typeof payerList>;
