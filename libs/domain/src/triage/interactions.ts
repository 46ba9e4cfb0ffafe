import type { Confidence } from './carc-table.ts';
import type { DenialClass } from './denial-classes.ts';
import type { QuestionId } from './questions.ts';

/** What may be known of the claim beside its codes. */
export type ClaimFeature =
  /** A remark that has a class of its own. */
  | 'explaining-remark'
  /** A network code or a balance-billing remark, or a provider verified out of network. */
  | 'out-of-network'
  /** It adjudicates again what we appealed. */
  | 'after-appeal'
  | 'emergency-room'
  /** HMO, EPO. */
  | 'emergencies-only'
  /** PPO, POS. */
  | 'lower-level';

export interface CodesSeen {
  carcs?: readonly string[];
  groups?: readonly string[];
  classes?: readonly DenialClass[];
}

/** How codes change each other's meaning. All that a row names must hold of one adjustment, and of its claim. */
export interface InteractionRow {
  id: string;
  /** Of the organization: it judges its own codes too. */
  isOwn?: true;
  watches: CodesSeen;
  beside?: { feature?: ClaimFeature; remarks?: readonly string[]; other?: CodesSeen };
  without?: { feature?: ClaimFeature };
  means: {
    class?: DenialClass;
    /** The class of the remark that explains it. */
    classOfRemark?: true;
    confidence?: Confidence;
    /** What it may be in truth. */
    looksLike?: DenialClass;
    asks?: QuestionId;
    answersAppeal?: 'upheld' | 'failed-on-procedure' | 'failed-on-time';
  };
  /** `{code}` and `{remark}` are filled in. */
  says: string;
}

const NEEDS_REMARK = ['96', '204', 'A1', '16'];
const NETWORK: readonly DenialClass[] = ['out-of-network', 'narrow-network'];

export const INTERACTIONS: readonly InteractionRow[] = [
  {
    id: 'remark-explains',
    watches: { carcs: NEEDS_REMARK },
    beside: { feature: 'explaining-remark' },
    means: { classOfRemark: true, confidence: 'likely' },
    says: '{code} says nothing by itself: {remark} explains it.',
  },
  {
    id: 'remark-lacking',
    watches: { carcs: NEEDS_REMARK },
    without: { feature: 'explaining-remark' },
    means: { confidence: 'unsure', asks: 'remark' },
    says: '{code} says nothing by itself, and no remark explains it.',
  },
  {
    id: 'authorization-named',
    watches: { carcs: ['243'] },
    beside: { remarks: ['N54', 'N630'] },
    means: { confidence: 'high' },
    says: '{code} with {remark}: the remark names the authorization.',
  },
  {
    id: 'looks-like-network',
    watches: { carcs: ['243'] },
    means: { looksLike: 'out-of-network', asks: 'V2' },
    says: '{code} reads like a network denial; it says that nobody in the network authorized the service.',
  },
  {
    id: 'split-code',
    watches: { carcs: ['38'] },
    means: { looksLike: 'referral-or-authorization', asks: 'V2' },
    says: '{code} ended in 2013 and was split: it may mean 242 or 243.',
  },
  {
    id: 'underpaid-out-of-network',
    watches: { carcs: ['45'], groups: ['PR'] },
    beside: { feature: 'out-of-network' },
    means: { class: 'out-of-network-underpayment', confidence: 'likely' },
    says: '{code} on an out-of-network claim: the patient is left with what the plan did not allow.',
  },
  {
    id: 'over-allowed-only',
    watches: { carcs: ['45'], groups: ['PR'] },
    without: { feature: 'out-of-network' },
    means: { confidence: 'unsure', asks: 'network' },
    says: '{code} is an underpayment only out of network, and nothing else says so.',
  },
  {
    id: 'two-contract-hints',
    watches: { carcs: ['147'] },
    beside: { other: { classes: NETWORK, groups: ['CO'] } },
    means: { confidence: 'high' },
    says: '{code} beside a network code under CO: both hint at a contract that was not loaded.',
  },
  {
    id: 'contract-not-loaded',
    watches: { carcs: ['147'] },
    means: { asks: 'contract' },
    says: '{code}: a rate that expired or is not on file presumes a contract.',
  },
  {
    id: 'contract-load-hint',
    watches: { classes: NETWORK, groups: ['CO'] },
    means: { looksLike: 'contract-load', asks: 'contract' },
    says: '{code}: the provider bears it, which presumes a contract.',
  },
  {
    id: 'emergency-room',
    watches: { classes: [...NETWORK, 'authorization', 'referral', 'referral-or-authorization'] },
    beside: { feature: 'emergency-room' },
    means: { looksLike: 'emergency', asks: 'emergency' },
    says: '{code} on a claim of an emergency room: emergency care takes its own path.',
  },
  {
    id: 'emergencies-only',
    watches: { classes: NETWORK },
    beside: { feature: 'emergencies-only' },
    means: { asks: 'emergency' },
    says: '{code} under a plan that covers out of network only for emergency and urgent care: was it one?',
  },
  {
    id: 'benefit-level',
    watches: { classes: NETWORK },
    beside: { feature: 'lower-level' },
    means: {},
    says: '{code} under a plan that covers out of network at a lower level: the argument is about the benefit level.',
  },
  {
    id: 'ambiguous-code',
    watches: { classes: ['to-classify'] },
    means: { confidence: 'unsure', asks: 'meaning' },
    says: '{code} may mean several things: it stands in the list to classify.',
  },
  ...(
    [
      ['193', 'upheld', 'the decision was upheld'],
      ['285', 'failed-on-procedure', 'the appeal failed on procedure'],
      ['286', 'failed-on-time', 'the appeal came too late'],
    ] as const
  ).flatMap(([carc, answersAppeal, words]): InteractionRow[] => [
    {
      id: `answer-${answersAppeal}`,
      watches: { carcs: [carc] },
      beside: { feature: 'after-appeal' },
      means: { answersAppeal },
      says: `{code} answers our appeal: ${words}.`,
    },
    {
      id: `answer-to-nothing-${answersAppeal}`,
      watches: { carcs: [carc] },
      without: { feature: 'after-appeal' },
      means: { answersAppeal, confidence: 'unsure', asks: 'which-appeal' },
      says: `{code} answers an appeal (${words}), and none of ours is known.`,
    },
  ]),
];
