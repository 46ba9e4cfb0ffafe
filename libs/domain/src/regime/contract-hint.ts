import { type DenialClass, denialClassRow } from '../triage/denial-classes.ts';

export interface HintFacts {
  class: DenialClass;
  /** Whose appeal rights the groups point to. */
  standing: string;
  /** The answer to verify-network; absent while nobody verified. */
  networkOutcome?: string | null | undefined;
  /** Absent: open. */
  settledRegime?: string | undefined;
}

/** Answers of verify-network that say whether a contract was in force on the date of service. */
const VERIFIED: Readonly<Record<string, boolean>> = {
  'in-network': true,
  'other-tier': true,
  'out-of-network': false,
};

const isContractLoad = (facts: HintFacts): boolean => facts.class === 'contract-load';
/** Until the regime is settled the appeal's own date counts the contract's clock, so this alone opens no second one. */
const isProviders = ({ class: name, standing, settledRegime }: HintFacts): boolean =>
  denialClassRow(name).isNetwork === true && standing === 'provider' && settledRegime !== undefined;

/** Whether something says that a contract is in force. What was verified decides; codes only hint. */
export const contractHint = (facts: HintFacts): boolean =>
  VERIFIED[facts.networkOutcome ?? ''] ?? (isContractLoad(facts) || isProviders(facts));
