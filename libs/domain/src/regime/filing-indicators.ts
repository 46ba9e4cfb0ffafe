import type { RegimeId } from './regimes.ts';

export interface FilingIndicatorRow {
  /** CLP06. */
  code: string;
  label: string;
  planType?: 'hmo' | 'epo' | 'ppo' | 'pos' | 'indemnity';
  /** Made likely by the code, never settled. */
  regime?: RegimeId | (string & {});
}

/** What payers put in CLP06; they use it loosely. */
export const FILING_INDICATORS: readonly FilingIndicatorRow[] = [
  { code: '12', label: 'PPO', planType: 'ppo' },
  { code: '13', label: 'POS', planType: 'pos' },
  { code: '14', label: 'EPO', planType: 'epo' },
  { code: '15', label: 'Indemnity', planType: 'indemnity' },
  { code: '16', label: 'Medicare risk HMO', planType: 'hmo', regime: 'medicare-advantage' },
  { code: 'HM', label: 'HMO', planType: 'hmo' },
  { code: 'MA', label: 'Medicare Part A', regime: 'medicare-advantage' },
  { code: 'MB', label: 'Medicare Part B', regime: 'medicare-advantage' },
  { code: 'MC', label: 'Medicaid', regime: 'medicaid' },
  { code: 'CH', label: 'TRICARE', regime: 'tricare' },
  { code: 'VA', label: 'Veterans Affairs', regime: 'va' },
  { code: 'WC', label: 'Workers’ compensation' },
];

export const filingIndicator = (code: string): FilingIndicatorRow | undefined =>
  FILING_INDICATORS.find((row) => row.code === code);
