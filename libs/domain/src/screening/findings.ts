import type { IsoDate } from '../dates/iso-date.ts';
import { isDomainError } from '../errors.ts';
import { reckon } from '../clocks/evaluate.ts';
import { CLOCK_ROWS } from '../clocks/clock-rows.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import type { PathId } from '../denial/paths.ts';
import type { NetworkStatus, PlanType } from '../tasks/fields.ts';
import type { DenialClass } from '../triage/denial-classes.ts';
import type { Standard } from './adequacy-standards.ts';
import { type Alternative, type Reach, reachOf } from './alternatives.ts';
import type { ProofsHeld } from './proofs.ts';
import { branchesOf, type Protection, protectionOf, type ProtectionFacts } from './protection.ts';

export type ExceptionState = 'not-asked' | 'asked' | 'granted' | 'refused' | 'silent' | 'does-not-exist';

/** All that is known when the paths are screened. What is absent is not known, and is asked for. */
export interface ScreenFacts extends ProtectionFacts {
  class: DenialClass;
  /** A code of the claim speaks of a contracted rate, whatever class names the denial. */
  contractCode?: boolean | undefined;
  standing: 'provider' | 'member' | 'both' | 'unknown';
  /** False under a remark that leaves no appeal rights. */
  appealable?: boolean | undefined;
  planType?: PlanType | undefined;
  /** The answer to V2. */
  denialIs?: 'network' | 'referral' | undefined;
  /** The outcome of the verification, on the date of service. */
  networkOutcome?: string | undefined;
  networkStatus?: NetworkStatus | undefined;
  /** What is wrong on the claim; empty: it was checked and is right. */
  claimErrors?: readonly string[] | undefined;
  /** The record, matched on service, provider and date. */
  referral?: 'matches' | 'mismatch' | 'obtainable' | 'denied' | 'none' | undefined;
  directorySaid?: 'in-network' | 'out-of-network' | undefined;
  contractEnded?: boolean | undefined;
  contractEndNoticeOn?: IsoDate | undefined;
  serviceOn?: IsoDate | undefined;
  /** Which kind of continuing care; `none`: asked, and it is none. */
  continuingCare?: string | undefined;
  alternatives?: readonly Alternative[] | undefined;
  standard?: Standard | undefined;
  exception?: ExceptionState | undefined;
  /** Paths that were asked for and answered. */
  tried?: readonly PathId[] | undefined;
  rateAgreed?: boolean | undefined;
  paidLevel?: 'in-network' | 'out-of-network' | 'nothing' | undefined;
  paidCents?: number | undefined;
  /** Internal levels of appeal lost or passed, and how many the plan has. */
  appealsLost?: number | undefined;
  levels?: number | undefined;
  deemedExhausted?: boolean | undefined;
  /** Ids of clocks on which the payer is late. */
  payerLate?: readonly string[] | undefined;
  /** The safe date has come, or the appeal is drafted for it. */
  filingForces?: boolean | undefined;
  override?: { by: string; reason: string } | undefined;
  proofs?: ProofsHeld | undefined;
  payer?: string | undefined;
  product?: string | undefined;
  state?: string | undefined;
}

/** What conditions ask. Undefined: nobody knows yet. */
export interface Findings {
  denialIs: string | undefined;
  network: 'in' | 'out' | undefined;
  contractHint: boolean | undefined;
  claimWrong: boolean | undefined;
  referral: string | undefined;
  protection: 'protected' | 'not-protected' | undefined;
  directory: 'said-in' | 'said-out' | undefined;
  leftNetwork: boolean | undefined;
  continuingCare: boolean | undefined;
  withinContinuity: boolean | undefined;
  initialPayment: boolean;
  access: 'nobody' | 'somebody' | undefined;
  expertise: 'nobody' | 'somebody' | undefined;
  exception: ExceptionState;
  rateOpen: boolean | undefined;
  paidLevel: string;
  isPaid: boolean;
  needsException: boolean;
  filingForces: boolean;
  overridden: boolean;
  appealOpen: boolean;
  internalDone: boolean;
  payerLate: boolean;
}

/** What a class says by itself. `correct`: the claim is wrong, and says so. */
export interface ClassMeaning {
  /** Absent: it does not say. */
  denialIs?: 'network' | 'referral' | 'contract' | 'payment' | 'correction' | 'medical' | 'other';
  needsException: boolean;
}
const NETWORK: ClassMeaning = { denialIs: 'network', needsException: true };
const REFERRAL: ClassMeaning = { denialIs: 'referral', needsException: true };
const CORRECTION: ClassMeaning = { denialIs: 'correction', needsException: false };
const MEDICAL: ClassMeaning = { denialIs: 'medical', needsException: false };
const OTHER: ClassMeaning = { denialIs: 'other', needsException: true };
const UNCLEAR: ClassMeaning = { needsException: true };
const CLASS_MEANINGS: Partial<Record<DenialClass, ClassMeaning>> = {
  'out-of-network': NETWORK,
  'narrow-network': NETWORK,
  'contract-load': { denialIs: 'contract', needsException: true },
  'referral-or-authorization': REFERRAL,
  referral: REFERRAL,
  authorization: REFERRAL,
  'out-of-network-underpayment': { denialIs: 'payment', needsException: false },
  'correct-first': CORRECTION,
  duplicate: CORRECTION,
  'provider-setup': CORRECTION,
  medical: MEDICAL,
  emergency: MEDICAL,
  'to-classify': UNCLEAR,
  'needs-remark': UNCLEAR,
  other: UNCLEAR,
};

const OUTCOMES: Record<string, 'in' | 'out'> = {
  'in-network': 'in',
  'out-of-network': 'out',
  'other-tier': 'out',
  'directory-was-wrong': 'out',
};
const STATUSES: Partial<Record<NetworkStatus, 'in' | 'out'>> = { in: 'in', out: 'out', 'other-tier': 'out' };
const known = <T extends string>(value: T | 'unknown' | undefined): T | undefined =>
  value === 'unknown' ? undefined : value;

export interface Found {
  findings: Findings;
  protection: Protection;
  reach: Reach;
}

/** The facts as answers to the conditions' questions. */
export function findingsOf(facts: ScreenFacts, rows: readonly ClockRow[] = CLOCK_ROWS): Found {
  const meaning = CLASS_MEANINGS[facts.class] ?? OTHER;
  const protection = protectionOf(facts);
  const reach = reachOf(facts.alternatives ?? [], facts.standard);
  const isWrongByClass = meaning.denialIs === 'correction' || facts.appealable === false;
  const network = OUTCOMES[facts.networkOutcome ?? ''] ?? STATUSES[facts.networkStatus ?? 'unknown'];
  const initialPayment = branchesOf(facts.remarks).has('initial-payment');
  const paidLevel = facts.paidLevel ?? (meaning.denialIs === 'payment' ? 'out-of-network' : 'nothing');
  const levelsLost = facts.appealsLost ?? 0;
  const internalDone = facts.deemedExhausted === true || (levelsLost > 0 && levelsLost >= (facts.levels ?? 1));
  return {
    protection,
    reach,
    findings: {
      denialIs: facts.denialIs ?? (meaning.denialIs === 'contract' && network === 'out' ? 'network' : meaning.denialIs),
      network,
      contractHint: facts.contractCode || meaning.denialIs === 'contract' || (meaning.denialIs ? false : undefined),
      claimWrong: isWrongByClass ? true : facts.claimErrors && facts.claimErrors.length > 0,
      referral: facts.referral,
      protection: known(protection.protection),
      directory:
        facts.networkOutcome === 'directory-was-wrong' || facts.directorySaid === 'in-network'
          ? 'said-in'
          : facts.directorySaid && 'said-out',
      leftNetwork: facts.contractEnded ?? (facts.contractEndNoticeOn ? true : undefined),
      continuingCare: facts.continuingCare === undefined ? undefined : facts.continuingCare !== 'none',
      withinContinuity: withinContinuity(facts, rows),
      access: known(reach.access),
      expertise: known(reach.expertise),
      exception: facts.exception ?? 'not-asked',
      rateOpen: facts.rateAgreed === undefined ? undefined : !facts.rateAgreed,
      initialPayment,
      paidLevel,
      isPaid: paidLevel !== 'nothing' || initialPayment || (facts.paidCents ?? 0) > 0,
      needsException: meaning.needsException,
      filingForces: facts.filingForces ?? false,
      overridden: isReasoned(facts.override),
      appealOpen: facts.appealable !== false && !internalDone,
      internalDone,
      payerLate: (facts.payerLate?.length ?? 0) > 0,
    },
  };
}

/** An override without a name or a reason is none. */
export const isReasoned = (override: ScreenFacts['override']): boolean =>
  override !== undefined && override.by.trim() !== '' && override.reason.trim() !== '';

/** Whether the service lies in the period that the notice of a contract's end begins; counted by its clock. */
function withinContinuity(
  { contractEndNoticeOn, serviceOn }: ScreenFacts,
  rows: readonly ClockRow[],
): boolean | undefined {
  if (!contractEndNoticeOn || !serviceOn) return undefined;
  try {
    const { legalDue } = reckon('continuity.period', { contractEndNoticeOn }, { timeZone: 'UTC' }, rows);
    return contractEndNoticeOn <= serviceOn && serviceOn <= legalDue;
  } catch (error) {
    if (isDomainError(error) && error.code === 'CLOCK_NOT_IN_FORCE') return false;
    throw error;
  }
}
