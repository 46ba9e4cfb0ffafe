import { PATH_IDS, REGIME_IDS, REOPENINGS } from '@overturn/domain';
import type { ReopenAt } from '@overturn/domain';
import { CHANNELS, PLAN_TYPES } from '@overturn/domain/tasks/fields';
import { z } from 'zod';
import { oneOf } from './clock-columns.ts';
import { cents, exactly, id, instant, isoDate, listOf } from './shapes.ts';

const regime = z.enum(REGIME_IDS as [string, ...string[]]);
const planType = oneOf(PLAN_TYPES.map(({ value }) => value));
const channel = oneOf(CHANNELS.map(({ value }) => value));

export const openPatientBody = exactly({ reason: z.string().max(300).optional() });
export type OpenPatientBody = z.infer<typeof openPatientBody>;
export const patientView = z.object({
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  memberId: z.string().nullable(),
});
export type PatientView = z.infer<typeof patientView>;

/** A denial from a letter or a pre-service request, typed in; or `claimId` alone, to open a claim kept from a remittance. */
export const openDenialBody = exactly({
  claimId: id.optional(),
  source: z.enum(['letter', 'pre-service']).default('letter'),
  externalId: z.string().max(100).optional(),
  clientId: id.optional(),
  payerName: z.string().min(1).max(200).optional(),
  payerIdentifier: z.string().max(80).optional(),
  claimNumber: z.string().max(50).optional(),
  payerClaimNumber: z.string().max(50).optional(),
  patientFirstName: z.string().max(100).optional(),
  patientLastName: z.string().max(100).optional(),
  memberId: z.string().max(80).optional(),
  serviceFrom: isoDate.optional(),
  serviceTo: isoDate.optional(),
  amountCents: cents.nonnegative().optional(),
  codes: z.array(z.object({ group: z.string().regex(/^(CO|PR|OA|PI|CR)$/), carc: z.string().max(5) })).default([]),
  remarks: z.array(z.string().max(10)).default([]),
  procedures: z.array(z.string()).default([]),
  diagnoses: z.array(z.string()).default([]),
  billingName: z.string().max(200).optional(),
  billingNpi: z.string().optional(),
  taxId: z.string().optional(),
  renderingName: z.string().max(200).optional(),
  renderingNpi: z.string().optional(),
  facilityNpi: z.string().optional(),
  facilityName: z.string().max(200).optional(),
  placeOfService: z.string().optional(),
  noticeOn: isoDate.optional(),
  receivedOn: isoDate.optional(),
  howReceived: z.enum(['mail', 'fax', 'portal', 'email', 'phone']).optional(),
  printedDeadlineOn: isoDate.optional(),
  /** What the plan document prints: a clock of its own. */
  planDeadlineOn: isoDate.optional(),
  wording: z.string().max(10_000).optional(),
  regime: regime.optional(),
  planType: planType.optional(),
  filingIndicator: z.string().max(3).optional(),
});
export type OpenDenialBody = z.infer<typeof openDenialBody>;

export const responseBody = exactly({
  /** The sender's own id of this answer: the same id twice arrives once. */
  externalId: z.string().min(1).max(200).optional(),
  /** Which question it answers; absent: the one that is open. */
  regards: z.enum(['exception', 'appeal']).optional(),
  outcome: z.enum(['acknowledged', 'approved', 'partly', 'denied', 'more-information', 'lost']),
  answeredOn: isoDate.optional(),
  benefitLevel: z.string().max(60).optional(),
  reference: z.string().max(200).optional(),
  printedDeadlineOn: isoDate.optional(),
  wording: z.string().max(10_000).optional(),
  fileId: id.optional(),
});
export type ResponseBody = z.infer<typeof responseBody>;
export const responseView = z.object({
  id,
  outcome: z.string(),
  regards: z.string(),
  answeredOn: isoDate,
  repeated: z.boolean(),
});
export type ResponseView = z.infer<typeof responseView>;

export const commandBody = z.discriminatedUnion('kind', [
  exactly({ kind: z.literal('withdraw'), reason: z.string().min(3).max(1000) }),
  exactly({
    kind: z.literal('choose-path'),
    path: z.enum(PATH_IDS as [string, ...string[]]),
    reason: z.string().min(3).max(1000),
  }),
  /** Of a closed denial, both: a supervisor's decision, done at once. */
  exactly({
    kind: z.literal('reopen'),
    at: z.enum(REOPENINGS.map(({ at }) => at) as [ReopenAt, ...ReopenAt[]]),
    reason: z.string().min(3).max(1000),
  }),
  exactly({ kind: z.literal('leave-closed'), reason: z.string().min(3).max(1000) }),
  exactly({ kind: z.literal('file-now'), reason: z.string().max(1000).default('') }),
  exactly({
    kind: z.literal('change-fact'),
    facts: exactly({
      receivedOn: isoDate.nullable().optional(),
      noticeOn: isoDate.optional(),
      printedDeadlineOn: isoDate.nullable().optional(),
      planDeadlineOn: isoDate.nullable().optional(),
      regime: regime.optional(),
      planType: planType.optional(),
      standing: z.enum(['provider', 'member', 'both', 'unknown']).optional(),
      wording: z.string().max(10_000).optional(),
      appealChannel: channel.optional(),
      /** Later filing dates by the payer's rows as they are now are taken: a supervisor's decision. */
      payerDates: z.literal('as-now').optional(),
    }).refine((facts) => Object.values(facts).some((value) => value !== undefined), 'Name a fact to change.'),
  }),
]);
export type CommandBody = z.infer<typeof commandBody>;
export const commandView = z.object({
  id,
  kind: z.string(),
  state: z.enum(['queued', 'applied', 'refused']),
  reason: z.string().nullable(),
  createdAt: instant,
  decidedAt: instant.nullable(),
});
export type CommandView = z.infer<typeof commandView>;
export const commandList = listOf(commandView);
