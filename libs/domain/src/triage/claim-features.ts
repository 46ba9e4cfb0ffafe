import { filingIndicator } from '../regime/filing-indicators.ts';
import type { PlanType } from '../tasks/fields.ts';
import { denialClassRow } from './denial-classes.ts';
import { isOut, PARTIES } from './found-trigger.ts';
import type { ClaimFeature } from './interactions.ts';
import { placeOfService } from './places-of-service.ts';
import type { KnownRemark, Sign } from './signs.ts';
import type { TriageFacts } from './triage-denial.ts';

const PLAN_FEATURES: Partial<Record<PlanType, ClaimFeature>> = {
  hmo: 'emergencies-only',
  epo: 'emergencies-only',
  ppo: 'lower-level',
  pos: 'lower-level',
};

/** What is known of the claim beside its codes; the plan's type by CLP06 where nobody typed it. */
export function featuresOf(
  facts: TriageFacts,
  signs: readonly Sign[],
  remarks: readonly KnownRemark[],
): Set<ClaimFeature> {
  const planType = facts.planType ?? filingIndicator(facts.filingIndicator ?? '')?.planType ?? 'unknown';
  const isNetwork =
    signs.some((sign) => denialClassRow(sign.class).isNetwork) ||
    remarks.some(({ row }) => row.surprises ?? (row.class && denialClassRow(row.class).isNetwork)) ||
    PARTIES.some((party) => isOut(facts.providers?.[party]));
  const found: (ClaimFeature | false | undefined)[] = [
    isNetwork && 'out-of-network',
    facts.appealSentOn !== undefined && 'after-appeal',
    placeOfService(facts.placeOfService)?.emergency && 'emergency-room',
    PLAN_FEATURES[planType],
  ];
  return new Set(found.filter((feature) => feature !== undefined && feature !== false));
}
