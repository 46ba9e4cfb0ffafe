import { payerKey } from '@overturn/domain';
import type { Stage } from '@overturn/domain';
import { termsHeld } from '@overturn/domain/clocks/held-terms';
import { likelyRegime } from '@overturn/domain/regime/likely-regime';
import { keptTerms, planTypeOf } from './filing-terms.ts';
import type { OpeningContext } from './open-context.ts';
import type { OpeningDeadline } from './open-dates.ts';
import type { DenialFacts } from './open-facts.ts';
import { keyOf } from './open-key.ts';

/** A denial as it will be written. */
export interface OpeningRow {
  key: string;
  facts: DenialFacts;
  dates: OpeningDeadline[];
  denial: Record<string, unknown>;
  view: Record<string, unknown>;
}

/** The rows of one denial, from its facts alone. Pure. */
export function openingRow(
  organizationId: string,
  facts: DenialFacts,
  payerId: string,
  context: OpeningContext,
  dates: OpeningDeadline[],
): OpeningRow {
  const isLate = dates.some(({ isPast }) => isPast);
  const appeal = dates.find(({ purpose }) => purpose === 'appeal');
  const nearest = dates
    .filter(({ isPast }) => !isPast)
    .map(({ deadline }) => deadline)
    .sort((a, b) => a.safeDue.localeCompare(b.safeDue))[0];
  const shown = nearest ?? appeal?.deadline;
  const missing = missingFacts(facts, appeal !== undefined);
  const confidence = missing.length > 0 ? 'unsure' : facts.classConfidence;
  const key = keyOf(organizationId, facts);
  return {
    key,
    facts,
    dates,
    denial: {
      ...withoutPayer(facts),
      ...regimeOf(facts),
      key,
      payerId,
      teamId: context.teamOf(facts.clientId),
      classConfidence: confidence,
      classReasons: [...facts.classReasons, ...missing],
      planType: planTypeOf(facts),
      payerTerms: keptTerms(termsHeld(dates)),
      missedBeforeIntake: isLate,
    },
    view: {
      clientId: facts.clientId,
      class: facts.class,
      payerId,
      amountCents: facts.amountCents,
      stage: (isLate || confidence === 'unsure' || facts.suspicion
        ? 'intake-review'
        : 'verify-network') satisfies Stage,
      safeDueOn: shown?.safeDue ?? null,
      legalDueOn: shown?.legalDue ?? null,
      filingState: appeal?.isPast ? 'unconfirmed' : 'running',
      assumed: shown?.assumed ?? true,
      sortDueOn: nearest?.safeDue ?? 'infinity', // a date that had passed waits for its review, not at the top of every list
    },
  };
}

/** What a person must enter before anything can be counted or asked: each makes the intake unsure. */
const missingFacts = ({ payer }: DenialFacts, hasDates: boolean): string[] => [
  ...(hasDates ? [] : ['No date of the notice is known, so no filing date can be counted.']),
  ...(payer.identifier === payerKey({}) ? ['The payer is not named.'] : []),
];

const withoutPayer = ({ payer: _payer, ...facts }: DenialFacts): Omit<DenialFacts, 'payer'> => facts;

/** A person's word settles the regime; codes only make one likely. */
function regimeOf({ regime, filingIndicator: clp06, remarks }: DenialFacts): Record<string, unknown> {
  const likely = likelyRegime(clp06 ?? undefined, remarks);
  return {
    regime: regime ?? 'unknown',
    regimeSettled: regime !== null && regime !== 'unknown',
    likelyRegime: likely.regime === 'unknown' ? null : likely.regime,
    likelyRegimeReasons: likely.reasons,
  };
}
