/** The small files that the invented people captured, as evidence for one claim. */
import { letterPdf } from '@overturn/documents';
import type { ClaimRow } from './claims.ts';
import type { Days } from './days.ts';
import { SERVICES } from './services.ts';
import { PAYERS } from './who.ts';

type Exhibit = (row: ClaimRow, days: Days) => Promise<{ name: string; bytes: Uint8Array }>;

const EXHIBITS = {
  /** A page of the payer's directory, as a PDF. */
  directory: async ({ payer, service, tail }, days) => ({
    name: 'directory-capture.pdf',
    bytes: await letterPdf({
      title: `${PAYERS[payer].name}: provider directory`,
      body: `Captured ${days.ago(2)}.\n\nSearch: CPT ${SERVICES[service].code}, within 30 miles.\n\nResults: 2\n\n1. Farrow Valley Radiology, 44 miles, next date in 11 weeks.\n2. St. Odell Imaging, 61 miles, does not offer this procedure.`,
      exhibits: [],
      footer: `Capture for claim ${tail}`,
    }),
  }),
  /** Notes of the calls to the plan, as plain text. */
  calls: async ({ payer, tail }, days) => ({
    name: 'call-notes.txt',
    bytes: Buffer.from(
      `Claim ${tail}, ${PAYERS[payer].name}\n${days.ago(3)}: asked for a participating provider in reach; none was named. Reference ${PAYERS[payer].planId}-${tail}.\n`,
    ),
  }),
  /** The referral on file. */
  referral: async ({ tail }, days) => ({
    name: 'referral.txt',
    bytes: Buffer.from(`Referral R-${tail}, ${days.ago(70)}: specialist evaluation and treatment, 3 visits.\n`),
  }),
} as const satisfies Record<string, Exhibit>;

export type ExhibitKey = keyof typeof EXHIBITS;
export const exhibit = (key: ExhibitKey, ...of: Parameters<Exhibit>): ReturnType<Exhibit> => EXHIBITS[key](...of);
