/** What was done for the patients, and how the payer refused it. */
import type { Adjustment } from '@overturn/x12';

interface ServiceRow {
  /** CPT. */
  code: string;
  chargedCents: number;
  /** ICD-10-CM; an 835 does not carry it. */
  diagnosis: string;
}

export const SERVICES = {
  'mri-lumbar': { code: '72148', chargedCents: 418_000, diagnosis: 'M54.16' },
  'mri-brain': { code: '70553', chargedCents: 394_000, diagnosis: 'G35' },
  'ct-abdomen': { code: '74177', chargedCents: 235_500, diagnosis: 'R10.31' },
  'pet-ct': { code: '78815', chargedCents: 672_000, diagnosis: 'C34.11' },
  'mri-knee': { code: '73721', chargedCents: 187_500, diagnosis: 'M23.221' },
  epidural: { code: '62323', chargedCents: 284_000, diagnosis: 'M54.16' },
  'nerve-block': { code: '64483', chargedCents: 312_500, diagnosis: 'M48.061' },
  discectomy: { code: '63030', chargedCents: 1_246_000, diagnosis: 'M51.26' },
  visit: { code: '99204', chargedCents: 42_500, diagnosis: 'M54.50' },
} as const satisfies Record<string, ServiceRow>;
export type ServiceKey = keyof typeof SERVICES;

interface RefusalRow {
  group: Adjustment['group'];
  carc: string;
  remarks: readonly string[];
}

/** CAS group and code with the remark beside it. */
export const REFUSALS = {
  'not-in-network': { group: 'PR', carc: '242', remarks: [] },
  'not-in-network-erisa': { group: 'CO', carc: '242', remarks: ['N855'] },
  'narrow-network': { group: 'PR', carc: '279', remarks: [] },
  'no-referral': { group: 'CO', carc: '288', remarks: [] },
  'not-authorized': { group: 'CO', carc: '197', remarks: ['N54'] },
  'contract-not-loaded': { group: 'CO', carc: '147', remarks: [] },
  surprise: { group: 'PR', carc: '242', remarks: ['N864'] },
  legacy: { group: 'PR', carc: '38', remarks: [] },
} as const satisfies Record<string, RefusalRow>;
export type RefusalKey = keyof typeof REFUSALS;
