import type { PathId } from '../denial/paths.ts';
import type { ProofId } from './proofs.ts';

/** What is weighed beside the proofs. */
export interface Measures {
  class: string;
  confidence: string;
  network: string | undefined;
  referral: string | undefined;
  claim: 'wrong' | undefined;
  standing: string;
  amountCents: number | undefined;
  businessDaysLeft: number | undefined;
}

interface Weighed {
  id: string;
  about: 'wording' | 'record' | 'fix' | 'money' | 'time' | 'standing';
  label: string;
  /** Counted only while one of them is open. */
  paths?: readonly PathId[];
}
/** Points for what a fact is; `raise`: what staff can make of it. */
export interface ValueRow extends Weighed {
  measure: 'class' | 'confidence' | 'network' | 'referral' | 'claim' | 'standing';
  points: Readonly<Record<string, number>>;
  raise?: { from: readonly string[]; to: string; says: string };
}
/** Points for how much there is: of the bands that it reaches the last. */
export interface BandRow extends Weighed {
  measure: 'amountCents' | 'businessDaysLeft';
  bands: readonly { atLeast: number; points: number }[];
}
/** Points for each proof held, up to so many. */
export interface ProofScoreRow extends Weighed {
  proof: ProofId;
  each: number;
  most: number;
  one: string;
  many: string;
}
export type ScoreRow = ValueRow | BandRow | ProofScoreRow;

export const BASE_POINTS = 20;

/** Weights are a policy: nobody measured them, so an organization sets its own. */
export const SCORE_ROWS: readonly ScoreRow[] = [
  {
    id: 'wording',
    about: 'wording',
    label: 'What the denial says',
    measure: 'class',
    points: {
      'contract-load': 25,
      'referral-or-authorization': 15,
      referral: 15,
      authorization: 12,
      emergency: 18,
      'correct-first': 20,
      'out-of-network-underpayment': 10,
      'out-of-network': 6,
      'narrow-network': 6,
      medical: -4,
      'timely-filing': -15,
      'appeal-lost': -15,
    },
  },
  {
    id: 'reading',
    about: 'wording',
    label: 'How surely it is read',
    measure: 'confidence',
    points: { high: 4, likely: 0, unsure: -6 },
    raise: { from: ['unsure'], to: 'likely', says: 'the payer’s word on what the denial means' },
  },
  { id: 'network', about: 'fix', label: 'The network on the date', measure: 'network', points: { in: 30, out: 0 } },
  {
    id: 'referral',
    about: 'fix',
    label: 'The referral or authorization',
    measure: 'referral',
    points: { matches: 20, mismatch: 10, obtainable: 8, denied: -4, none: -10 },
    raise: { from: ['obtainable', 'mismatch'], to: 'matches', says: 'the referral or authorization, matched' },
    paths: ['referral-or-authorization'],
  },
  {
    id: 'claim',
    about: 'fix',
    label: 'An error that the provider can repair',
    measure: 'claim',
    points: { wrong: 18 },
  },
  proof('directory-proof', 'dated directory capture', 'dated directory captures', 10, 1, [
    'directory-misinformation',
    'access-gap',
    'correction',
  ]),
  proof('referral-records', 'referral record', 'referral records', 8, 1, ['referral-or-authorization']),
  proof(
    'network-communications',
    'record of what was said of the network',
    'records of what was said of the network',
    5,
    1,
  ),
  proof('contacts', 'contacted provider', 'contacted providers', 2, 3, ['access-gap', 'expertise-gap']),
  proof('wait-quotes', 'wait-time quote', 'wait-time quotes', 6, 2, ['access-gap']),
  proof('distances', 'measured distance', 'measured distances', 3, 2, ['access-gap']),
  proof('medical-necessity-letter', 'letter of medical necessity', 'letters of medical necessity', 9, 1, [
    'expertise-gap',
  ]),
  proof('training-comparison', 'comparison of training or volume', 'comparisons of training or volume', 5, 1, [
    'expertise-gap',
  ]),
  proof('refusals', 'refusal of an in-network provider', 'refusals of in-network providers', 4, 2, ['expertise-gap']),
  proof('facility-status', 'proof of the facility’s status', 'proofs of the facility’s status', 8, 1, ['no-surprises']),
  {
    id: 'money',
    about: 'money',
    label: 'What it is worth',
    measure: 'amountCents',
    bands: [
      { atLeast: 0, points: -8 },
      { atLeast: 10_000, points: 0 },
      { atLeast: 100_000, points: 4 },
      { atLeast: 500_000, points: 8 },
    ],
  },
  {
    id: 'time',
    about: 'time',
    label: 'Business days to the safe date',
    measure: 'businessDaysLeft',
    bands: [
      { atLeast: -10_000, points: -30 }, // however late it is
      { atLeast: 0, points: -12 },
      { atLeast: 5, points: -4 },
      { atLeast: 20, points: 6 },
    ],
  },
  {
    id: 'standing',
    about: 'standing',
    label: 'Who may ask',
    measure: 'standing',
    points: { provider: 6, both: 6, member: -6, unknown: -6 },
  },
  proof('representative-form', 'representative form', 'representative forms', 10, 1, undefined, 'standing'),
];

function proof(
  id: ProofId,
  one: string,
  many: string,
  each: number,
  most: number,
  paths?: readonly PathId[],
  about: Weighed['about'] = 'record',
): ProofScoreRow {
  return { id: `proof ${id}`, about, label: one, proof: id, each, most, one, many, ...(paths && { paths }) };
}
