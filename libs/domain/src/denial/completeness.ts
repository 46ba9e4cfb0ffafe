import { isIsoDate } from '../dates/iso-date.ts';
import { isPlaceOfService } from '../triage/places-of-service.ts';
import { identifierError, type IdentifierKind, normalizeIdentifier } from '../identifiers/identifiers.ts';
import { EVIDENCE_SLOTS, type EvidenceSlot, type SlotState } from './evidence-slots.ts';

export interface PacketFacts {
  /** CPT or HCPCS. */
  procedures: readonly string[];
  /** ICD-10-CM. */
  diagnoses: readonly string[];
  billingNpi?: string | undefined;
  taxId?: string | undefined;
  renderingNpi?: string | undefined;
  facilityNpi?: string | undefined;
  taxonomy?: string | undefined;
  placeOfService?: string | undefined;
  serviceFrom?: string | undefined;
  evidence: Partial<Record<EvidenceSlot, SlotState>>;
}

export interface Lack {
  /** The fact or the evidence slot. */
  what: string;
  sentence: string;
}

interface FieldOfPacket {
  what: Exclude<keyof PacketFacts, 'evidence'>;
  /** What is wrong with a value, in a sentence. */
  error: (value: string) => string | undefined;
  label: string;
  where: string;
}

const identifier = (kind: IdentifierKind) => (value: string) => identifierError(kind, normalizeIdentifier(kind, value));

const REQUIRED: readonly FieldOfPacket[] = [
  {
    what: 'procedures',
    error: identifier('procedure'),
    label: 'procedure (CPT or HCPCS)',
    where: 'Take it from the claim.',
  },
  {
    what: 'diagnoses',
    error: identifier('icd10'),
    label: 'diagnosis (ICD-10-CM)',
    where: 'A remittance has none: take it from the claim or the record.',
  },
  { what: 'billingNpi', error: identifier('npi'), label: 'billing provider’s NPI', where: 'Take it from the claim.' },
  { what: 'taxId', error: identifier('taxId'), label: 'Tax ID', where: 'Take it from the claim.' },
];
/** Required where the payer's row says so; wrong ones may not go out anywhere. */
const WANTED_TABLE = [
  {
    what: 'renderingNpi',
    error: identifier('npi'),
    label: 'rendering provider’s NPI',
    where: 'Take it from the claim or the provider’s own record.',
  },
  {
    what: 'facilityNpi',
    error: identifier('npi'),
    label: 'facility’s NPI',
    where: 'Take it from the claim, or look the facility up in the NPI registry.',
  },
  {
    what: 'taxonomy',
    error: identifier('taxonomy'),
    label: 'rendering provider’s taxonomy code',
    where: 'The NPI registry lists it with the provider.',
  },
  {
    what: 'placeOfService',
    error: (code: string) =>
      isPlaceOfService(code.trim()) ? undefined : 'No such code is assigned: take the two digits of box 24B, like 22.',
    label: 'place of service',
    where: 'Take the two digits from the claim (box 24B).',
  },
  {
    what: 'serviceFrom',
    error: (day: string) => (isIsoDate(day) ? undefined : 'Give a day of the calendar, like 2026-11-30.'),
    label: 'date of service',
    where: 'Take it from the claim or the record of the visit.',
  },
] as const satisfies readonly FieldOfPacket[];
export type WantedField = (typeof WANTED_TABLE)[number]['what'];
export const WANTED_FIELDS: readonly (FieldOfPacket & { what: WantedField })[] = WANTED_TABLE;

/** What the payer's row asks for beyond that. */
export interface PayerWants {
  fields?: readonly WantedField[] | undefined;
  documents?: readonly EvidenceSlot[] | undefined;
  verifiedOn: string;
}

const valuesOf = (facts: PacketFacts, what: keyof PacketFacts): string[] => {
  const value = facts[what];
  return (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
};

/** What keeps a packet from going out, one sentence each; empty when it may. The payer's row adds to what everyone needs. */
export function lacks(facts: PacketFacts, payer?: PayerWants): Lack[] {
  const isMissing = ({ what }: FieldOfPacket): boolean => valuesOf(facts, what).length === 0;
  const missing = REQUIRED.filter(isMissing).map(({ what, label, where }) => ({
    what,
    sentence: `The ${label} is missing. ${where}`,
  }));
  const wanted = WANTED_FIELDS.filter((row) => payer?.fields?.includes(row.what) && isMissing(row)).map(
    ({ what, label, where }) => ({ what, sentence: `The ${label} is missing, which this payer wants. ${where}` }),
  );
  const wrong = [...REQUIRED, ...WANTED_FIELDS].flatMap(({ what, error, label }) =>
    valuesOf(facts, what).flatMap((value) => {
      const sentence = error(value);
      return sentence ? [{ what, sentence: `The ${label} ${value} is not valid. ${sentence}` }] : [];
    }),
  );
  const open = EVIDENCE_SLOTS.filter(({ slot }) => (facts.evidence[slot] ?? 'open') === 'open').map(
    ({ slot, label }) => ({
      what: slot,
      sentence: `${label}: neither captured nor said not to exist.`,
    }),
  );
  const unseen = EVIDENCE_SLOTS.filter(
    ({ slot }) => payer?.documents?.includes(slot) && facts.evidence[slot] === 'does-not-exist',
  ).map(({ slot, label }) => ({
    what: slot,
    sentence: `${label}: this payer wants to see it (its rule, verified on ${payer!.verifiedOn}), and it was said not to exist. Add the file to this task, or choose another path.`,
  }));
  return [...missing, ...wanted, ...wrong, ...open, ...unseen];
}
