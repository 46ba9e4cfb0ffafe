import type { DenialClass } from './denial-classes.ts';

/** What is worked first when a claim carries several classes, and why it goes before the rest. A class without a row keeps its place after them. */
export const WORK_ORDER: readonly { class: DenialClass; because: string }[] = [
  { class: 'correct-first', because: 'a wrong claim is corrected before anything is argued' },
  { class: 'contract-load', because: 'in network after all ends the question' },
  { class: 'out-of-network', because: 'the network is verified before anything else' },
  { class: 'narrow-network', because: 'the network is verified before anything else' },
  { class: 'referral-or-authorization', because: 'a referral or authorization may repair it' },
  { class: 'referral', because: 'a referral may repair it' },
  { class: 'authorization', because: 'an authorization may repair it' },
  { class: 'emergency', because: 'emergency care takes its own path' },
  { class: 'out-of-network-underpayment', because: 'what was paid is argued once it is known to be out of network' },
];

const PLACE = new Map(WORK_ORDER.map((row, index) => [row.class, index]));
export const workRank = (id: DenialClass): number => PLACE.get(id) ?? WORK_ORDER.length;
export const whyFirst = (id: DenialClass): string | undefined => WORK_ORDER.find((row) => row.class === id)?.because;
