import type { Claim, Group, Interchange, Position, ProviderAdjustment, Separators, Transaction } from './model.ts';
import type { RefusalCode, WarningCode } from './messages.ts';

/** Odd but understood. `reason` is a sentence without any patient data; `claimAt` is the claim it belongs to. */
export interface Warning {
  code: WarningCode;
  reason: string;
  at: Position;
  claimAt: Position | null;
}

/** What could not be placed. `reason` and `remedy` hold no patient data, `raw` may: never log it. */
export interface Refusal {
  code: RefusalCode;
  /** What was left out: with `file` nothing was read, or nothing from here on. */
  scope: 'file' | 'transaction' | 'claim' | 'segment';
  reason: string;
  remedy: string;
  at: Position;
  raw: string;
}

export interface Counts {
  interchanges: number;
  groups: number;
  transactions: number;
  claims: number;
  lines: number;
  /** CAS triplets, of claims and lines. */
  adjustments: number;
  providerAdjustments: number;
  warnings: number;
  refused: number;
}

/** Cents over all claims read. */
export interface Totals {
  chargedCents: number;
  paidCents: number;
  patientResponsibilityCents: number;
}

export interface Summary {
  counts: Counts;
  totals: Totals;
  segments: number;
  bytes: number;
}

/**
 * What the reader yields, in the file's order; the last is always the summary. A claim's warnings come before it.
 * The writer takes the first five kinds and ignores the others.
 */
export type RemittanceEvent =
  | { type: 'interchange'; at: Position; interchange: Interchange; separators: Separators }
  | { type: 'group'; at: Position; group: Group }
  | { type: 'transaction'; at: Position; transaction: Transaction }
  | { type: 'claim'; claim: Claim }
  | { type: 'providerAdjustment'; at: Position; adjustment: ProviderAdjustment }
  | { type: 'warning'; warning: Warning }
  | { type: 'refused'; refusal: Refusal }
  | { type: 'summary'; summary: Summary };
