import { CARC_TABLE, type CarcRow, carcRow } from '../triage/carc-table.ts';
import type { DenialClass } from '../triage/denial-classes.ts';

/** What speaks of a contracted rate, and gives a denial the date of the dispute under it. */
export const CONTRACT_CLASS: DenialClass = 'contract-load';

export interface HintFacts {
  class: DenialClass;
  /** Codes of the claim's adjustments: another class may name the denial. */
  carcs: readonly string[];
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
export const contractHint = (facts: HintFacts, rows?: readonly CarcRow[]): boolean =>
  VERIFIED[facts.networkOutcome ?? ''] ?? (facts.class === CONTRACT_CLASS || hasContractCode(facts.carcs, rows));

/** Whether a code speaks of a contracted rate, whatever the codes beside it say. */
export const hasContractCode = (carcs: readonly string[], rows: readonly CarcRow[] = CARC_TABLE): boolean =>
  carcs.some((carc) => carcRow(carc, rows).class === CONTRACT_CLASS);
