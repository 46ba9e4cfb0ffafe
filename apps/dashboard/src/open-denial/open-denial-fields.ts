import { PLAN_TYPES, REGIME_OPTIONS } from '@overturn/domain/tasks/fields';
import type { FieldOption } from '@overturn/domain/tasks/task-kind-row';
import type { FieldOf } from '@overturn/domain/tasks/task-kinds';
import { fieldRow } from '../fields/field-row.ts';

const SOURCES = [
  { value: 'letter', label: 'A letter: the claim is denied' },
  { value: 'pre-service', label: 'A pre-service request: nothing is done yet' },
];
const CAME_BY = [
  { value: 'mail', label: 'Mail' },
  { value: 'fax', label: 'Fax' },
  { value: 'portal', label: 'Portal' },
  { value: 'email', label: 'E-mail' },
  { value: 'phone', label: 'Phone' },
];
const GROUPS = [
  { value: 'CO', label: 'CO, contractual' },
  { value: 'PR', label: 'PR, patient' },
  { value: 'OA', label: 'OA, other' },
  { value: 'PI', label: 'PI, payer’s own' },
  { value: 'CR', label: 'CR, correction' },
];

export interface FormSection {
  title: string;
  says?: string;
  fields: readonly FieldOf[];
}

/** The form in the order of a letter. What is not known stays empty; only the payer is needed, and the client where there are several. */
export function openDenialSections(source: string, clients: readonly FieldOption[]): readonly FormSection[] {
  const isAhead = source === 'pre-service';
  return [
    {
      title: 'What came',
      fields: [
        fieldRow({ name: 'source', label: 'It is', type: 'choice', options: SOURCES }),
        ...(clients.length > 1
          ? [fieldRow({ name: 'clientId', label: 'Client', type: 'choice', options: clients, required: true })]
          : []),
        fieldRow({ name: 'payerName', label: 'Payer', type: 'text', required: true }),
        fieldRow({
          name: 'payerIdentifier',
          label: 'Payer’s identifier',
          type: 'text',
          help: 'As on its card or 835.',
        }),
      ],
    },
    {
      title: 'Its dates',
      says: 'They set the filing date. Without them it is taken from the earliest that may apply, and a person is asked.',
      fields: [
        fieldRow({ name: 'noticeOn', label: 'Date on the notice', type: 'date' }),
        fieldRow({ name: 'receivedOn', label: 'Received on', type: 'date' }),
        fieldRow({ name: 'printedDeadlineOn', label: 'Deadline it prints', type: 'date', mayBeFuture: true }),
        fieldRow({ name: 'planDeadlineOn', label: 'Deadline in the plan document', type: 'date', mayBeFuture: true }),
        fieldRow({ name: 'howReceived', label: 'It came by', type: 'choice', options: CAME_BY }),
      ],
    },
    {
      title: 'The claim',
      fields: [
        fieldRow({ name: 'claimNumber', label: 'Our claim number', type: 'text' }),
        fieldRow({ name: 'payerClaimNumber', label: 'Payer’s claim number', type: 'text' }),
        fieldRow({ name: 'serviceFrom', label: 'Service from', type: 'date', mayBeFuture: isAhead }),
        fieldRow({ name: 'serviceTo', label: 'Service to', type: 'date', mayBeFuture: isAhead }),
        fieldRow({ name: 'amountCents', label: 'At stake', type: 'amountCents' }),
        fieldRow({ name: 'placeOfService', label: 'Place of service', type: 'text', help: 'Two digits, like 24.' }),
        fieldRow({ name: 'procedures', label: 'Procedures (CPT or HCPCS)', type: 'procedure', many: true }),
        fieldRow({ name: 'diagnoses', label: 'Diagnoses (ICD-10-CM)', type: 'icd10', many: true }),
      ],
    },
    {
      title: 'The patient',
      fields: [
        fieldRow({ name: 'patientFirstName', label: 'First name', type: 'text' }),
        fieldRow({ name: 'patientLastName', label: 'Last name', type: 'text' }),
        fieldRow({ name: 'memberId', label: 'Member ID', type: 'text' }),
      ],
    },
    {
      title: 'Why it was denied',
      fields: [
        fieldRow({
          name: 'codes',
          label: 'Adjustment codes',
          type: 'rows',
          columns: [
            { name: 'group', label: 'Group', type: 'choice', options: GROUPS },
            { name: 'carc', label: 'CARC', type: 'text' },
          ],
        }),
        fieldRow({ name: 'remarks', label: 'Remark codes (RARC)', type: 'text', help: 'Several: with a comma.' }),
        fieldRow({ name: 'wording', label: 'Exact wording', type: 'longText' }),
      ],
    },
    {
      title: 'Plan and providers',
      fields: [
        fieldRow({ name: 'planType', label: 'Plan type', type: 'choice', options: PLAN_TYPES }),
        fieldRow({ name: 'regime', label: 'Which rules apply', type: 'choice', options: REGIME_OPTIONS }),
        fieldRow({ name: 'billingName', label: 'Billing provider', type: 'text', help: 'Signs the letters.' }),
        fieldRow({ name: 'billingNpi', label: 'Billing provider NPI', type: 'npi' }),
        fieldRow({ name: 'taxId', label: 'Tax ID', type: 'taxId' }),
        fieldRow({ name: 'renderingName', label: 'Rendering provider', type: 'text' }),
        fieldRow({ name: 'renderingNpi', label: 'Rendering provider NPI', type: 'npi' }),
        fieldRow({ name: 'facilityNpi', label: 'Facility NPI', type: 'npi' }),
        fieldRow({ name: 'facilityName', label: 'Facility', type: 'text' }),
      ],
    },
  ];
}
