/**
 * Which law or contract sets the clocks. `files`: the rows by which a first appeal is filed.
 * `noSurprises`: whether the federal negotiation can apply once the regime is settled.
 */
const REGIME_TABLE = [
  { regime: 'erisa', label: 'Employer plan (ERISA)', files: ['erisa.appeal.file'], noSurprises: true },
  { regime: 'aca', label: 'Individual market (ACA)', files: ['erisa.appeal.file'], noSurprises: true },
  { regime: 'medicare-advantage', label: 'Medicare Advantage', files: ['ma.reconsideration.file'], noSurprises: false },
  { regime: 'medicaid', label: 'Medicaid managed care', files: ['medicaid.appeal.file'], noSurprises: false },
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
}
export const REGIMES: readonly RegimeRow[] = REGIME_TABLE;
export const REGIME_IDS: readonly RegimeId[] = REGIME_TABLE.map((row) => row.regime);

export function regimeRow(regime: RegimeId): RegimeRow {
  return REGIMES.find((row) => row.regime === regime)!;
}

/** The rows that may file the appeal: all of them until a person has settled the regime. */
export const filingCandidates = (settled: RegimeId = 'unknown'): readonly string[] => regimeRow(settled).files;
