/** How far each claim has come, as what was done: the last act is where it stands on the first screen. */
import {
  acknowledged,
  answeredByPhone,
  appealDrafted,
  approved,
  callNotes,
  claimed,
  closedBySupervisor,
  confirmed,
  directoryProof,
  granted,
  grantedInPart,
  inNetwork,
  noReferral,
  notFoundOut,
  paid,
  paidRight,
  pathConfirmed,
  referral,
  refused,
  sent,
  sentBack,
  snoozed,
  stillWaiting,
  verified,
  wantsMore,
} from './steps.ts';
import type { Step } from './steps.ts';

const chosen = [verified, pathConfirmed];
const gathered = [...chosen, directoryProof, noReferral, callNotes];
const ready = [...gathered, approved];
const sentOn = (daysAgo: number): Step[] => [...ready, sent(daysAgo)];
const appealed = (daysAgo: number): Step[] => [
  ...sentOn(daysAgo + 10),
  refused(daysAgo + 1),
  appealDrafted,
  approved,
  sent(daysAgo),
];

const TABLE = {
  untouched: [],
  overdue: [confirmed],

  verifying: [claimed('verify-network', 'specialist')],
  'verifying-dana': [claimed('verify-network', 'dana')],
  snoozed: [snoozed('verify-network', 'specialist', 1)],
  'asked-twice': [notFoundOut],
  choosing: chosen.slice(0, 1),

  'gathering-dana': [...chosen, claimed('gather-directory-proof', 'dana')],
  'one-captured': [...chosen, directoryProof],
  'two-captured': [...chosen, directoryProof, referral, claimed('gather-network-communications', 'specialist')],
  lacking: gathered,

  'reviewing-dana': [...gathered, claimed('review-packet', 'dana')],
  'sent-back': [...gathered, sentBack],
  sending: [...ready, claimed('send-packet', 'specialist')],

  protecting: [claimed('protect-filing-date', 'dana'), ...sentOn(20)],
  unacknowledged: sentOn(6),
  chasing: [...sentOn(16), acknowledged(13), claimed('chase-payer', 'specialist')],
  chased: [...sentOn(23), acknowledged(21), stillWaiting],
  answered: [...sentOn(16), answeredByPhone, claimed('record-response', 'dana')],
  partly: [...sentOn(18), grantedInPart, claimed('rescue', 'mina')],
  'more-information': [...sentOn(15), wantsMore],
  acknowledged: [...sentOn(2), acknowledged(1)],

  'drafting-appeal': [...sentOn(21), refused(1), claimed('draft-appeal', 'dana')],
  'reviewing-appeal': [...sentOn(19), refused(2), appealDrafted],
  'appeal-sent': [...appealed(9), acknowledged(7, 'await-appeal')],

  correcting: [inNetwork],
  unpaid: [...sentOn(27), granted(17)],
  'payment-came': [...sentOn(24), granted(12), paid],
  'paid-as-granted': [...sentOn(28), granted(14), paid, paidRight],
  'paid-after-appeal': [...appealed(14), granted(4, 'await-appeal'), paid, paidRight],
  lost: [...sentOn(12), grantedInPart, closedBySupervisor],
} satisfies Record<string, readonly Step[]>;

export type RoadKey = keyof typeof TABLE;
export const ROADS: Record<RoadKey, readonly Step[]> = TABLE;
