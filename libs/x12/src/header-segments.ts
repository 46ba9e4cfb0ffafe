import { readDate } from './dates.ts';
import { readContact } from './facts.ts';
import type { Notice, NoticeSource, Organization, Position, Transaction } from './model.ts';
import { isNpi } from './npi.ts';
import type { Reading } from './reading.ts';
import { packedId } from './segment.ts';
import type { Segment } from './segment.ts';

/** The header of one transaction while it is read: ST to the first claim. */
export interface Header {
  transaction: Transaction;
  /** The organization that the segments after an N1 belong to. */
  party: Organization | null;
  /** ST. */
  at: Position;
  hasPayment: boolean;
  sentAt: Partial<Record<NoticeSource, Position>>;
}

const organization = (): Organization => ({
  name: null,
  idQualifier: null,
  id: null,
  address: null,
  references: [],
  contacts: [],
});

/** GS04 comes from the group around it. */
export function openHeader(controlNumber: string, groupDate: string | null, at: Position): Header {
  return {
    party: null,
    at,
    hasPayment: false,
    sentAt: {},
    transaction: {
      controlNumber,
      payment: {
        handling: '',
        amountCents: 0,
        creditOrDebit: '',
        method: '',
        traceNumber: null,
        originatorId: null,
        originatorSupplementalId: null,
      },
      notice: { sent: { DTM405: null, BPR16: null, GS04: groupDate }, noticeOn: null, source: null },
      payer: organization(),
      payee: organization(),
      references: [],
      currency: null,
    },
  };
}

type Placer = (segment: Segment, header: Header, reading: Reading) => void;

const PLACERS: [id: string, place: Placer][] = [
  [
    'BPR',
    (segment, header, reading) => {
      const { payment } = header.transaction;
      header.hasPayment = true;
      payment.handling = segment.value(1);
      payment.amountCents = reading.cents(segment, 2);
      payment.creditOrDebit = segment.value(3);
      payment.method = segment.value(4);
      sendNotice(header, 'BPR16', segment, 16);
    },
  ],
  [
    'TRN',
    (segment, { transaction: { payment } }) => {
      payment.traceNumber = segment.optional(2);
      payment.originatorId = segment.optional(3);
      payment.originatorSupplementalId = segment.optional(4);
    },
  ],
  ['CUR', (segment, { transaction }) => void (transaction.currency = segment.optional(2))],
  [
    'DTM',
    (segment, header) => {
      if (segment.value(1) === '405') sendNotice(header, 'DTM405', segment, 2);
    },
  ],
  [
    'REF',
    (segment, { party, transaction }) =>
      void (party ?? transaction).references.push({ kind: segment.value(1), value: segment.value(2) }),
  ],
  ['N1', openParty],
  ['N2', () => undefined],
  [
    'N3',
    (segment, { party }) =>
      void addressOf(party).lines.push(...[segment.value(1), segment.value(2)].filter((line) => line !== '')),
  ],
  ['N4', readPlace],
  ['PER', (segment, { party }) => void party?.contacts.push(readContact(segment))],
  ['RDM', () => undefined],
  ['NTE', () => undefined],
];
const PLACER_OF = new Map(PLACERS.map(([id, place]) => [packedId(id), place]));

/** Places a segment of the header; false when an 835 has no such segment there. */
export function readHeaderSegment(segment: Segment, header: Header, reading: Reading): boolean {
  const place = PLACER_OF.get(segment.id);
  place?.(segment, header, reading);
  return place !== undefined;
}

function openParty(segment: Segment, header: Header, reading: Reading): void {
  const { payer, payee } = header.transaction;
  const party = { PR: payer, PE: payee }[segment.value(1)] ?? organization();
  party.name = segment.optional(2);
  party.idQualifier = segment.optional(3);
  party.id = segment.optional(4);
  header.party = party;
  if (party === payee && party.idQualifier === 'XX' && !isNpi(party.id ?? ''))
    reading.warn('NPI_CHECK_DIGIT', segment.at());
}

const addressOf = (party: Organization | null): NonNullable<Organization['address']> =>
  ((party ?? organization()).address ??= { lines: [], city: null, state: null, postalCode: null, country: null });

function readPlace(segment: Segment, { party }: Header): void {
  const address = addressOf(party);
  address.city = segment.optional(1);
  address.state = segment.optional(2);
  address.postalCode = segment.optional(3);
  address.country = segment.optional(4);
}

function sendNotice({ transaction, sentAt }: Header, source: NoticeSource, segment: Segment, index: number): void {
  transaction.notice.sent[source] = segment.optional(index);
  sentAt[source] = segment.at();
}

const NOTICE_SOURCES: NoticeSource[] = ['DTM405', 'BPR16', 'GS04'];

/** The first of the three that is a real date, and not one to come as the file came, is the notice's. A bad one is a warning. */
export function closeHeader({ transaction, at, sentAt }: Header, reading: Reading): Transaction {
  const { notice } = transaction;
  for (const source of NOTICE_SOURCES) {
    const sent = notice.sent[source];
    if (sent === null) continue;
    const date = readDate(sent);
    if (date === null) reading.warn('BAD_NOTICE_DATE', sentAt[source] ?? at);
    else if (notice.noticeOn !== null) continue;
    else if (reading.receivedOn !== null && date > reading.receivedOn)
      reading.warn('NOTICE_DATE_TO_COME', sentAt[source] ?? at);
    else chooseNotice(notice, source, date);
  }
  if (notice.noticeOn === null) reading.warn('NO_NOTICE_DATE', at);
  return transaction;
}

function chooseNotice(notice: Notice, source: NoticeSource, date: string): void {
  notice.noticeOn = date;
  notice.source = source;
}
