import type { AmendClaimBody } from '@overturn/contracts';
import { DomainError, identifierError, normalizeIdentifier } from '@overturn/domain';
import type { IdentifierKind } from '@overturn/domain';
import type { ClaimRecord } from '../intake/claim-record.ts';

/** What a person or a system knows of a claim and an 835 does not carry; only what was given is there. */
export type ClaimFacts = Omit<AmendClaimBody, 'claimNumber' | 'payerClaimNumber' | 'clientId'>;

/** What of a claim can be told. */
export type FactFields = Pick<
  ClaimRecord,
  | 'diagnoses'
  | 'payeeNpi'
  | 'payeeTaxId'
  | 'renderingNpi'
  | 'renderingName'
  | 'facilityNpi'
  | 'facilityName'
  | 'placeOfService'
>;

/** Where each fact stands in a claim. */
const FIELDS = {
  diagnoses: 'diagnoses',
  billingNpi: 'payeeNpi',
  taxId: 'payeeTaxId',
  renderingNpi: 'renderingNpi',
  renderingName: 'renderingName',
  facilityNpi: 'facilityNpi',
  facilityName: 'facilityName',
  placeOfService: 'placeOfService',
} as const satisfies Record<keyof ClaimFacts, keyof FactFields>;

const NAMES = Object.keys(FIELDS) as (keyof ClaimFacts)[];

const CHECKED: Partial<Record<keyof ClaimFacts, IdentifierKind>> = {
  diagnoses: 'icd10',
  billingNpi: 'npi',
  taxId: 'taxId',
  renderingNpi: 'npi',
  facilityNpi: 'npi',
};

/** Ids in their plain form. Throws BAD_INPUT with one sentence a field that cannot be right. */
export function checkFacts(given: ClaimFacts): ClaimFacts {
  const errors: Record<string, string> = {};
  const plain: Record<string, unknown> = { ...given };
  for (const [name, kind] of Object.entries(CHECKED) as [keyof ClaimFacts, IdentifierKind][]) {
    const value = given[name];
    if (value === undefined) continue;
    const values = [value].flat().map((one) => normalizeIdentifier(kind, one));
    const error = values.map((one) => identifierError(kind, one)).find(Boolean);
    if (error) errors[name] = error;
    plain[name] = Array.isArray(value) ? values : values[0];
  }
  const wrong = Object.keys(errors);
  if (wrong.length > 0) throw new DomainError('BAD_INPUT', `Please check: ${wrong.join(', ')}.`, { fields: errors });
  return plain;
}

/** The claim with what was told of it. */
export function withFacts<Claim extends FactFields>(claim: Claim, facts: ClaimFacts): Claim {
  const told = namesIn(facts).map((name) => [FIELDS[name], facts[name]]);
  return { ...claim, ...(Object.fromEntries(told) as Partial<FactFields>) };
}

/** Of these facts, those of which the claim itself says nothing. */
export const newTo = (claim: FactFields, facts: ClaimFacts): ClaimFacts =>
  pick(facts, (name) => (claim[FIELDS[name]] ?? '').length === 0);

/** What the claim says where these facts say something. */
export const factsBefore = (claim: FactFields, facts: ClaimFacts): Record<string, unknown> =>
  Object.fromEntries(namesIn(facts).map((name) => [name, claim[FIELDS[name]]]));

const namesIn = (facts: ClaimFacts): (keyof ClaimFacts)[] => NAMES.filter((name) => facts[name] !== undefined);

const pick = (facts: ClaimFacts, isWanted: (name: keyof ClaimFacts) => boolean): ClaimFacts =>
  Object.fromEntries(
    namesIn(facts)
      .filter(isWanted)
      .map((name) => [name, facts[name]]),
  );
