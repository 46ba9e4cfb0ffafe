import { packetLacks } from '@overturn/data/denials/packet-lacks';
import type { ScreenRows } from '@overturn/data/denials/screen-rows';
import type { CaseRows } from './case-rows.ts';

/** What keeps the case's packet from going out, one sentence each. */
export const caseLacks = ({ claim, view }: CaseRows, screened: ScreenRows): string[] =>
  packetLacks(
    {
      procedures: claim?.procedures ?? [],
      diagnoses: claim?.diagnoses ?? [],
      billingNpi: claim?.payee_npi ?? undefined,
      taxId: claim?.payee_tax_id ?? undefined,
      renderingNpi: claim?.rendering_npi ?? undefined,
      facilityNpi: claim?.facility_npi ?? undefined,
      taxonomy: claim?.rendering_taxonomy ?? undefined,
      placeOfService: claim?.place_of_service ?? undefined,
      serviceFrom: claim?.service_from ?? undefined,
    },
    view.path,
    screened,
  );
