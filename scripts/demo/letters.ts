/** What came on paper or was asked before the service: typed in by a person, not read from a remittance. */
import type { Days } from './days.ts';
import { SERVICES } from './services.ts';
import { CLIENTS, PAYERS } from './who.ts';
import type { PersonKey } from './who.ts';

interface TypedDenial {
  by: PersonKey;
  body: (days: Days) => Record<string, unknown> & { externalId: string };
}

const { northgate, harbor } = CLIENTS;

export const LETTERS: readonly TypedDenial[] = [
  {
    by: 'priya',
    body: (days) => ({
      source: 'pre-service',
      externalId: 'demo-request-1',
      payerName: PAYERS.aster.name,
      payerIdentifier: PAYERS.aster.planId,
      ...{ patientFirstName: 'Maren', patientLastName: 'Ellerby', memberId: 'M991012001', planType: 'ppo' },
      ...{ serviceFrom: days.ago(-12), serviceTo: days.ago(-12), amountCents: SERVICES['pet-ct'].chargedCents },
      codes: [{ group: 'PR', carc: '242' }],
      ...{ procedures: [SERVICES['pet-ct'].code], diagnoses: [SERVICES['pet-ct'].diagnosis] },
      ...{ billingName: northgate.name, renderingName: northgate.rendering.name },
      ...{ billingNpi: northgate.npi, taxId: northgate.taxId, renderingNpi: northgate.rendering.npi },
      ...{ facilityName: northgate.facility.name, placeOfService: northgate.facility.placeOfService },
      ...{ noticeOn: days.ago(2), receivedOn: days.ago(1), howReceived: 'fax' },
      wording: 'The requested facility is not in the member’s network. Participating facilities are available.',
    }),
  },
  {
    by: 'jonah',
    body: (days) => ({
      source: 'letter',
      externalId: 'demo-letter-1',
      payerName: PAYERS.aster.name,
      payerIdentifier: PAYERS.aster.planId,
      ...{ claimNumber: `${harbor.prefix}-LETTER-2718`, payerClaimNumber: '991012718' },
      ...{ patientFirstName: 'Bertil', patientLastName: 'Askham', memberId: 'M991012718', planType: 'ppo' },
      ...{ serviceFrom: days.ago(128), serviceTo: days.ago(128), amountCents: SERVICES.discectomy.chargedCents },
      codes: [{ group: 'CO', carc: '242' }],
      remarks: ['N855'],
      ...{ procedures: [SERVICES.discectomy.code], diagnoses: [SERVICES.discectomy.diagnosis] },
      ...{ billingName: harbor.name, renderingName: harbor.rendering.name },
      ...{ billingNpi: harbor.npi, taxId: harbor.taxId, renderingNpi: harbor.rendering.npi },
      ...{ facilityName: harbor.facility.name, placeOfService: harbor.facility.placeOfService },
      ...{ noticeOn: days.ago(98), receivedOn: days.ago(94), howReceived: 'mail', regime: 'erisa' },
      wording: 'Services were rendered by a provider who does not participate in your plan’s network.',
    }),
  },
];
