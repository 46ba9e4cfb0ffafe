import { RARC_TABLE, type RarcRow } from '../triage/rarc-table.ts';
import { filingIndicator } from './filing-indicators.ts';
import { type RegimeId, regimeRow } from './regimes.ts';

export interface LikelyRegime {
  regime: RegimeId;
  /** A remittance alone never settles it: only a person does. */
  settled: false;
  reasons: readonly string[];
}

/** What CLP06 and the remarks make likely. A government programme named by CLP06 outweighs a remark about ERISA. */
export function likelyRegime(
  clp06: string | undefined,
  remarks: readonly string[],
  rarcs: readonly RarcRow[] = RARC_TABLE,
): LikelyRegime {
  const indicator = clp06 ? filingIndicator(clp06) : undefined;
  const said = rarcs.filter((row) => row.regime && remarks.includes(row.rarc));
  const reasons = [
    ...(indicator?.regime
      ? [`CLP06 ${indicator.code} (${indicator.label}) points to ${regimeRow(indicator.regime).label}.`]
      : []),
    ...said.map((row) => `${row.rarc} (${row.label}) points to ${regimeRow(row.regime!).label}.`),
  ];
  const regime = indicator?.regime ?? said[0]?.regime ?? 'unknown';
  return {
    regime,
    settled: false,
    reasons: reasons.length > 0 ? reasons : ['Nothing in the remittance says which rules apply.'],
  };
}
