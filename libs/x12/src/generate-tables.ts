/** Everything invented that generated remittances are made of. Names of people and companies are nobody's. */

export interface InventedPayer {
  name: string;
  /** The payer's plan id, N104. */
  planId: string;
  /** TRN03: 1 and a Tax ID. */
  originatorId: string;
  /** CLP06. */
  filingIndicator: string;
}

export interface InventedPayee {
  name: string;
  npi: string;
  taxId: string;
}

export const PAYERS: readonly [InventedPayer, ...InventedPayer[]] = [
  { name: 'HARBORLIGHT HEALTH PLAN', planId: '90017', originatorId: '1900170001', filingIndicator: '12' },
  { name: 'JUNIPER MUTUAL ASSURANCE', planId: '90025', originatorId: '1900250002', filingIndicator: '13' },
  { name: 'STILLWATER EXCLUSIVE CARE', planId: '90033', originatorId: '1900330003', filingIndicator: '14' },
  { name: 'CASCADE SENIOR ADVANTAGE', planId: '90041', originatorId: '1900410004', filingIndicator: '16' },
];

export const PAYEE: InventedPayee = { name: 'RIVERBEND IMAGING ASSOCIATES', npi: '1999900016', taxId: '990001234' };

/** CAS group and code, remarks, and how often among the denials. Every row opens a denial. */
export const DENIALS = [
  { group: 'CO', carc: '242', remarks: [], weight: 22 },
  { group: 'PR', carc: '242', remarks: [], weight: 18 },
  { group: 'PR', carc: '242', remarks: ['N856'], weight: 6 },
  { group: 'CO', carc: '242', remarks: ['N855'], weight: 6 },
  { group: 'PR', carc: '242', remarks: ['N864'], weight: 6 },
  { group: 'PR', carc: '279', remarks: [], weight: 12 },
  { group: 'CO', carc: '243', remarks: [], weight: 10 },
  { group: 'CO', carc: '288', remarks: [], weight: 6 },
  { group: 'CO', carc: '197', remarks: ['N54'], weight: 9 },
  { group: 'CO', carc: '147', remarks: [], weight: 5 },
] as const;

/** CPT and what it is billed at, in cents; place of service as CLP08 has it. */
export const SERVICES: readonly [
  { code: string; chargedCents: number; facilityCode: string },
  ...{ code: string; chargedCents: number; facilityCode: string }[],
] = [
  { code: '70553', chargedCents: 185_000, facilityCode: '22' },
  { code: '72148', chargedCents: 142_000, facilityCode: '22' },
  { code: '74177', chargedCents: 128_000, facilityCode: '22' },
  { code: '77067', chargedCents: 32_000, facilityCode: '11' },
  { code: '71046', chargedCents: 9_500, facilityCode: '11' },
  { code: '99213', chargedCents: 18_500, facilityCode: '11' },
  { code: '99214', chargedCents: 26_500, facilityCode: '11' },
  { code: '97110', chargedCents: 8_800, facilityCode: '11' },
  { code: '45378', chargedCents: 160_000, facilityCode: '24' },
  { code: '99284', chargedCents: 96_000, facilityCode: '23' },
];

export const LAST_NAMES: readonly [string, ...string[]] = [
  'ABERNASH',
  'BELLWICK',
  'CORRANDER',
  'DUNMERE',
  'ELSTROVE',
  'FENNIMOOR',
  'GALLOWEN',
  'HARROWBY',
  'INGLETHORP',
  'JESSOMER',
  'KETTERMAINE',
  'LORRIMAND',
  'MARCHWELL',
  'NETHERSOLE',
  'OAKENSHIRE',
  'PELLINGTON',
];

export const FIRST_NAMES: readonly [string, ...string[]] = [
  'ADA',
  'BRUNO',
  'CLEA',
  'DORIAN',
  'ESME',
  'FLORIN',
  'GRETA',
  'HUGO',
  'INES',
  'JONAS',
  'KIRA',
  'LEOPOLD',
  'MIRA',
  'NILS',
  'OLIVE',
  'PIETER',
];
