/** What a path must show. */
const PROOF_TABLE = [
  { proof: 'contract-proof', label: 'contract or directory proof for the date of service' },
  { proof: 'corrected-claim', label: 'corrected claim (frequency 7, REF F8)' },
  { proof: 'directory-proof', label: 'dated capture of the directory' },
  { proof: 'directory-answer', label: 'the plan’s answer about the network' },
  { proof: 'referral-records', label: 'referral or authorization record, matched on service, provider and date' },
  { proof: 'network-communications', label: 'communications about network options' },
  { proof: 'facility-status', label: 'the facility’s status on the date' },
  { proof: 'place-of-service', label: 'place of service' },
  { proof: 'consent-form', label: 'consent form, or that there is none' },
  { proof: 'contract-end-notice', label: 'notice of the contract’s end' },
  { proof: 'treatment-plan', label: 'treatment plan' },
  { proof: 'contacts', label: 'in-network providers contacted' },
  { proof: 'distances', label: 'distances' },
  { proof: 'wait-quotes', label: 'wait-time quotes' },
  { proof: 'medical-necessity-letter', label: 'letter of medical necessity' },
  { proof: 'training-comparison', label: 'comparison of training or volume' },
  { proof: 'refusals', label: 'refusals (“cannot do this procedure”)' },
  { proof: 'rate-terms', label: 'rate, procedures, units, dates and Tax ID' },
  { proof: 'signed-agreement', label: 'signed agreement' },
  { proof: 'remittance', label: 'remittance with what was paid' },
  { proof: 'denial-notice', label: 'the denial in its own words' },
  { proof: 'final-denial', label: 'final denial' },
  { proof: 'clock-record', label: 'record of the date that the payer missed' },
  { proof: 'authorization-number', label: 'prior-authorization number' },
  { proof: 'representative-form', label: 'representative form' },
] as const;

export type ProofId = (typeof PROOF_TABLE)[number]['proof'];
export interface ProofRow {
  proof: ProofId;
  label: string;
}
export const PROOFS: readonly ProofRow[] = PROOF_TABLE;

/** How much of a proof there is; `none`: it does not exist. */
export type ProofsHeld = Partial<Record<ProofId, number | 'none'>>;
