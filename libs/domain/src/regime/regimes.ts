/**
 * Which law or contract sets the clocks. `files`: the rows by which a first appeal is filed.
 * `noSurprises`: whether the federal negotiation can apply once the regime is settled.
 */
const REGIME_TABLE = [
  { regime: 'erisa', label: 'Employer plan (ERISA)', files: ['erisa.appeal.file'], noSurprises: true },
  { regime: 'aca', label: 'Individual market (ACA)', files: ['erisa.appeal.file'], noSurprises: true, levels: 1 },
  {
    regime: 'medicare-advantage',
    label: 'Medicare Advantage',
    files: ['ma.reconsideration.file'],
    noSurprises: false,
    providerNeeds: ['waiver-of-liability'],
  },
  {
    regime: 'medicaid',
    label: 'Medicaid managed care',
    files: ['medicaid.appeal.file'],
    noSurprises: false,
    stateSets: true,
  },
  { regime: 'tricare', label: 'TRICARE', files: ['contract.dispute.file'], noSurprises: false },
  { regime: 'va', label: 'Veterans Affairs', files: ['contract.dispute.file'], noSurprises: false },
  { regime: 'contract', label: 'Provider contract', files: ['contract.dispute.file'], noSurprises: true },
  {
    regime: 'unknown',
    label: 'Not known yet',
    files: ['erisa.appeal.file', 'ma.reconsideration.file', 'medicaid.appeal.file', 'contract.dispute.file'],
    noSurprises: true,
  },
] as const;

export type RegimeId = (typeof REGIME_TABLE)[number]['regime'];
export interface RegimeRow {
  regime: RegimeId;
  label: string;
  files: readonly string[];
  noSurprises: boolean;
  /** Levels of internal appeal, where the rules fix them. */
  levels?: 1 | 2;
  /** What a provider without a contract must sign before its clock starts. */
  providerNeeds?: readonly string[];
  /** A state sets dates of its own. */
  stateSets?: true;
}
export const REGIMES: readonly RegimeRow[] = REGIME_TABLE;
export const REGIME_IDS: readonly RegimeId[] = REGIME_TABLE.map((row) => row.regime);

export function regimeRow(regime: RegimeId): RegimeRow {
  return REGIMES.find((row) => row.regime === regime)!;
}

/** A regime as data: one that an administrator adds has a name nobody here knows. */
export type RegimeData = Omit<RegimeRow, 'regime'> & { regime: string };

/** A regime without a row counts as not known. */
export const regimeData = (regime: string, rows: readonly RegimeData[] = REGIMES): RegimeData =>
  rows.find((row) => row.regime === regime) ?? rows.find((row) => row.regime === 'unknown') ?? regimeRow('unknown');

/** The rows that may file the appeal: those of every regime until a person has settled it. */
export function filingCandidates(settled = 'unknown', rows: readonly RegimeData[] = REGIMES): readonly string[] {
  const found = regimeData(settled, rows);
  return found.regime === 'unknown'
    ? [...new Set([...found.files, ...rows.flatMap(({ files }) => files)])]
    : found.files;
}
