import type { TaskKind } from '../tasks/task-kinds.ts';

/** What every request gathers before it goes out: each is captured, or said not to exist. */
const SLOT_TABLE = [
  { slot: 'directory-proof', label: 'Directory proof', task: 'gather-directory-proof' },
  { slot: 'referral-records', label: 'Referral and authorization records', task: 'gather-referral-records' },
  {
    slot: 'network-communications',
    label: 'Communications about network options',
    task: 'gather-network-communications',
  },
] as const satisfies readonly { slot: string; label: string; task: TaskKind }[];

export type EvidenceSlot = (typeof SLOT_TABLE)[number]['slot'];
export type SlotState = 'open' | 'captured' | 'does-not-exist';
export interface EvidenceSlotRow {
  slot: EvidenceSlot;
  label: string;
  task: TaskKind;
}
export const EVIDENCE_SLOTS: readonly EvidenceSlotRow[] = SLOT_TABLE;

/** The slot that a gather task fills, or undefined for any other kind. */
export const slotOfTask = (kind: TaskKind): EvidenceSlot | undefined =>
  EVIDENCE_SLOTS.find((row) => row.task === kind)?.slot;
