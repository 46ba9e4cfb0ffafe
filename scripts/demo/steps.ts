/** The words in which a road is written: what somebody does, one act after the other. */
import type { ResponseBody } from '@overturn/contracts';
import type { Stage, TaskKind } from '@overturn/domain';
import type { ClaimRow } from './claims.ts';
import type { Days } from './days.ts';
import type { ExhibitKey } from './exhibits.ts';
import { SERVICES } from './services.ts';
import { CLIENTS } from './who.ts';
import type { PersonKey } from './who.ts';

/** A person, or the specialist of the claim's client. */
export type Who = PersonKey | 'specialist';

interface About {
  row: ClaimRow;
  days: Days;
}
type AnswerOf = (about: About) => Record<string, unknown>;

export type Step =
  | { act: 'task'; kind: TaskKind; outcome: string; by: Who; answer: AnswerOf; exhibit?: ExhibitKey }
  /** The payer answers, once the case stands there. */
  | { act: 'response'; at: Stage; name: string; body: (about: About) => ResponseBody }
  /** The payer pays: a new remittance with this claim. */
  | { act: 'payment' }
  /** What somebody has in hand, or has put off, at the end of the road. */
  | { act: 'claim'; kind: TaskKind; by: Who }
  | { act: 'snooze'; kind: TaskKind; by: Who; days: number };

const nothing: AnswerOf = () => ({});
const task = (kind: TaskKind, outcome: string, answer: AnswerOf = nothing, by: Who = 'specialist'): Step => ({
  ...{ act: 'task', kind, outcome, by, answer },
});

export const claimed = (kind: TaskKind, by: Who): Step => ({ act: 'claim', kind, by });
export const snoozed = (kind: TaskKind, by: Who, days: number): Step => ({ act: 'snooze', kind, by, days });
export const paid: Step = { act: 'payment' };

/** The late date is right: the filing is overdue. */
export const confirmed = task('review-intake', 'corrected', () => ({ filingDateConfirmed: true }));

export const verified = task('verify-network', 'out-of-network', ({ row, days }) => ({
  ...{ source: 'directory', checkedOn: days.ago(0), reference: `DIR-${row.tail}`, networkRule: 'Tier 1 network only' },
  ...{ billingStatus: 'out', renderingStatus: 'out', facilityStatus: 'out' },
}));
export const notFoundOut = task('verify-network', 'unknown', () => ({
  reason: 'The directory shows today only, and the line was cut off before the call was answered.',
}));
export const inNetwork = task('verify-network', 'in-network', ({ row, days }) => ({
  ...{ source: 'payer-call', checkedOn: days.ago(0), reference: `CALL-${row.tail}` },
  ...{ billingStatus: 'in', renderingStatus: 'in', facilityStatus: 'in' },
}));
export const pathConfirmed = task('choose-path', 'confirmed');

const captured = (kind: TaskKind, exhibit: ExhibitKey, note: string): Step => ({
  ...{ act: 'task', kind, outcome: 'captured', by: 'specialist', exhibit },
  answer: ({ days }) => ({ capturedOn: days.ago(1), note }),
});
export const directoryProof = captured(
  'gather-directory-proof',
  'directory',
  'Two results within 60 miles, neither in time.',
);
export const callNotes = captured('gather-network-communications', 'calls', 'The plan named nobody in reach.');
export const referral = captured('gather-referral-records', 'referral', 'Referral on file before the service.');
export const noReferral = task('gather-referral-records', 'does-not-exist', () => ({
  reason: 'This plan asks for no referral.',
}));

export const sentBack = task('review-packet', 'back-with-remarks', () => ({
  remarks: 'Name the distance of the two in-network centres.',
}));
export const approved = task('review-packet', 'approved', nothing, 'mina');

export const sent = (daysAgo: number): Step =>
  task('send-packet', 'sent', ({ row, days }) => ({
    sentOn: days.ago(daysAgo),
    ...(row.payer === 'lumen'
      ? { channel: 'fax', proofNumber: `FAX-${row.tail}` }
      : { channel: 'portal', proofNumber: `GX-${row.tail}`, deliveredOn: days.ago(daysAgo) }),
  }));

export const stillWaiting = task('chase-payer', 'still-waiting', ({ row, days }) => ({
  ...{ contactedOn: days.ago(0), reference: `CALL-${row.tail}`, representative: 'Odette', promisedOn: days.ago(-5) },
}));
export const answeredByPhone = task('chase-payer', 'answered', ({ row, days }) => ({
  ...{ contactedOn: days.ago(0), reference: `CALL-${row.tail}`, note: 'A letter went out on Thursday.' },
}));

type Said = Omit<ResponseBody, 'externalId' | 'outcome' | 'answeredOn'>;
const says = (at: Stage, outcome: ResponseBody['outcome'], daysAgo: number, said: Said = {}): Step => ({
  ...{ act: 'response', at, name: `${at}-${outcome}` },
  body: ({ days, row }) => ({ outcome, answeredOn: days.ago(daysAgo), reference: `PR-${row.tail}`, ...said }),
});
export const acknowledged = (daysAgo: number, at: Stage = 'await-response'): Step =>
  says(at, 'acknowledged', daysAgo, { regards: at === 'await-appeal' ? 'appeal' : 'exception' });
export const granted = (daysAgo: number, at: Stage = 'await-response'): Step =>
  says(at, 'approved', daysAgo, {
    regards: at === 'await-appeal' ? 'appeal' : 'exception',
    benefitLevel: 'in-network',
  });
export const grantedInPart = says('await-response', 'partly', 1, {
  benefitLevel: 'out-of-network',
  wording: 'Authorized for the date of service. Benefits apply at the out-of-network level.',
});
export const wantsMore = says('await-response', 'more-information', 2, {
  wording: 'Send the list of participating providers contacted, with dates.',
});
export const refused = (daysAgo: number): Step =>
  says('await-response', 'denied', daysAgo, {
    wording: 'Participating providers were available. The request for a network exception is not approved.',
  });

export const appealDrafted = task('draft-appeal', 'drafted', () => ({
  standing: 'provider',
  argument: 'The two participating centres named could not offer the procedure within twelve weeks.',
}));
export const closedBySupervisor = task(
  'rescue',
  'done',
  () => ({ next: 'close', note: 'The patient settled the bill with the clinic; nothing is left to ask for.' }),
  'mina',
);
export const paidRight = task('check-payment', 'right', ({ row, days }) => ({
  paidCents: Math.round(SERVICES[row.service].chargedCents * 0.6),
  paidOn: days.ago(1),
}));
export const specialistOf = ({ client }: ClaimRow): PersonKey => CLIENTS[client].specialist;
