import { RARC_TABLE } from '../triage/rarc-table.ts';
import type { DenialClass } from '../triage/denial-classes.ts';
import type { PathId } from './paths.ts';

export interface PathFacts {
  class: DenialClass;
  remarks: readonly string[];
  /** The outcome of the network verification, once there is one. */
  networkOutcome?: string | undefined;
}
export interface SuggestedPath {
  path: PathId;
  /** One sentence each. */
  reasons: string[];
}

const BY_CLASS: Partial<Record<DenialClass, PathId>> = {
  'contract-load': 'correction',
  'referral-or-authorization': 'referral-or-authorization',
  referral: 'referral-or-authorization',
  authorization: 'referral-or-authorization',
  'out-of-network-underpayment': 'underpayment',
};
const BY_CLASS_SAYS: Partial<Record<PathId, string>> = {
  correction: 'The contracted rate is not on file: a strong hint that the provider is in network.',
  'referral-or-authorization': 'The payer names a referral or authorization, not the network.',
  underpayment: 'Paid, but at the out-of-network rate.',
};

/** The first path to propose, with its reasons; the full screening of every path is a later door behind this one name. */
export function suggestedPath({ class: denialClass, remarks, networkOutcome }: PathFacts): SuggestedPath {
  if (networkOutcome === 'directory-was-wrong')
    return { path: 'directory-misinformation', reasons: ['The directory or the plan said in network.'] };
  const surprises = RARC_TABLE.filter(({ rarc, startsNegotiation }) => startsNegotiation && remarks.includes(rarc));
  if (surprises.length > 0)
    return { path: 'no-surprises', reasons: surprises.map(({ rarc, label }) => `Remark ${rarc}: ${label}.`) };
  const path = BY_CLASS[denialClass];
  if (path) return { path, reasons: [BY_CLASS_SAYS[path]!] };
  const verified = networkOutcome === 'out-of-network' || networkOutcome === 'other-tier';
  return {
    path: 'access-gap',
    reasons: [
      verified ? 'Out of network on the date of service, as verified.' : 'Out of network, as the payer says.',
      'Ask for in-network benefits: nobody in the network may be in reach.',
    ],
  };
}
