import { lacks } from '@overturn/domain/denial/completeness';
import type { EvidenceSlot, SlotState } from '@overturn/domain/denial/evidence-slots';
import type { CaseRows } from './case-rows.ts';

/** What keeps a packet from going out, one sentence each. */
export function packetLacks({ claim, evidence }: CaseRows): string[] {
  const slots: Partial<Record<EvidenceSlot, SlotState>> = {};
  for (const { slot, does_not_exist } of evidence)
    slots[slot as EvidenceSlot] = does_not_exist ? 'does-not-exist' : 'captured';
  return lacks({
    procedures: claim?.procedures ?? [],
    diagnoses: claim?.diagnoses ?? [],
    billingNpi: claim?.payee_npi ?? undefined,
    taxId: claim?.payee_tax_id ?? undefined,
    renderingNpi: claim?.rendering_npi ?? undefined,
    facilityNpi: claim?.facility_npi ?? undefined,
    evidence: slots,
  }).map(({ sentence }) => sentence);
}
