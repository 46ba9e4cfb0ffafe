import { filingIndicator } from '../regime/filing-indicators.ts';
import { type RegimeData, regimeData, REGIMES } from '../regime/regimes.ts';
import type { RarcRow, SurpriseBranch } from './rarc-table.ts';

export interface SurpriseStanding {
  /** What the remarks say of the balance-billing rules. */
  branches: readonly SurpriseBranch[];
  remarks: readonly string[];
  /** `question`: federal or state has to be asked. */
  law: 'federal' | 'state' | 'question';
  /** `doubtful`: the remittance names a programme that these rules leave out, and nobody has settled it. `closed`: settled so. */
  standing: 'open' | 'doubtful' | 'closed';
  sentence: string;
}

/** Where the claim stands in the balance-billing rules by its remarks; undefined when none speaks of them. */
export function surpriseStanding(
  remarks: readonly RarcRow[],
  facts: { filingIndicator?: string | undefined; settledRegime?: string | undefined },
  regimes: readonly RegimeData[] = REGIMES,
): SurpriseStanding | undefined {
  const speaking = remarks.filter((row) => row.surprises);
  if (speaking.length === 0) return undefined;
  const laws = new Set(speaking.map((row) => row.surprises!.law));
  const [only] = laws;
  const law = laws.size > 1 || only === 'either' || only === undefined ? 'question' : only;
  const { standing, why } = standingIn(facts, regimes);
  const said = speaking.map(({ rarc, label }) => `${rarc} (${label})`).join(', ');
  return {
    branches: [...new Set(speaking.map((row) => row.surprises!.branch))],
    remarks: [...new Set(speaking.map(({ rarc }) => rarc))],
    law,
    standing,
    sentence: `${said}${law === 'question' ? '; federal or state is a question' : ''}${why}.`,
  };
}

function standingIn(
  {
    filingIndicator: clp06,
    settledRegime = 'unknown',
  }: { filingIndicator?: string | undefined; settledRegime?: string | undefined },
  regimes: readonly RegimeData[],
): { standing: SurpriseStanding['standing']; why: string } {
  const settled = regimeData(settledRegime, regimes);
  if (!settled.noSurprises) return { standing: 'closed', why: `; not for ${settled.label}` };
  const named = filingIndicator(clp06 ?? '');
  const likely = settled.regime === 'unknown' && named?.regime ? regimeData(named.regime, regimes) : undefined;
  return likely && !likely.noSurprises
    ? { standing: 'doubtful', why: `; not for ${likely.label}, which CLP06 ${named!.code} makes likely` }
    : { standing: 'open', why: '' };
}
