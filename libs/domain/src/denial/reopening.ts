import type { Stage } from './stages.ts';

/** The steps at which a closed denial may go on, and the letters that are written anew there. */
const REOPENING_TABLE = [
  { at: 'verify-network', label: 'from the network question', redrafts: ['exception-request', 'appeal-1'] },
  { at: 'choose-path', label: 'from the choice of a path', redrafts: ['exception-request', 'appeal-1'] },
  { at: 'appeal', label: 'with an appeal', redrafts: ['appeal-1'] },
  { at: 'await-payment', label: 'to check a payment', redrafts: [] },
] as const satisfies readonly { at: Stage; label: string; redrafts: readonly string[] }[];

export type ReopenAt = (typeof REOPENING_TABLE)[number]['at'];
export interface ReopeningRow {
  at: ReopenAt;
  label: string;
  redrafts: readonly string[];
}
export const REOPENINGS: readonly ReopeningRow[] = REOPENING_TABLE;

export const reopeningRow = (at: ReopenAt): ReopeningRow => REOPENINGS.find((row) => row.at === at)!;
