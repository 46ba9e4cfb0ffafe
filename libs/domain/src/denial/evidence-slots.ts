import type { TaskKind } from '../tasks/task-kinds.ts';
import { type EvidenceSlot, SLOT_NAMES } from './slot-names.ts';

export type { EvidenceSlot } from './slot-names.ts';
export type SlotState = 'open' | 'captured' | 'does-not-exist';
export interface EvidenceSlotRow {
  slot: EvidenceSlot;
  label: string;
  task: TaskKind;
}
/** Each is captured, or said not to exist: by a task of its own. */
export const EVIDENCE_SLOTS: readonly EvidenceSlotRow[] = SLOT_NAMES.map((row) => ({
  ...row,
  task: `gather-${row.slot}` as const,
}));

/** The slot that a gather task fills, or undefined for any other kind. */
export const slotOfTask = (kind: TaskKind): EvidenceSlot | undefined =>
  EVIDENCE_SLOTS.find((row) => row.task === kind)?.slot;

/** Where each slot stands: one that was filled counts, whatever was said of it before. */
export function slotStates(
  evidence: readonly { slot: string; doesNotExist: boolean }[],
): Partial<Record<EvidenceSlot, SlotState>> {
  const states: Partial<Record<EvidenceSlot, SlotState>> = {};
  for (const { slot } of EVIDENCE_SLOTS) {
    const rows = evidence.filter((row) => row.slot === slot);
    if (rows.length > 0) states[slot] = rows.every(({ doesNotExist }) => doesNotExist) ? 'does-not-exist' : 'captured';
  }
  return states;
}
