/** `opens`: an adjustment of this class opens a denial by itself. */
const CLASS_TABLE = [
  { class: 'out-of-network', label: 'Out of network', opens: true, isNetwork: true },
  { class: 'narrow-network', label: 'Outside the member’s narrow network', opens: true },
  { class: 'contract-load', label: 'Contract not loaded', opens: true },
  { class: 'referral-or-authorization', label: 'Referral or authorization', opens: true },
  { class: 'referral', label: 'Referral', opens: true },
  { class: 'authorization', label: 'Authorization', opens: true },
  { class: 'emergency', label: 'Emergency disputed', opens: false },
  { class: 'out-of-network-underpayment', label: 'Out-of-network underpayment', opens: false },
  { class: 'provider-setup', label: 'Provider set-up', opens: false },
  { class: 'correct-first', label: 'Correct first', opens: false },
  { class: 'information', label: 'Information wanted', opens: false },
  { class: 'eligibility', label: 'Eligibility', opens: false },
  { class: 'coordination', label: 'Coordination of benefits', opens: false },
  { class: 'wrong-payer', label: 'Wrong payer', opens: false },
  { class: 'duplicate', label: 'Duplicate', opens: false },
  { class: 'timely-filing', label: 'Timely filing', opens: false },
  { class: 'medical', label: 'Medical necessity', opens: false },
  { class: 'appeal-lost', label: 'Appeal lost', opens: false },
  { class: 'to-classify', label: 'To classify', opens: false },
  { class: 'needs-remark', label: 'Needs its remark', opens: false },
  { class: 'other', label: 'Other', opens: false },
] as const;

export type DenialClass = (typeof CLASS_TABLE)[number]['class'];
export interface DenialClassRow {
  class: DenialClass;
  label: string;
  opens: boolean;
  /** It says that somebody is not in the network. */
  isNetwork?: true;
}

/** In the order of work: when a claim carries several classes, the first of them names it. */
export const DENIAL_CLASSES: readonly DenialClassRow[] = CLASS_TABLE;
export const DENIAL_CLASS_IDS: readonly DenialClass[] = CLASS_TABLE.map((row) => row.class);

export function denialClassRow(id: DenialClass): DenialClassRow {
  return DENIAL_CLASSES.find((row) => row.class === id)!;
}

/** Place in the order of work, 0 first. */
export const classRank = (id: DenialClass): number => DENIAL_CLASS_IDS.indexOf(id);
