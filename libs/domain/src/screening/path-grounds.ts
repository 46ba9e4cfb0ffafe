import type { PathId } from '../denial/paths.ts';
import type { PlanType } from '../tasks/fields.ts';
import type { Confidence } from '../triage/carc-table.ts';
import type { ProofId } from './proofs.ts';
import type { Urgency } from './protection.ts';

/** One reason for which a path is open. */
export interface GroundRow {
  path: PathId;
  /** Ids of conditions: all must hold. */
  all: readonly string[];
  /** None of these may be known to hold. */
  unless?: readonly string[];
  /** How likely the facts allow it when they do and the proof is there. */
  likely: Confidence;
  /** Contested: never more than “may apply”. */
  contested?: true;
  verified: boolean;
}

/** In the order in which paths are tried: what the filing date forces, then a correction before an argument, an argument before an appeal. */
export const GROUNDS: readonly GroundRow[] = [
  { path: 'appeal', all: ['filing-forces', 'appeal-open'], likely: 'unsure', verified: true },
  { path: 'correction', all: ['in-network'], likely: 'high', verified: true },
  { path: 'correction', all: ['claim-wrong'], likely: 'high', verified: true },
  { path: 'correction', all: ['contract-hint'], unless: ['out-of-network'], likely: 'likely', verified: true },
  { path: 'referral-or-authorization', all: ['referral-denial', 'record-exists'], likely: 'high', verified: true },
  {
    path: 'referral-or-authorization',
    all: ['referral-denial', 'record-obtainable'],
    likely: 'likely',
    verified: true,
  },
  { path: 'no-surprises', all: ['protected'], unless: ['initial-payment'], likely: 'high', verified: true },
  { path: 'underpayment', all: ['protected', 'initial-payment'], likely: 'likely', verified: true },
  { path: 'directory-misinformation', all: ['directory-said-in'], likely: 'high', verified: true },
  {
    path: 'continuity-of-care',
    all: ['left-network', 'continuing-care', 'within-period'],
    likely: 'high',
    verified: true,
  },
  { path: 'single-case-agreement', all: ['gap-granted', 'rate-open'], likely: 'likely', verified: true },
  {
    path: 'access-gap',
    all: ['network-denial', 'out-of-network', 'nobody-in-reach', 'gap-open'],
    likely: 'likely',
    verified: true,
  },
  {
    path: 'expertise-gap',
    all: ['network-denial', 'out-of-network', 'nobody-can', 'gap-open'],
    likely: 'likely',
    verified: true,
  },
  {
    path: 'single-case-agreement',
    all: ['network-denial', 'out-of-network', 'nobody-in-reach', 'rate-open'],
    likely: 'unsure',
    verified: true,
  },
  {
    path: 'single-case-agreement',
    all: ['network-denial', 'out-of-network', 'nobody-can', 'rate-open'],
    likely: 'unsure',
    verified: true,
  },
  { path: 'underpayment', all: ['paid-out-of-network'], likely: 'likely', verified: true },
  { path: 'appeal', all: ['exception-refused', 'appeal-open'], likely: 'likely', verified: true },
  { path: 'appeal', all: ['exception-silent', 'appeal-open'], likely: 'likely', verified: true },
  { path: 'appeal', all: ['referral-denial', 'authorization-denied', 'appeal-open'], likely: 'likely', verified: true },
  { path: 'appeal', all: ['no-exception-exists', 'appeal-open'], likely: 'unsure', verified: true },
  { path: 'appeal', all: ['exception-beside-the-point', 'appeal-open'], likely: 'unsure', verified: true },
  { path: 'appeal', all: ['overridden', 'appeal-open'], likely: 'unsure', verified: true },
  { path: 'external-review', all: ['internal-done', 'medical-judgement'], likely: 'likely', verified: false },
  { path: 'external-review', all: ['internal-done'], likely: 'unsure', contested: true, verified: false },
  { path: 'regulator-complaint', all: ['payer-late'], likely: 'likely', verified: true },
];

/** What each path must show; `essential`: where it does not exist the path is closed. */
export interface PathProofRow {
  path: PathId;
  proof: ProofId;
  least?: number;
  essential?: true;
}
export const PATH_PROOFS: readonly PathProofRow[] = [
  { path: 'correction', proof: 'contract-proof' },
  { path: 'correction', proof: 'corrected-claim' },
  { path: 'referral-or-authorization', proof: 'referral-records', essential: true },
  { path: 'no-surprises', proof: 'facility-status' },
  { path: 'no-surprises', proof: 'place-of-service' },
  { path: 'no-surprises', proof: 'consent-form' },
  { path: 'directory-misinformation', proof: 'directory-proof', essential: true },
  { path: 'directory-misinformation', proof: 'directory-answer' },
  { path: 'continuity-of-care', proof: 'contract-end-notice', essential: true },
  { path: 'continuity-of-care', proof: 'treatment-plan' },
  { path: 'access-gap', proof: 'contacts', essential: true },
  { path: 'access-gap', proof: 'distances' },
  { path: 'access-gap', proof: 'wait-quotes', least: 2 },
  { path: 'access-gap', proof: 'directory-proof' },
  { path: 'expertise-gap', proof: 'medical-necessity-letter', essential: true },
  { path: 'expertise-gap', proof: 'training-comparison' },
  { path: 'expertise-gap', proof: 'refusals' },
  { path: 'single-case-agreement', proof: 'rate-terms' },
  { path: 'single-case-agreement', proof: 'signed-agreement' },
  { path: 'underpayment', proof: 'remittance' },
  { path: 'appeal', proof: 'denial-notice' },
  { path: 'external-review', proof: 'final-denial' },
  { path: 'regulator-complaint', proof: 'clock-record' },
];

/** What a plan type leaves open, and what it argues about. */
export interface PlanLimitRow {
  planTypes: readonly PlanType[];
  unless: readonly Urgency[];
  open: readonly PathId[];
  /** Open too where the No Surprises Act protects the service. */
  openWhenProtected: readonly PathId[];
  says: string;
}
/** HMO and EPO cover out of network only for emergency and urgent care; what follows a refusal stays open. */
export const PLAN_LIMITS: readonly PlanLimitRow[] = [
  {
    planTypes: ['hmo', 'epo'],
    unless: ['emergency', 'urgent'],
    open: [
      ...(['correction', 'referral-or-authorization', 'no-surprises', 'continuity-of-care'] as const),
      ...(['access-gap', 'expertise-gap', 'single-case-agreement'] as const),
      ...(['appeal', 'external-review', 'regulator-complaint', 'no-ground'] as const),
    ],
    openWhenProtected: ['underpayment'],
    says: 'The plan covers out of network only for emergency and urgent care.',
  },
];
export const PLAN_ARGUES: Partial<Record<PlanType, 'coverage' | 'benefit-level'>> = {
  hmo: 'coverage',
  epo: 'coverage',
  ppo: 'benefit-level',
  pos: 'benefit-level',
};
