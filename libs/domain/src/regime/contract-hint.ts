import type { DenialClass } from '../triage/denial-classes.ts';

export interface HintFacts {
  class: DenialClass;
  /** The answer to verify-network; absent while nobody verified. */
  networkOutcome?: string | null | undefined;
}

/** What the network's verification says of a contract on the date of service; other answers say nothing. */
const VERIFIED: Readonly<Record<string, boolean>> = {
  'in-network': true,
  'other-tier': true,
  'out-of-network': false,
};

/**
 * Whether something says that a contract is in force: what was verified, else a code of contract load. Group CO alone
 * opens no second filing date: its contract is a guess, its days are assumed, and the network is verified first anyway.
 */
export const contractHint = ({ class: name, networkOutcome }: HintFacts): boolean =>
  VERIFIED[networkOutcome ?? ''] ?? name === 'contract-load';
