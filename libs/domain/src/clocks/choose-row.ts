import { type IsoDate, isIsoDate, sayDate } from '../dates/iso-date.ts';
import { toDate, toInstant, withOffset } from '../dates/instants.ts';
import { DomainError } from '../errors.ts';
import type { AnchorEvent, Anchors, ClockPolicy, ClockRow } from './clock-row.ts';
import type { TraceStep } from './evaluation.ts';

/** How the trace says each event. */
export const EVENT_WORDS: Record<AnchorEvent, string> = {
  noticeOn: 'Notice dated',
  receivedOn: 'Received',
  requestedOn: 'Asked',
  extensionNoticedOn: 'Extension noticed',
  informationAskedOn: 'Information asked for',
  suppliedOn: 'Information supplied',
  sentOn: 'Sent',
  deliveredOn: 'Delivered',
  decidedOn: 'Decision dated',
  paymentReceivedOn: 'Payment received',
  negotiationNoticeOn: 'Negotiation notice sent',
  negotiationEndedOn: 'Negotiation ended',
  disputeStartedOn: 'Dispute started',
  entityChosenOn: 'Dispute entity chosen',
  externalAskedOn: 'External review asked for',
  reviewFinishedOn: 'Review finished',
  effectiveOn: 'Effective',
  contractEndNoticeOn: 'Contract end noticed',
  taskOpenedOn: 'Task opened',
};

export interface FoundAnchor {
  event: AnchorEvent;
  /** The day it fell on, in the organization's zone. */
  on: IsoDate;
  /** Its instant; of a bare date the first moment. */
  at: string;
  /** It stands in for an event that is not known yet. */
  assumed: boolean;
  say: () => string;
}

/** A row that counts from receipt counts from the notice while receipt is unknown: that never moves a date later. */
export const STANDS_IN: Partial<Record<AnchorEvent, AnchorEvent>> = {
  receivedOn: 'noticeOn',
  paymentReceivedOn: 'noticeOn',
};

/** The event a row counts from. Throws BAD_INPUT naming the row and its event when none is known. */
export function findAnchor(row: ClockRow, anchors: Anchors, timeZone: string): FoundAnchor {
  const own = [row.anchor, ...(row.otherAnchors ?? [])];
  const standIn = STANDS_IN[row.anchor];
  const event = own.find((name) => anchors[name]) ?? (standIn && anchors[standIn] ? standIn : undefined);
  const value = event && anchors[event];
  if (!event || !value) {
    throw new DomainError('BAD_INPUT', `${row.id} counts from ${own.join(' or ')}, which is not given.`, {
      clock: row.id,
      needs: own,
    });
  }
  const on = toDate(value, timeZone);
  const onHours = row.unit === 'hours';
  const at = onHours ? toInstant(value, timeZone) : on;
  const bareDate = onHours && isIsoDate(value);
  const assumed = !own.includes(event);
  const say = (): string => {
    const why = assumed
      ? `; when it was received is not known, so the count starts here`
      : bareDate
        ? '; no time is known, so the day’s first moment counts'
        : '';
    return `${EVENT_WORDS[event]} ${onHours ? withOffset(at, timeZone) : sayDate(on)}${why}.`;
  };
  return { event, on, at, assumed: assumed || bareDate, say };
}

/** What a version is chosen by where that is not the anchor's own date. */
interface ChosenBy {
  on: IsoDate;
  /** It is not known: 1 January of the anchor's year stands for it. */
  assumed: boolean;
}
export interface ChosenRow {
  row: ClockRow;
  anchor: FoundAnchor;
  ratingPeriod?: ChosenBy;
}

/** The rating period of the plan that holds the anchor. Throws BAD_INPUT for one that begins after it. */
function ratingPeriodOf({ id, chosenBy }: ClockRow, anchor: FoundAnchor, policy: ClockPolicy): ChosenBy | undefined {
  if (chosenBy !== 'ratingPeriodStart') return undefined;
  const { ratingPeriodStart: on } = policy;
  if (on === undefined) return { on: `${anchor.on.slice(0, 4)}-01-01`, assumed: true };
  if (on <= anchor.on) return { on, assumed: false };
  const what = `${EVENT_WORDS[anchor.event]} ${sayDate(anchor.on)}`;
  const sentence = `A rating period that begins on ${sayDate(on)} does not hold what came before it (${what}). Give the start of the period in which that day lies.`;
  throw new DomainError('BAD_INPUT', sentence, { clock: id, fields: { ratingPeriodStart: sentence } });
}

/** The version in force on the anchor's date, or on the start of the plan's rating period; CLOCK_NOT_IN_FORCE names the row when there is none. */
export function chooseRow(versions: readonly ClockRow[], anchors: Anchors, policy: ClockPolicy): ChosenRow {
  let refused: { id: string; date: IsoDate } | undefined;
  for (const row of versions) {
    const anchor = findAnchor(row, anchors, policy.timeZone);
    const ratingPeriod = ratingPeriodOf(row, anchor, policy);
    const date = ratingPeriod?.on ?? anchor.on;
    if (row.effectiveFrom <= date && (row.effectiveTo === null || date <= row.effectiveTo))
      return { row, anchor, ...(ratingPeriod && { ratingPeriod }) };
    refused = { id: row.id, date };
  }
  const { id, date } = refused ?? { id: 'unknown', date: '' };
  const first = versions.reduce((least, row) => (row.effectiveFrom < least ? row.effectiveFrom : least), '9999-12-31');
  const sentence =
    date < first
      ? `${id} is in force from ${first}: it does not answer for ${date}.`
      : `No version of ${id} is in force on ${date}.`;
  throw new DomainError('CLOCK_NOT_IN_FORCE', sentence, { clock: id, date, effectiveFrom: first });
}

/** Which version the rating period chose. */
export function ratingPeriodStep({ on, assumed }: ChosenBy, { effectiveFrom }: ClockRow): TraceStep {
  const why = assumed
    ? `The plan’s rating period is not known: one from ${sayDate(on)} is assumed`
    : `The plan’s rating period began ${sayDate(on)}`;
  return { sentence: `${why}, so the version in force from ${sayDate(effectiveFrom)} applies.`, input: on, output: on };
}
