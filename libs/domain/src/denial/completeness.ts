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
  evidence: Partial<Record<EvidenceSlot, SlotState>>;
}

export interface Lack {
  /** The fact or the evidence slot. */
  what: string;
  sentence: string;
}

const REQUIRED: readonly { what: keyof PacketFacts; kind: IdentifierKind; label: string; where: string }[] = [
  { what: 'procedures', kind: 'procedure', label: 'procedure (CPT or HCPCS)', where: 'Take it from the claim.' },
  {
    what: 'diagnoses',
    kind: 'icd10',
    label: 'diagnosis (ICD-10-CM)',
    where: 'A remittance has none: take it from the claim or the record.',
  },
  { what: 'billingNpi', kind: 'npi', label: 'billing provider’s NPI', where: 'Take it from the claim.' },
  { what: 'taxId', kind: 'taxId', label: 'Tax ID', where: 'Take it from the claim.' },
];
/** Not required, but wrong ones may not go out. */
const CHECKED: typeof REQUIRED = [
  { what: 'renderingNpi', kind: 'npi', label: 'rendering provider’s NPI', where: '' },
  { what: 'facilityNpi', kind: 'npi', label: 'facility’s NPI', where: '' },
];

const valuesOf = (facts: PacketFacts, what: keyof PacketFacts): string[] => {
  const value = facts[what];
  return (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
};

/** What keeps a packet from going out, one sentence each; empty when it may. */
export function lacks(facts: PacketFacts): Lack[] {
  const missing = REQUIRED.filter(({ what }) => valuesOf(facts, what).length === 0).map(({ what, label, where }) => ({
    what,
    sentence: `The ${label} is missing. ${where}`,
  }));
  const wrong = [...REQUIRED, ...CHECKED].flatMap(({ what, kind, label }) =>
    valuesOf(facts, what).flatMap((value) => {
      const error = identifierError(kind, normalizeIdentifier(kind, value));
      return error ? [{ what, sentence: `The ${label} ${value} is not valid. ${error}` }] : [];
    }),
  );
  const open = EVIDENCE_SLOTS.filter(({ slot }) => (facts.evidence[slot] ?? 'open') === 'open').map(
    ({ slot, label }) => ({
      what: slot,
      sentence: `${label}: neither captured nor said not to exist.`,
    }),
  );
  return [...missing, ...wrong, ...open];
}
