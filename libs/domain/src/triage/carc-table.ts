import type { DenialClass } from './denial-classes.ts';

export type Confidence = 'high' | 'likely' | 'unsure';

export interface CarcRow {
  carc: string;
  /** Our own words: the official text is licensed. */
  label: string;
  class: DenialClass;
  /** Instead of `class` under group PR. */
  classWhenPatientOwes?: DenialClass;
  /** How surely the code alone says the class. Default high. */
  confidence?: Confidence;
  /** What to ask, or what the code is often mistaken for. */
  hint?: string;
  /** No row was found: the code is kept, and nothing is known of it. */
  isUnknown?: true;
}

/** Claim adjustment reason codes that triage knows; any other is class `other` with its code kept. */
export const CARC_TABLE: readonly CarcRow[] = [
  { carc: '242', label: 'not by a network or primary-care provider', class: 'out-of-network' },
  {
    carc: '38',
    label: 'not by or authorized by the network (ended 2013)',
    class: 'out-of-network',
    confidence: 'unsure',
    hint: 'Ask which: 242 or 243.',
  },
  {
    carc: '279',
    label: 'not by a preferred-network provider',
    class: 'narrow-network',
    hint: 'In the payer’s network, not in the member’s narrow one.',
  },
  {
    carc: '243',
    label: 'not authorized by the network or primary care',
    class: 'referral-or-authorization',
    confidence: 'likely',
    hint: 'Looks like network, is a referral or an authorization.',
  },
  { carc: '287', label: 'referral exceeded', class: 'referral' },
  { carc: '288', label: 'referral absent', class: 'referral' },
  { carc: '197', label: 'authorization absent', class: 'authorization' },
  { carc: '198', label: 'authorization exceeded', class: 'authorization' },
  { carc: '210', label: 'authorization late', class: 'authorization' },
  { carc: '302', label: 'authorization expired', class: 'authorization' },
  { carc: '284', label: 'authorization does not fit the service', class: 'authorization' },
  {
    carc: '296',
    label: 'authorization does not fit the provider',
    class: 'authorization',
    hint: 'Common when an exception named another NPI.',
  },
  { carc: '15', label: 'authorization number wrong (deactivated)', class: 'authorization' },
  { carc: '39', label: 'authorization was denied', class: 'authorization', hint: 'Appeal that denial.' },
  {
    carc: '147',
    label: 'contracted rate expired or not on file',
    class: 'contract-load',
    hint: 'Strong hint of in network.',
  },
  {
    carc: '45',
    label: 'over the allowed amount',
    class: 'other',
    classWhenPatientOwes: 'out-of-network-underpayment',
    confidence: 'likely',
  },
  { carc: '1', label: 'deductible', class: 'other' },
  { carc: '2', label: 'coinsurance', class: 'other' },
  { carc: '3', label: 'copayment', class: 'other' },
  { carc: '40', label: 'not emergent or urgent', class: 'emergency' },
  {
    carc: 'B8',
    label: 'alternative services were available',
    class: 'to-classify',
    confidence: 'unsure',
    hint: 'Ask: site, step or an in-network option?',
  },
  { carc: '95', label: 'plan procedures not followed', class: 'to-classify', confidence: 'unsure' },
  { carc: '272', label: 'outside the plan’s guidelines', class: 'to-classify', confidence: 'unsure' },
  { carc: '273', label: 'over the plan’s guidelines', class: 'to-classify', confidence: 'unsure' },
  { carc: '256', label: 'not payable under the managed-care contract', class: 'to-classify', confidence: 'unsure' },
  { carc: '170', label: 'not payable to this provider type', class: 'provider-setup' },
  { carc: '171', label: 'not payable to this provider type at this facility', class: 'provider-setup' },
  { carc: '172', label: 'not payable to this specialty', class: 'provider-setup' },
  { carc: '185', label: 'rendering provider not eligible', class: 'provider-setup' },
  { carc: '299', label: 'billing provider not eligible', class: 'provider-setup' },
  { carc: 'B7', label: 'provider not certified on the date', class: 'provider-setup' },
  { carc: '8', label: 'procedure does not fit the taxonomy', class: 'provider-setup' },
  { carc: '206', label: 'NPI missing', class: 'correct-first' },
  { carc: '207', label: 'NPI malformed', class: 'correct-first' },
  { carc: '208', label: 'NPI not matched', class: 'correct-first' },
  { carc: '16', label: 'information lacking', class: 'information', confidence: 'likely' },
  { carc: '226', label: 'requested information not supplied', class: 'information' },
  { carc: '250', label: 'attachment not as expected', class: 'information' },
  { carc: '251', label: 'attachment incomplete', class: 'information' },
  { carc: '252', label: 'attachment needed', class: 'information' },
  { carc: '163', label: 'attachment not received', class: 'information' },
  { carc: '164', label: 'attachment late', class: 'information' },
  { carc: '26', label: 'before coverage', class: 'eligibility' },
  { carc: '27', label: 'after coverage', class: 'eligibility' },
  { carc: '31', label: 'patient not identified', class: 'eligibility' },
  { carc: '32', label: 'dependent not eligible', class: 'eligibility' },
  { carc: '33', label: 'no dependent coverage', class: 'eligibility' },
  { carc: '177', label: 'eligibility requirements not met', class: 'eligibility' },
  { carc: '178', label: 'spend-down not met', class: 'eligibility' },
  { carc: '179', label: 'waiting period not met', class: 'eligibility' },
  { carc: '180', label: 'residency requirements not met', class: 'eligibility' },
  { carc: '200', label: 'lapse in coverage', class: 'eligibility' },
  { carc: '22', label: 'another payer may be first', class: 'coordination' },
  { carc: '23', label: 'another payer’s adjudication', class: 'coordination' },
  { carc: '24', label: 'covered by a capitation', class: 'wrong-payer', hint: 'Another entity of the payer owes it.' },
  { carc: '109', label: 'not covered by this payer', class: 'wrong-payer' },
  { carc: 'B11', label: 'sent on to the right payer', class: 'wrong-payer' },
  { carc: '18', label: 'exact duplicate', class: 'duplicate' },
  { carc: '29', label: 'filing time passed', class: 'timely-filing' },
  { carc: '50', label: 'not medically necessary', class: 'medical' },
  { carc: '55', label: 'experimental', class: 'medical' },
  { carc: '96', label: 'not covered', class: 'needs-remark', confidence: 'unsure' },
  { carc: '204', label: 'not covered by the plan', class: 'needs-remark', confidence: 'unsure' },
  { carc: 'A1', label: 'denied', class: 'needs-remark', confidence: 'unsure' },
  { carc: '193', label: 'original decision upheld', class: 'appeal-lost' },
  { carc: '285', label: 'appeal procedure not followed', class: 'appeal-lost' },
  { carc: '286', label: 'appeal time not met', class: 'appeal-lost' },
];

/** The row of a code, or class `other` with the code as its label. */
export function carcRow(carc: string, rows: readonly CarcRow[] = CARC_TABLE): CarcRow {
  return rows.find((row) => row.carc === carc) ?? { carc, label: `code ${carc}`, class: 'other', isUnknown: true };
}
