import { RARC_TABLE, type RarcRow } from '../triage/rarc-table.ts';
import { judgeRegime, SHIPPED_REGIME_RULES } from './judge-regime.ts';
import { REGIME_IDS, type RegimeId } from './regimes.ts';

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
  const { regime, reasons } = judgeRegime({ filingIndicator: clp06, remarks }, { ...SHIPPED_REGIME_RULES, rarcs });
  return {
    regime: REGIME_IDS.find((id) => id === regime) ?? 'unknown',
    settled: false,
    reasons:
      reasons.length > 0
        ? reasons.map(({ sentence }) => sentence)
        : ['Nothing in the remittance says which rules apply.'],
  };
}
