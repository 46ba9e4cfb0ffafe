import { filingIndicator } from '../regime/filing-indicators.ts';
import { type RegimeData, regimeData, REGIMES } from '../regime/regimes.ts';
import type { NetworkStatus } from '../tasks/fields.ts';
import { type FacilityKind, placeOfService } from '../triage/places-of-service.ts';
import { RARC_TABLE, type RarcRow, type SurpriseBranch } from '../triage/rarc-table.ts';
import { type AncillaryRow, ANCILLARY_SERVICES, ancillaryService } from './ancillary-services.ts';
import { FACILITY_KINDS, type FacilityKindRow } from './facility-kinds.ts';

export type Urgency = 'emergency' | 'urgent' | 'none';
/** `valid`: the form was seen and holds; `none`: the patient signed nothing. */
export type Consent = 'none' | 'valid' | 'invalid';

export interface ProtectionFacts {
  settledRegime?: string | undefined;
  filingIndicator?: string | undefined;
  remarks: readonly string[];
  urgency?: Urgency | undefined;
  placeOfService?: string | undefined;
  /** As a person found it; else by the place of service. */
  facilityKind?: FacilityKind | undefined;
  /** On the date of service. */
  facilityNetwork?: NetworkStatus | undefined;
  service?: string | undefined;
  /** Of the rendering provider. */
  taxonomy?: string | undefined;
  /** Whether a participating provider there can furnish it. */
  participatingCanFurnish?: boolean | undefined;
  consent?: Consent | undefined;
}

export interface ProtectionRules {
  regimes: readonly RegimeData[];
  rarcs: readonly RarcRow[];
  ancillary: readonly AncillaryRow[];
  facilities: readonly FacilityKindRow[];
}
const SHIPPED: ProtectionRules = {
  regimes: REGIMES,
  rarcs: RARC_TABLE,
  ancillary: ANCILLARY_SERVICES,
  facilities: FACILITY_KINDS,
};

export interface Protection {
  protection: 'protected' | 'not-protected' | 'unknown';
  reasons: readonly string[];
  /** What would settle it. */
  questions: readonly string[];
  /** False when a row it rests on was not confirmed. */
  verified: boolean;
}

const answer = (
  protection: Protection['protection'],
  reasons: readonly string[],
  questions: readonly string[] = [],
  verified = true,
): Protection => ({ protection, reasons, questions, verified });

/** Whether the No Surprises Act protects the service: by programme, urgency, facility and its status on the date, kind of care, consent; in this order. */
export function protectionOf(facts: ProtectionFacts, rules: ProtectionRules = SHIPPED): Protection {
  const programme = leftOut(facts, rules.regimes);
  if (programme === 'settled') return answer('not-protected', [`Not for ${labelOf(facts.settledRegime, rules)}.`]);
  const found = byCare(facts, rules);
  if (programme === undefined || found.protection === 'not-protected') return found;
  const doubt = `CLP06 ${facts.filingIndicator} makes ${labelOf(programme, rules)} likely, to which the Act does not apply.`;
  return answer(
    'unknown',
    [...found.reasons, doubt],
    ['Which programme is the plan?', ...found.questions],
    found.verified,
  );
}

const labelOf = (regime: string | undefined, { regimes }: ProtectionRules): string =>
  regimeData(regime ?? 'unknown', regimes).label;

/** `settled`: left out for sure; else the regime that CLP06 makes likely and that is left out. */
function leftOut(
  { settledRegime = 'unknown', filingIndicator: clp06 }: ProtectionFacts,
  regimes: readonly RegimeData[],
): string | undefined {
  const settled = regimeData(settledRegime, regimes);
  if (!settled.noSurprises) return 'settled';
  const likely = settled.regime === 'unknown' ? filingIndicator(clp06 ?? '')?.regime : undefined;
  return likely && !regimeData(likely, regimes).noSurprises ? likely : undefined;
}

function byCare(facts: ProtectionFacts, rules: ProtectionRules): Protection {
  const said = branchesOf(facts.remarks, rules.rarcs);
  if (facts.urgency === 'emergency') return answer('protected', ['An emergency.']);
  if (said.has('emergency') && facts.urgency === undefined)
    return answer('protected', ['The payer’s own remark says emergency.']);
  if (said.has('air-ambulance')) return answer('protected', ['The payer’s own remark says air ambulance.']);
  const found = byFacility(facts, said, rules);
  const facility = found.protection === 'unknown' ? (bySaid(facts.remarks, rules.rarcs) ?? found) : found;
  const emergency = facts.urgency === undefined ? ['Was it an emergency?'] : [];
  return facility.protection === 'protected'
    ? facility
    : facility.protection === 'not-protected' && emergency.length > 0
      ? answer('unknown', facility.reasons, emergency, facility.verified)
      : { ...facility, questions: [...facility.questions, ...emergency] };
}

/** The payer's own word, where nobody has found out more: a remark that starts the federal negotiation says that the claim falls under the Act. */
function bySaid(remarks: readonly string[], rarcs: readonly RarcRow[]): Protection | undefined {
  const saying = rarcs.filter(({ rarc, startsNegotiation }) => startsNegotiation && remarks.includes(rarc));
  return saying.length > 0
    ? answer(
        'protected',
        saying.map(({ rarc, label }) => `Remark ${rarc}: ${label}.`),
      )
    : undefined;
}

/** A participating facility of a kind that counts; then the kind of care; then the consent. */
function byFacility(facts: ProtectionFacts, said: ReadonlySet<SurpriseBranch>, rules: ProtectionRules): Protection {
  const place = placeOfService(facts.placeOfService);
  const kind = facts.facilityKind ?? place?.kind;
  const row = rules.facilities.find((one) => one.kind === kind);
  const byRemark = said.has('participating-facility');
  if (facts.facilityNetwork === 'out')
    return answer('not-protected', ['The facility was not participating on the date of service.']);
  if (row && row.protects === 'usually-not' && !byRemark)
    return answer('not-protected', [`A ${row.label} usually is not protected.`], [], row.verified);
  const open = [
    ...(row === undefined || (row.protects === 'question' && !byRemark) ? ['What kind of facility was it?'] : []),
    ...(facts.facilityNetwork !== 'in' && !byRemark ? ['Was the facility participating on the date of service?'] : []),
  ];
  if (open.length > 0 && !byRemark)
    return answer('unknown', ['Facility or its status on the date is not known.'], open, row?.verified ?? true);
  const where =
    byRemark && !row ? 'a participating facility, as the remark says' : `a participating ${row?.label ?? 'facility'}`;
  return byConsent(facts, where, said, rules, row?.verified ?? true);
}

function byConsent(
  facts: ProtectionFacts,
  where: string,
  said: ReadonlySet<SurpriseBranch>,
  rules: ProtectionRules,
  verified: boolean,
): Protection {
  const ancillary = ancillaryService(facts, rules.ancillary);
  const sure = verified && (ancillary?.verified ?? true);
  if (ancillary)
    return answer('protected', [`${ancillary.label} at ${where}: no consent takes the protection away.`], [], sure);
  if (facts.participatingCanFurnish === false)
    return answer('protected', [`No participating provider at ${where} can furnish it.`], [], verified);
  if (said.has('consent-not-allowed'))
    return answer('protected', ['The remark says that consent is not allowed for these services.'], [], verified);
  const consent = facts.consent ?? (said.has('consent-invalid') ? 'invalid' : undefined);
  if (consent === 'valid')
    return answer('not-protected', [`Other care at ${where}, and the patient consented validly.`], [], verified);
  if (consent !== undefined)
    return answer('protected', [`Other care at ${where}, without valid consent.`], [], verified);
  return answer(
    'unknown',
    [`Other care at ${where}; nobody has seen whether the patient consented.`],
    ['Is there a consent form, and is it valid?'],
    verified,
  );
}

export const branchesOf = (
  remarks: readonly string[],
  rarcs: readonly RarcRow[] = RARC_TABLE,
): ReadonlySet<SurpriseBranch> =>
  new Set(rarcs.flatMap(({ rarc, surprises }) => (surprises && remarks.includes(rarc) ? [surprises.branch] : [])));
