import type { CarcRow } from './carc-table.ts';
import type { RarcRow } from './rarc-table.ts';

export interface TriageAdjustment {
  /** CO, PR, OA, PI or CR. */
  group: string;
  carc: string;
  amountCents: number;
  /** 1-based; absent: at claim level. */
  line?: number;
}
export interface TriageRemark {
  rarc: string;
  line?: number;
}
export interface TriageInput {
  adjustments: readonly TriageAdjustment[];
  remarks: readonly TriageRemark[];
  /** How many service lines the claim has. */
  lineCount: number;
  paidCents?: number;
  /** CLP02. */
  claimStatus?: string;
}

export type Trigger = { kind: 'billing' | 'rendering' | 'facility' } | { kind: 'line'; line: number };

export interface TriageTables {
  carcs: readonly CarcRow[];
  rarcs: readonly RarcRow[];
}
