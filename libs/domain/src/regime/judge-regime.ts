import { payerRow, type PayerRow } from '../payers/payer-rows.ts';
import type { Confidence } from '../triage/carc-table.ts';
import { RARC_TABLE, type RarcRow } from '../triage/rarc-table.ts';
import { FILING_INDICATORS, type FilingIndicatorRow } from './filing-indicators.ts';
import { PLAN_SIGNS, type PlanFacts, type PlanSignRow } from './plan-signs.ts';
import { type RegimeData, regimeData, REGIMES } from './regimes.ts';

export interface RegimeFacts extends PlanFacts {
  settledRegime?: string | undefined;
  /** CLP06. */
  filingIndicator?: string | undefined;
  remarks: readonly string[];
  payer?: string | undefined;
}

/** One fact that speaks for a regime. */
export interface RegimeReason {
  regime: string;
  confidence: Confidence;
  sentence: string;
  /** The row it rests on, like `rarc N855`. */
  row: string;
  verified: boolean;
}

export interface RegimeVerdict {
  /** The one that the facts speak for most; `unknown` when none does. Only a settled one moves a date later. */
  regime: string;
  settled: boolean;
  confidence: Confidence;
  /** All that something speaks for, the likeliest first. */
  candidates: readonly string[];
  reasons: readonly RegimeReason[];
  /** Levels of internal appeal, where known. */
  levels?: 1 | 2;
  questions: readonly string[];
}

export interface RegimeRules {
  regimes: readonly RegimeData[];
  indicators: readonly FilingIndicatorRow[];
  rarcs: readonly RarcRow[];
  planSigns: readonly PlanSignRow[];
  payers: readonly PayerRow[];
}
export const SHIPPED_REGIME_RULES: RegimeRules = {
  regimes: REGIMES,
  indicators: FILING_INDICATORS,
  rarcs: RARC_TABLE,
  planSigns: PLAN_SIGNS,
  payers: [],
};

/** Whose rules hold, how surely, and by which facts. Facts that speak for different regimes leave it unsure: the date is then the earliest of all. */
export function judgeRegime(facts: RegimeFacts, rules: RegimeRules = SHIPPED_REGIME_RULES): RegimeVerdict {
  const settled = regimeData(facts.settledRegime ?? 'unknown', rules.regimes);
  const isSettled = settled.regime !== 'unknown';
  const payer = payerRow(facts, rules.payers);
  const reasons = signs(facts, payer, rules);
  const candidates = isSettled ? [settled.regime] : [...new Set(reasons.map(({ regime }) => regime))];
  const [regime = 'unknown'] = candidates;
  const confidence = isSettled ? 'high' : agreed(reasons, candidates);
  const { levels, said } = levelsOf(facts.levels, payer, regimeData(regime, rules.regimes), confidence);
  return {
    regime,
    settled: isSettled,
    confidence,
    candidates,
    reasons: [...reasons, ...said],
    ...(levels && { levels }),
    questions: questionsOf(facts, isSettled, candidates, rules),
  };
}

/** What the law of a regime fixes holds once that regime is sure, whatever plan or payer say; else they know better than what is only likely. */
function levelsOf(
  ofPlan: 1 | 2 | undefined,
  payer: PayerRow | undefined,
  { regime, label, levels: byLaw }: RegimeData,
  confidence: Confidence,
): { levels: 1 | 2 | undefined; said: RegimeReason[] } {
  const claimed = ofPlan ?? payer?.levels;
  if (!byLaw || !claimed || claimed === byLaw || confidence !== 'high') return { levels: claimed ?? byLaw, said: [] };
  const who = ofPlan ? 'The plan is said to have' : `The payer’s row, verified on ${payer!.verifiedOn}, says`;
  const sentence = `${label}: the law fixes ${sayLevels(byLaw)} of internal appeal. ${who} ${claimed}: that does not hold.`;
  return { levels: byLaw, said: [{ regime, confidence, sentence, row: `regime ${regime}`, verified: true }] };
}
const sayLevels = (levels: 1 | 2): string => (levels === 1 ? 'one level' : 'two levels');

const agreed = (reasons: readonly RegimeReason[], candidates: readonly string[]): Confidence =>
  candidates.length === 1 ? (reasons[0]?.confidence ?? 'unsure') : 'unsure';

const STRENGTH: Record<Confidence, number> = { high: 0, likely: 1, unsure: 2 };

/** The strongest first. Of equals what the plan itself is known to be, then the payer, then CLP06, then the remarks: payers use codes loosely. */
function signs(facts: RegimeFacts, payer: PayerRow | undefined, rules: RegimeRules): RegimeReason[] {
  const label = (regime: string) => regimeData(regime, rules.regimes).label;
  const found: RegimeReason[] = [
    ...rules.planSigns
      .filter((row) => facts[row.fact] === row.value)
      .map((row) => ({
        regime: row.regime,
        confidence: row.confidence,
        sentence: `The plan is ${row.label}: ${label(row.regime)}.`,
        row: `plan ${row.fact} ${row.value}`,
        verified: row.verified,
      })),
    ...(payer?.regime
      ? [
          {
            regime: payer.regime,
            confidence: 'likely' as const,
            sentence: `The payer’s row says ${label(payer.regime)}, verified on ${payer.verifiedOn}.`,
            row: `payer ${payer.payer}`,
            verified: true,
          },
        ]
      : []),
    ...rules.indicators
      .filter((row) => row.code === facts.filingIndicator)
      .flatMap(({ code, label: name, regime }) =>
        regime
          ? [
              {
                regime,
                confidence: 'likely' as const,
                sentence: `CLP06 ${code} (${name}) points to ${label(regime)}.`,
                row: `indicator ${code}`,
                verified: false,
              },
            ]
          : [],
      ),
  ];
  const remarks = rules.rarcs
    .filter((row) => facts.remarks.includes(row.rarc))
    .flatMap((row) => signOfRemark(row, found, label));
  return [...found, ...remarks].sort((a, b) => STRENGTH[a.confidence] - STRENGTH[b.confidence]);
}

/** A remark that only rules a regime out agrees with any other that something names; what is left is likely where nothing does. */
function signOfRemark(
  { rarc, label: name, regime, rulesOut }: RarcRow,
  named: readonly RegimeReason[],
  label: (regime: string) => string,
): RegimeReason[] {
  if (!regime) return [];
  const other = rulesOut && named.find((reason) => reason.regime !== rulesOut);
  const sentence = other
    ? `${rarc} (${name}) agrees with ${label(other.regime)}.`
    : `${rarc} (${name}) points to ${label(regime)}.`;
  return [{ regime: other?.regime ?? regime, confidence: 'likely', sentence, row: `rarc ${rarc}`, verified: true }];
}

function questionsOf(
  { grandfathered, state }: RegimeFacts,
  isSettled: boolean,
  candidates: readonly string[],
  { regimes }: RegimeRules,
): string[] {
  const open = isSettled || candidates.length > 0 ? candidates.map((id) => regimeData(id, regimes)) : regimes;
  return [
    ...(isSettled ? [] : ['Which rules does the plan follow? The plan document or the member’s card says it.']),
    ...(grandfathered ? ['The plan is grandfathered: does it have external review at all?'] : []),
    ...(state === undefined && open.some((row) => row.stateSets) ? ['Which state? It sets dates of its own.'] : []),
  ];
}
