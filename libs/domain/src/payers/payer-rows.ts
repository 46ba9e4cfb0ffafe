import type { IsoDate } from '../dates/iso-date.ts';
import type { WantedField } from '../denial/completeness.ts';
import type { PathId } from '../denial/paths.ts';
import type { EvidenceSlot } from '../denial/slot-names.ts';

/** Who may start a request. */
export type Asker = 'member' | 'provider' | 'in-network-provider';

/** What is known of a payer: data of the organization, each row with the day it was verified. None ships: a brand is no key. */
export interface PayerRow {
  /** The payer's key, as `payerKey` makes it. */
  payer: string;
  /** A row that names more of these is more specific and wins. */
  product?: string | undefined;
  state?: string | undefined;
  purpose?: string | undefined;
  verifiedOn: IsoDate;
  /** Where it was read or who said it. */
  source?: string | undefined;
  /** Unless it is the time that holds for all rows. */
  staleAfterDays?: number | undefined;
  regime?: string | undefined;
  /** Levels of internal appeal. */
  levels?: 1 | 2 | undefined;
  /** Calendar days in which the payer decides what the row's purpose asks. */
  decisionDays?: number | undefined;
  /** Calendar days from its notice in which it wants that filed. */
  filingDays?: number | undefined;
  /** By clock id, in the clock's own unit. */
  amounts?: Readonly<Record<string, number>> | undefined;
  closures?: readonly IsoDate[] | undefined;
  /** In-network providers that must have been contacted before a gap is asked for. */
  minimumContacts?: number | undefined;
  /** Facility and professional are asked for apart. */
  facilityApart?: boolean | undefined;
  /** A prior-authorization number comes before the gap form. */
  authorizationFirst?: boolean | undefined;
  /** Absent: anyone with standing. */
  askedBy?: readonly Asker[] | undefined;
  /** Paths on which the payer grants an exception; absent: it said nothing. */
  grounds?: readonly PathId[] | undefined;
  /** What its form wants beyond what every request must have. */
  fields?: readonly WantedField[] | undefined;
  /** Evidence that it wants to see: the word that there is none is not enough. */
  documents?: readonly EvidenceSlot[] | undefined;
}

export interface PayerQuestion {
  payer?: string | undefined;
  product?: string | undefined;
  state?: string | undefined;
  purpose?: string | undefined;
}
export const KEYS = ['product', 'state', 'purpose'] as const;

/** What holds for that payer, product, state and purpose: the rows that fit, the more specific over the less, the later verified over the earlier. */
export function payerRow(asked: PayerQuestion, rows: readonly PayerRow[]): PayerRow | undefined {
  const fitting = fittingRows(asked, rows);
  return fitting.length > 0 ? fitting.reduce((less, more) => ({ ...less, ...more })) : undefined;
}

/** The rows that fit, the one that wins last. */
export const fittingRows = (asked: PayerQuestion, rows: readonly PayerRow[]): PayerRow[] =>
  rows
    .filter((row) => row.payer === asked.payer && fits(row, asked))
    .sort((a, b) => specificity(a) - specificity(b) || a.verifiedOn.localeCompare(b.verifiedOn));

export const fits = (row: PayerRow, asked: PayerQuestion): boolean =>
  KEYS.every((key) => row[key] === undefined || row[key] === asked[key]);
export const specificity = (row: PayerRow): number => KEYS.filter((key) => row[key] !== undefined).length;
