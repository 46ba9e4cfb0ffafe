import { DENIAL_CLASS_IDS, PATH_IDS, REGIME_IDS, STAGE_IDS } from '@overturn/domain';
import { ANCHOR_EVENTS } from '@overturn/domain/clocks/clock-row';
import { z } from 'zod';
import { adjustmentView, claimLineView, remarkView } from './remittances.ts';
import { screeningFactView } from './screening-facts.ts';
import { actorView, cents, exactly, id, instant, isoDate, listOf, pageOf, pageQuery } from './shapes.ts';
import { taskView } from './tasks.ts';

const stage = z.enum(STAGE_IDS as [string, ...string[]]);
const regime = z.enum(REGIME_IDS as [string, ...string[]]);

/** A row of the list: no more of the patient than initials and last four. */
export const denialRow = z.object({
  id,
  stage,
  class: z.string(),
  path: z.string().nullable(),
  payerId: id,
  payerName: z.string(),
  clientId: id,
  clientName: z.string(),
  claimNumberTail: z.string(),
  patientInitials: z.string(),
  serviceFrom: isoDate.nullable(),
  procedure: z.string().nullable(),
  amountCents: cents,
  safeDueOn: isoDate.nullable(),
  legalDueOn: isoDate.nullable(),
  assumed: z.boolean(),
  filingState: z.string(),
  owner: z.object({ id, name: z.string() }).nullable(),
  outcome: z.string().nullable(),
  openedAt: instant,
});
export type DenialRow = z.infer<typeof denialRow>;
export const denialPage = pageOf(denialRow).extend({ total: z.int() });
export type DenialPage = z.infer<typeof denialPage>;
export const denialQuery = pageQuery.extend({
  stage: stage.optional(),
  class: z.enum(DENIAL_CLASS_IDS as [string, ...string[]]).optional(),
  payer: id.optional(),
  client: id.optional(),
  /** A person's id, `me` or `none`. */
  assignee: z.union([id, z.enum(['me', 'none'])]).optional(),
  dueBefore: isoDate.optional(),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  sort: z.enum(['due', 'amount', 'opened']).default('due'),
});
export type DenialQuery = z.infer<typeof denialQuery>;

/** One step of a date's arithmetic, as a sentence with its input and output. */
export const traceStep = z.object({
  sentence: z.string(),
  input: z.string().optional(),
  output: z.string().optional(),
  /** The event from which the row counts, on the day that is the input; of the first step. */
  event: z.enum(ANCHOR_EVENTS).optional(),
});
export const deadlineView = z.object({
  denialId: id.optional(),
  purpose: z.string(),
  clockId: z.string(),
  label: z.string(),
  owedBy: z.string(),
  legalDueOn: isoDate.nullable(),
  safeDueOn: isoDate.nullable(),
  chaseOn: isoDate.nullable(),
  lateOn: isoDate.nullable(),
  assumed: z.boolean(),
  verified: z.boolean(),
  citation: z.string(),
  trace: z.array(traceStep),
  lost: z.array(
    z.object({
      clockId: z.string(),
      safeDueOn: isoDate.nullable(),
      legalDueOn: isoDate.nullable(),
      why: z.string().optional(),
      /** Later, and it counts once a person takes it. */
      heldBy: z.enum(['rule', 'payer-row']).optional(),
    }),
  ),
  state: z.string(),
});
export type DeadlineView = z.infer<typeof deadlineView>;

export const evidenceView = z.object({
  id,
  slot: z.string(),
  doesNotExist: z.boolean(),
  note: z.string().nullable(),
  capturedOn: isoDate.nullable(),
  file: z.object({ id, name: z.string(), mediaType: z.string(), sizeBytes: z.int() }).nullable(),
  createdAt: instant,
  createdBy: z.string().nullable(),
});
export const documentView = z.object({
  id,
  kind: z.string(),
  level: z.int().nullable(),
  title: z.string(),
  state: z.enum(['draft', 'approved', 'rendered', 'sent', 'withdrawn']),
  body: z.string(),
  templateId: z.string(),
  version: z.int(),
  /** The version, while an approval stands: until it is taken back the letter cannot be changed. */
  approvedVersion: z.int().nullable(),
  exhibits: z.array(z.object({ label: z.string(), fileId: id.nullable(), name: z.string().nullable() })),
  fileId: id.nullable(),
  updatedAt: instant,
});
export type DocumentView = z.infer<typeof documentView>;
export const editDocumentBody = exactly({
  body: z.string().min(1).max(100_000),
  title: z.string().min(1).max(300).optional(),
});
export type EditDocumentBody = z.infer<typeof editDocumentBody>;
export const packetView = z.object({
  id,
  documentId: id,
  channel: z.string(),
  state: z.string(),
  sentOn: isoDate,
  deliveredOn: isoDate.nullable(),
  proofReference: z.string().nullable(),
  proofFileId: id.nullable(),
});
export const appealView = z.object({
  level: z.int(),
  reason: z.string(),
  state: z.string(),
  documentId: id.nullable(),
  sentOn: isoDate.nullable(),
});
/** Something nobody knows yet, and who can answer it. */
export const openQuestionView = z.object({
  question: z.string(),
  askedOf: z.enum(['payer', 'provider', 'us']),
  /** The screening facts that answer it; empty: it is answered elsewhere. */
  facts: z.array(z.string()),
});
export type OpenQuestionView = z.infer<typeof openQuestionView>;
/** One path by what the facts say of it today; exactly one is suggested. */
export const pathView = z.object({
  id: z.enum(PATH_IDS as [string, ...string[]]),
  label: z.string(),
  chosen: z.boolean(),
  suggested: z.boolean(),
  verdict: z.enum(['applies', 'may-apply', 'does-not']),
  /** In words: very likely, likely, uncertain, not to be expected. */
  likelihood: z.string(),
  reasons: z.array(z.string()),
  /** What it must show, and how much of that is there. */
  evidence: z.array(
    z.object({
      proof: z.string(),
      label: z.string(),
      needed: z.int(),
      have: z.int(),
      state: z.enum(['held', 'lacking', 'does-not-exist']),
      /** Where it does not exist the path is closed. */
      isEssential: z.boolean(),
    }),
  ),
  whoMayAsk: z.object({ askers: z.array(z.string()), needsForm: z.boolean(), sentence: z.string() }),
  /** What would settle whether it applies; empty once that is settled. */
  questions: z.array(openQuestionView),
  /** Why it may not be taken now without a supervisor; null when it may. */
  whyNot: z.string().nullable(),
  /** False when it rests on a row that nobody has confirmed. */
  verified: z.boolean(),
});
export type PathView = z.infer<typeof pathView>;
const scoredView = z.object({ id: z.string(), sentence: z.string(), points: z.int() });
/** How well it may be recovered, 0 to 100: for the order of work, no probability. */
export const recoverabilityView = z.object({
  score: z.int(),
  /** What counted, from the base of so many points. */
  base: z.int(),
  rows: z.array(scoredView),
  /** What would raise it, the most first. */
  raises: z.array(scoredView),
});
export type RecoverabilityView = z.infer<typeof recoverabilityView>;

/** One denial, whole. The patient's name and member id are masked until opened (`POST /api/denials/:id/patient`). */
export const denialView = denialRow.extend({
  source: z.string(),
  claimId: id.nullable(),
  claimNumber: z.string().nullable(),
  payerClaimNumber: z.string().nullable(),
  memberTail: z.string(),
  facts: z.object({
    noticeOn: isoDate.nullable(),
    receivedOn: isoDate.nullable(),
    howReceived: z.string().nullable(),
    printedDeadlineOn: isoDate.nullable(),
    planDeadlineOn: isoDate.nullable(),
    wording: z.string().nullable(),
    regime,
    regimeSettled: z.boolean(),
    likelyRegime: regime.nullable(),
    likelyRegimeReasons: z.array(z.string()),
    planType: z.string().nullable(),
    state: z.string().nullable(),
    standing: z.string(),
    diagnoses: z.array(z.string()),
    billingNpi: z.string().nullable(),
    taxId: z.string().nullable(),
    renderingNpi: z.string().nullable(),
    renderingName: z.string().nullable(),
    facilityNpi: z.string().nullable(),
    facilityName: z.string().nullable(),
    placeOfService: z.string().nullable(),
    benefitLevelRequested: z.string().nullable(),
    benefitLevelGranted: z.string().nullable(),
    networkStatus: z.record(z.string(), z.unknown()),
    missedBeforeIntake: z.boolean(),
  }),
  triage: z.object({
    class: z.string(),
    label: z.string(),
    confidence: z.string(),
    trigger: z.string().nullable(),
    reasons: z.array(z.string()),
    suspicion: z.string().nullable(),
    /** What is still open about the denial itself. */
    questions: z.array(openQuestionView.extend({ id: z.string() })),
  }),
  paths: z.array(pathView),
  /** What persons found out, each fact by its latest answer (`POST /api/denials/:id/screening-facts`). */
  screeningFacts: z.array(screeningFactView),
  recoverability: recoverabilityView,
  lines: z.array(claimLineView),
  /** Of the claim as a whole, beside those of its lines. */
  adjustments: z.array(adjustmentView),
  remarks: z.array(remarkView),
  deadlines: z.array(deadlineView),
  /** The stages entered so far, in order, each as often as it was. */
  entered: z.array(stage),
  tasks: z.array(taskView),
  evidence: z.array(evidenceView),
  documents: z.array(documentView),
  packets: z.array(packetView),
  appeals: z.array(appealView),
  /** What came after the close and waits for a supervisor's decision, the oldest first. */
  lateArrivals: z.array(
    z.object({ kind: z.enum(['remittance', 'response', 'message']), sentence: z.string(), arrivedAt: instant }),
  ),
  /** What the completeness gate would say today; empty: a packet may go out. */
  lacks: z.array(z.string()),
  version: z.int(),
});
export type DenialView = z.infer<typeof denialView>;

export const timelineEntryView = z.object({
  id,
  at: instant,
  actor: actorView,
  code: z.string(),
  sentence: z.string(),
  citation: z.string().nullable(),
});
export type TimelineEntryView = z.infer<typeof timelineEntryView>;
export const timelinePage = pageOf(timelineEntryView);

export const searchBody = exactly({
  query: z.string().trim().min(2).max(200),
  limit: z.int().min(1).max(50).default(20),
});
export type SearchBody = z.infer<typeof searchBody>;
export const searchView = listOf(denialRow.extend({ matched: z.string() }));
export type SearchView = z.infer<typeof searchView>;

export const deadlineQuery = exactly({
  from: isoDate.optional(),
  to: isoDate.optional(),
  owner: z.union([id, z.enum(['me', 'none'])]).optional(),
  payer: id.optional(),
});
export type DeadlineQuery = z.infer<typeof deadlineQuery>;
export const deadlineList = z.object({
  items: z.array(
    deadlineView.extend({
      denialId: id,
      payerName: z.string(),
      claimNumberTail: z.string(),
      owner: z.string().nullable(),
      amountCents: cents,
      stage: z.string(),
    }),
  ),
});
export type DeadlineList = z.infer<typeof deadlineList>;
