import type { Confidence } from './carc-table.ts';
import type { DenialClass } from './denial-classes.ts';
import type { QuestionId } from './questions.ts';

/** What may be known of the claim beside its codes, and how that is said where it holds and where it does not. */
export const CLAIM_FEATURES = [
  /** A remark that has a class of its own, on the line of the code or on the whole claim. */
  { feature: 'explaining-remark', holds: 'a remark explains it', lacks: 'no remark explains it' },
  /** A network code or a balance-billing remark, or a provider verified out of network. */
  {
    feature: 'out-of-network',
    holds: 'something says that the claim is out of network',
    lacks: 'nothing says that the claim is out of network',
  },
  /** It adjudicates again what we appealed. */
  { feature: 'after-appeal', holds: 'an appeal of ours went out before', lacks: 'no appeal of ours is known' },
  { feature: 'emergency-room', holds: 'the claim is of an emergency room', lacks: 'the claim is of no emergency room' },
  {
    feature: 'emergencies-only',
    holds: 'the plan covers out of network for emergencies only (HMO, EPO)',
    lacks: 'the plan is not known to cover out of network for emergencies only',
  },
  {
    feature: 'lower-level',
    holds: 'the plan covers out of network at a lower level (PPO, POS)',
    lacks: 'the plan is not known to cover out of network at a lower level',
  },
] as const;
export type ClaimFeature = (typeof CLAIM_FEATURES)[number]['feature'];

/** Codes by which a payer answers an appeal. */
export const APPEAL_ANSWERS = [
  { carc: '193', answer: 'upheld', says: 'the decision was upheld' },
  { carc: '285', answer: 'failed-on-procedure', says: 'the appeal failed on procedure' },
  { carc: '286', answer: 'failed-on-time', says: 'the appeal came too late' },
] as const;
export type AppealAnswer = (typeof APPEAL_ANSWERS)[number]['answer'];

export interface CodesSeen {
  carcs?: readonly string[];
  groups?: readonly string[];
  classes?: readonly DenialClass[];
}

/** How codes change each other's meaning. All that a row names must hold of one adjustment, and of its claim. */
export interface InteractionRow {
  id: string;
  /** Our own words. */
  label: string;
  /** Rows are looked at from the lowest place on: the first that says a class, or how surely, has the word. */
  place: number;
  /** Added by the organization: it judges the codes that it has classed itself too. */
  isOwn?: true;
  /** Nobody goes by it any more. */
  retired?: true;
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
    answersAppeal?: AppealAnswer;
    /** Nothing but its sentence. */
    onlySays?: true;
  };
  /** `{code}` and `{remark}` are filled in. */
  says: string;
}

interface Placed {
  id: string;
  place: number;
  isOwn: boolean;
}
/** From the lowest place on; at the same place the organization's own come first, by their id. */
export const byPlace = (a: Placed, b: Placed): number =>
  a.place - b.place || Number(b.isOwn) - Number(a.isOwn) || Number(a.id > b.id) - Number(a.id < b.id);

const NETWORK: readonly DenialClass[] = ['out-of-network', 'narrow-network'];

/** Places ten apart, so that an organization's own rows fit between. */
export const INTERACTIONS: readonly InteractionRow[] = [
  {
    id: 'remark-explains',
    label: 'A remark explains the code',
    place: 10,
    watches: { classes: ['needs-remark'] },
    beside: { feature: 'explaining-remark' },
    means: { classOfRemark: true, confidence: 'likely' },
    says: '{code} says nothing by itself: {remark} explains it.',
  },
  {
    id: 'information-explained',
    label: 'A remark says what is lacking',
    place: 12,
    watches: { carcs: ['16'] },
    beside: { feature: 'explaining-remark' },
    means: { classOfRemark: true, confidence: 'likely' },
    says: '{code} says nothing by itself: {remark} explains it.',
  },
  {
    id: 'remark-lacking',
    label: 'No remark explains the code',
    place: 20,
    watches: { classes: ['needs-remark'] },
    without: { feature: 'explaining-remark' },
    means: { confidence: 'unsure', asks: 'remark' },
    says: '{code} says nothing by itself, and no remark explains it.',
  },
  {
    id: 'information-unexplained',
    label: 'No remark says what is lacking',
    place: 22,
    watches: { carcs: ['16'] },
    without: { feature: 'explaining-remark' },
    means: { confidence: 'unsure', asks: 'remark' },
    says: '{code} says nothing by itself, and no remark explains it.',
  },
  {
    id: 'authorization-named',
    label: 'The remark names the authorization',
    place: 30,
    watches: { carcs: ['243'] },
    beside: { remarks: ['N54', 'N630'] },
    means: { confidence: 'high' },
    says: '{code} with {remark}: the remark names the authorization.',
  },
  {
    id: 'looks-like-network',
    label: 'Reads like network, is an authorization',
    place: 40,
    watches: { carcs: ['243'] },
    means: { looksLike: 'out-of-network', asks: 'V2' },
    says: '{code} reads like a network denial; it says that nobody in the network authorized the service.',
  },
  {
    id: 'split-code',
    label: 'A code that was split',
    place: 50,
    watches: { carcs: ['38'] },
    means: { looksLike: 'referral-or-authorization', asks: 'V2' },
    says: '{code} ended in 2013 and was split: it may mean 242 or 243.',
  },
  {
    id: 'underpaid-out-of-network',
    label: 'Underpaid out of network',
    place: 60,
    watches: { carcs: ['45'], groups: ['PR'] },
    beside: { feature: 'out-of-network' },
    means: { class: 'out-of-network-underpayment', confidence: 'likely' },
    says: '{code} on an out-of-network claim: the patient is left with what the plan did not allow.',
  },
  {
    id: 'over-allowed-only',
    label: 'Over the allowed amount, and no more is known',
    place: 70,
    watches: { carcs: ['45'], groups: ['PR'] },
    without: { feature: 'out-of-network' },
    means: { confidence: 'unsure', asks: 'network' },
    says: '{code} is an underpayment only out of network, and nothing else says so.',
  },
  {
    id: 'two-contract-hints',
    label: 'Two hints at a contract that was not loaded',
    place: 80,
    watches: { carcs: ['147'] },
    beside: { other: { classes: NETWORK, groups: ['CO'] } },
    means: { confidence: 'high' },
    says: '{code} beside a network code under CO: both hint at a contract that was not loaded.',
  },
  {
    id: 'contract-not-loaded',
    label: 'A rate presumes a contract',
    place: 90,
    watches: { carcs: ['147'] },
    means: { asks: 'contract' },
    says: '{code}: a rate that expired or is not on file presumes a contract.',
  },
  {
    id: 'contract-load-hint',
    label: 'A network code that the provider bears',
    place: 100,
    watches: { classes: NETWORK, groups: ['CO'] },
    means: { looksLike: 'contract-load', asks: 'contract' },
    says: '{code}: the provider bears it, which presumes a contract.',
  },
  {
    id: 'emergency-room',
    label: 'A network or authorization code at an emergency room',
    place: 110,
    watches: { classes: [...NETWORK, 'authorization', 'referral', 'referral-or-authorization'] },
    beside: { feature: 'emergency-room' },
    means: { looksLike: 'emergency', asks: 'emergency' },
    says: '{code} on a claim of an emergency room: emergency care takes its own path.',
  },
  {
    id: 'emergencies-only',
    label: 'A network code under a plan for emergencies only',
    place: 120,
    watches: { classes: NETWORK },
    beside: { feature: 'emergencies-only' },
    means: { asks: 'emergency' },
    says: '{code} under a plan that covers out of network only for emergency and urgent care: was it one?',
  },
  {
    id: 'benefit-level',
    label: 'A network code under a plan with a lower level',
    place: 130,
    watches: { classes: NETWORK },
    beside: { feature: 'lower-level' },
    means: { onlySays: true },
    says: '{code} under a plan that covers out of network at a lower level: the argument is about the benefit level.',
  },
  {
    id: 'ambiguous-code',
    label: 'A code that may mean several things',
    place: 140,
    watches: { classes: ['to-classify'] },
    means: { confidence: 'unsure', asks: 'meaning' },
    says: '{code} may mean several things: it stands in the list to classify.',
  },
  ...APPEAL_ANSWERS.flatMap(({ carc, answer, says }, nth): InteractionRow[] => [
    {
      id: `answer-${answer}`,
      label: `Answers our appeal: ${says}`,
      place: 150 + 20 * nth,
      watches: { carcs: [carc] },
      beside: { feature: 'after-appeal' },
      means: { answersAppeal: answer },
      says: `{code} answers our appeal: ${says}.`,
    },
    {
      id: `answer-to-nothing-${answer}`,
      label: `Answers an appeal that nobody knows: ${says}`,
      place: 160 + 20 * nth,
      watches: { carcs: [carc] },
      without: { feature: 'after-appeal' },
      means: { answersAppeal: answer, confidence: 'unsure', asks: 'which-appeal' },
      says: `{code} answers an appeal (${says}), and none of ours is known.`,
    },
  ]),
];
