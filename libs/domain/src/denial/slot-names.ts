/** What every request gathers before it goes out. */
export const SLOT_NAMES = [
  { slot: 'directory-proof', label: 'Directory proof' },
  { slot: 'referral-records', label: 'Referral and authorization records' },
  { slot: 'network-communications', label: 'Communications about network options' },
] as const;
export type EvidenceSlot = (typeof SLOT_NAMES)[number]['slot'];
