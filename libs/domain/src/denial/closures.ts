export type ClosureResult = 'won' | 'partly' | 'lost' | 'none';

/** Why a denial is closed. `none`: there was nothing to win or lose. */
const CLOSURE_TABLE = [
  { reason: 'paid-as-granted', label: 'Paid as granted', result: 'won' },
  { reason: 'paid-after-appeal', label: 'Paid after an appeal', result: 'won' },
  { reason: 'paid-after-correction', label: 'Paid after a corrected claim', result: 'won' },
  { reason: 'paid-in-part', label: 'Paid in part, accepted', result: 'partly' },
  { reason: 'lost', label: 'Lost, nothing more to file', result: 'lost' },
  { reason: 'too-late', label: 'Filing date passed', result: 'lost' },
  { reason: 'written-off', label: 'Written off', result: 'lost' },
  { reason: 'not-a-network-denial', label: 'Not a network denial', result: 'none' },
  { reason: 'duplicate', label: 'Duplicate of another denial', result: 'none' },
  { reason: 'withdrawn', label: 'Withdrawn', result: 'none' },
] as const satisfies readonly { reason: string; label: string; result: ClosureResult }[];

export type ClosureReason = (typeof CLOSURE_TABLE)[number]['reason'];
export interface ClosureRow {
  reason: ClosureReason;
  label: string;
  result: ClosureResult;
}
export const CLOSURES: readonly ClosureRow[] = CLOSURE_TABLE;
export const CLOSURE_REASONS: readonly ClosureReason[] = CLOSURE_TABLE.map((row) => row.reason);

export function closureRow(reason: ClosureReason): ClosureRow {
  return CLOSURES.find((row) => row.reason === reason)!;
}
