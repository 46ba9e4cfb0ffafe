import type { RegimeId } from '../regime/regimes.ts';
import type { DenialClass } from './denial-classes.ts';

export interface RarcRow {
  rarc: string;
  /** Our own words: the official text is licensed. */
  label: string;
  /** Opens a denial by itself, whatever the CARC and even when paid. */
  opens: boolean;
  /** The class it gives a claim that no adjustment classes better; also the answer where a CARC needs its remark. */
  class?: DenialClass;
  /** Instead of `class` on a claim that paid something: it is about the amount. */
  classWhenPaid?: DenialClass;
  /** Starts the federal open-negotiation clock unless the settled regime rules it out. */
  startsNegotiation?: true;
  /** Made likely, never settled. */
  regime?: RegimeId | (string & {});
  /** All that it says is that this one does not govern: `regime` is what is left. */
  rulesOut?: RegimeId | (string & {});
  /** Unprocessable: resubmit, never appeal. */
  noAppealRights?: true;
  /** Which party it points at. */
  points?: 'billing' | 'rendering' | 'facility';
  question?: string;
  /** Who can answer it. */
  askedOf?: 'payer' | 'provider';
  /** What it says of the balance-billing rules, and whose they are. */
  surprises?: { branch: SurpriseBranch; law: 'federal' | 'state' | 'either' };
}

/** Where a remark stands in the No Surprises Act, or a state's law like it. */
export type SurpriseBranch =
  | 'processed'
  | 'emergency'
  | 'participating-facility'
  | 'air-ambulance'
  | 'denied'
  | 'initial-payment'
  | 'consent-invalid'
  | 'consent-not-allowed'
  | 'consent-claimed'
  | 'may-apply'
  | 'not-processed';

/** Remittance advice remark codes that triage knows. */
export const RARC_TABLE: readonly RarcRow[] = [
  { rarc: 'N855', label: 'ERISA governs', opens: false, regime: 'erisa' },
  { rarc: 'N856', label: 'ERISA does not govern', opens: false, regime: 'aca', rulesOut: 'erisa' },
  {
    rarc: 'N830',
    label: 'processed under federal or state balance-billing rules',
    opens: true,
    class: 'out-of-network',
    startsNegotiation: true,
    classWhenPaid: 'out-of-network-underpayment',
    question: 'Federal or state rules?',
    askedOf: 'payer',
    surprises: { branch: 'processed', law: 'either' },
  },
  {
    rarc: 'N859',
    label: 'processed under the No Surprises Act, federal dispute open',
    opens: true,
    class: 'out-of-network',
    startsNegotiation: true,
    classWhenPaid: 'out-of-network-underpayment',
    surprises: { branch: 'processed', law: 'federal' },
  },
  {
    rarc: 'N858',
    label: 'processed under a state out-of-network law, state dispute open',
    opens: true,
    class: 'out-of-network',
    surprises: { branch: 'processed', law: 'state' },
  },
  {
    rarc: 'N844',
    label: 'Nebraska out-of-network law',
    opens: false,
    class: 'out-of-network',
    surprises: { branch: 'processed', law: 'state' },
  },
  {
    rarc: 'N845',
    label: 'Nebraska out-of-network law, dispute process',
    opens: false,
    class: 'out-of-network',
    surprises: { branch: 'processed', law: 'state' },
  },
  {
    rarc: 'N864',
    label: 'No Surprises: emergency service',
    opens: true,
    class: 'out-of-network',
    startsNegotiation: true,
    classWhenPaid: 'out-of-network-underpayment',
    surprises: { branch: 'emergency', law: 'federal' },
  },
  {
    rarc: 'N865',
    label: 'No Surprises: other service at a participating facility',
    opens: true,
    class: 'out-of-network',
    startsNegotiation: true,
    classWhenPaid: 'out-of-network-underpayment',
    points: 'rendering',
    surprises: { branch: 'participating-facility', law: 'federal' },
  },
  {
    rarc: 'N866',
    label: 'No Surprises: air ambulance',
    opens: true,
    class: 'out-of-network',
    startsNegotiation: true,
    classWhenPaid: 'out-of-network-underpayment',
    surprises: { branch: 'air-ambulance', law: 'federal' },
  },
  {
    rarc: 'N876',
    label: 'No Surprises: denial',
    opens: true,
    class: 'out-of-network',
    startsNegotiation: true,
    classWhenPaid: 'out-of-network-underpayment',
    surprises: { branch: 'denied', law: 'federal' },
  },
  {
    rarc: 'N877',
    label: 'No Surprises: initial payment',
    opens: true,
    class: 'out-of-network-underpayment',
    startsNegotiation: true,
    classWhenPaid: 'out-of-network-underpayment',
    surprises: { branch: 'initial-payment', law: 'federal' },
  },
  {
    rarc: 'N878',
    label: 'consent notice invalid',
    opens: true,
    class: 'out-of-network',
    surprises: { branch: 'consent-invalid', law: 'federal' },
  },
  {
    rarc: 'N879',
    label: 'consent not allowed for these services',
    opens: true,
    class: 'out-of-network',
    surprises: { branch: 'consent-not-allowed', law: 'federal' },
  },
  {
    rarc: 'N882',
    label: 'patient said to have waived protection',
    opens: true,
    class: 'out-of-network',
    question: 'Is there a valid consent form?',
    askedOf: 'provider',
    surprises: { branch: 'consent-claimed', law: 'federal' },
  },
  {
    rarc: 'N884',
    label: 'No Surprises may apply',
    opens: true,
    class: 'out-of-network',
    points: 'facility',
    question: 'Was it during a visit to a participating facility?',
    askedOf: 'provider',
    surprises: { branch: 'may-apply', law: 'federal' },
  },
  {
    rarc: 'N885',
    label: 'not processed under No Surprises',
    opens: true,
    class: 'out-of-network',
    surprises: { branch: 'not-processed', law: 'federal' },
  },
  {
    rarc: 'N852',
    label: 'pay-to and rendering Tax IDs differ',
    opens: false,
    class: 'correct-first',
    points: 'billing',
  },
  {
    rarc: 'N198',
    label: 'rendering provider not affiliated',
    opens: false,
    class: 'provider-setup',
    points: 'rendering',
  },
  { rarc: 'N54', label: 'inconsistent with the authorization', opens: false, class: 'authorization' },
  { rarc: 'N630', label: 'referral not authorized', opens: false, class: 'referral' },
  { rarc: 'N52', label: 'not enrolled in this managed-care plan on the date', opens: false, class: 'eligibility' },
  {
    rarc: 'MA130',
    label: 'unprocessable, no appeal rights',
    opens: false,
    class: 'correct-first',
    noAppealRights: true,
  },
];

/** The row of a remark, or undefined for one that says nothing to triage. */
export const rarcRow = (rarc: string, rows: readonly RarcRow[] = RARC_TABLE): RarcRow | undefined =>
  rows.find((row) => row.rarc === rarc);
