import type { IsoDate } from '../dates/iso-date.ts';

/** Who may start a request. */
export type Asker = 'member' | 'provider' | 'in-network-provider';

/** What is known of a payer: data of the organization, each row with the day it was verified. None ships: a brand is no key. */
export interface PayerRow {
  /** The payer's key, as `payerKey` makes it. */
  payer: string;
  /** A row that names more of these is more specific and wins. */
  product?: string;
  state?: string;
  purpose?: string;
  verifiedOn: IsoDate;
  regime?: string;
  /** Levels of internal appeal. */
  levels?: 1 | 2;
  /** By clock id. */
  amounts?: Readonly<Record<string, number>>;
  closures?: readonly IsoDate[];
  /** In-network providers that must have been contacted before a gap is asked for. */
  minimumContacts?: number;
  /** Facility and professional are asked for apart. */
  facilityApart?: boolean;
  /** A prior-authorization number comes before the gap form. */
  authorizationFirst?: boolean;
  /** Absent: anyone with standing. */
  askedBy?: readonly Asker[];
}

export interface PayerQuestion {
  payer?: string | undefined;
  product?: string | undefined;
  state?: string | undefined;
  purpose?: string | undefined;
}
const KEYS = ['product', 'state', 'purpose'] as const;

/** What holds for that payer, product, state and purpose: the rows that fit, the more specific over the less, the later verified over the earlier. */
export function payerRow(asked: PayerQuestion, rows: readonly PayerRow[]): PayerRow | undefined {
  const fitting = rows
    .filter(
      (row) => row.payer === asked.payer && KEYS.every((key) => row[key] === undefined || row[key] === asked[key]),
    )
    .sort((a, b) => specificity(a) - specificity(b) || a.verifiedOn.localeCompare(b.verifiedOn));
  return fitting.length > 0 ? fitting.reduce((less, more) => ({ ...less, ...more })) : undefined;
}

const specificity = (row: PayerRow): number => KEYS.filter((key) => row[key] !== undefined).length;
