/** Which law or contract sets the clocks. `family` groups what the No Surprises rule leaves out. */
const REGIME_TABLE = [
  { regime: 'erisa', label: 'Employer plan (ERISA)', family: 'commercial' },
  { regime: 'aca', label: 'Individual market (ACA)', family: 'commercial' },
  { regime: 'medicare-advantage', label: 'Medicare Advantage', family: 'medicare' },
  { regime: 'medicaid', label: 'Medicaid managed care', family: 'medicaid' },
  { regime: 'tricare', label: 'TRICARE', family: 'tricare' },
  { regime: 'contract', label: 'Provider contract', family: 'contract' },
  { regime: 'unknown', label: 'Not known yet', family: 'unknown' },
] as const;

export type RegimeId = (typeof REGIME_TABLE)[number]['regime'];
export type RegimeFamily = (typeof REGIME_TABLE)[number]['family'];
export interface RegimeRow {
  regime: RegimeId;
  label: string;
  family: RegimeFamily;
}
export const REGIMES: readonly RegimeRow[] = REGIME_TABLE;
export const REGIME_IDS: readonly RegimeId[] = REGIME_TABLE.map((row) => row.regime);

export function regimeRow(regime: RegimeId): RegimeRow {
  return REGIMES.find((row) => row.regime === regime)!;
}
