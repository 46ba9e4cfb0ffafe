import { toDate } from '../dates/instants.ts';
import { type IsoDate, sayDate } from '../dates/iso-date.ts';
import { DomainError } from '../errors.ts';
import { EVENT_WORDS, findAnchor } from './choose-row.ts';
import { anchorsOf } from './clock-inputs.ts';
import { ANCHOR_EVENTS, type Anchors, type ClockPolicy, type ClockRow } from './clock-row.ts';
import { nearestClocks } from './nearest-clocks.ts';

type Given<T> = { [K in keyof T]?: T[K] | undefined };

/** One question to one clock. `anchorOn` and `anchorAt` are short for the first event that it counts from. */
export interface PreviewQuestion extends Given<
  Pick<ClockPolicy, 'timeZone' | 'observedHolidays' | 'channel' | 'levels' | 'tolled' | 'amount' | 'ratingPeriodStart'>
> {
  clock: string;
  anchorOn?: string | undefined;
  anchorAt?: string | undefined;
  anchors?: Given<Anchors> | undefined;
  extensionNoticedOn?: IsoDate | undefined;
}

/** The question's row, or BAD_INPUT with the ids that are most like what was asked for. */
export function rowAsked({ clock }: PreviewQuestion, rows: readonly ClockRow[]): ClockRow {
  const row = rows.find(({ id }) => id === clock);
  if (row) return row;
  const nearest = nearestClocks(clock, [...new Set(rows.map(({ id }) => id))]);
  const sentence = `There is no clock of this id. The nearest: ${nearest.join(', ')}. GET /api/clocks lists all.`;
  throw new DomainError('BAD_INPUT', sentence, { fields: { clock: sentence }, nearest });
}

/** Its events by their names, the short form resolved; BAD_INPUT where one is said twice, is missing, or contradicts another. */
export function anchorsAsked(question: PreviewQuestion, row: ClockRow, { timeZone }: ClockPolicy): Anchors {
  const { anchorOn, anchorAt, anchors = {}, extensionNoticedOn } = question;
  const said = [anchorOn, anchorAt, anchors[row.anchor]].filter((value) => value !== undefined);
  if (new Set(said).size > 1)
    throw wrong(
      anchorOn === undefined ? 'anchorAt' : 'anchorOn',
      `anchorOn, anchorAt and anchors.${row.anchor} are the same event of ${row.id}: give one of them.`,
    );
  const noticed = new Set([extensionNoticedOn, anchors.extensionNoticedOn].filter((value) => value !== undefined));
  if (noticed.size > 1)
    throw wrong(
      'extensionNoticedOn',
      'extensionNoticedOn and anchors.extensionNoticedOn are the same event: give one of them.',
    );
  const given = {
    ...anchors,
    [row.anchor]: said[0],
    extensionNoticedOn: extensionNoticedOn ?? anchors.extensionNoticedOn,
  };
  const known: Anchors = Object.fromEntries(
    ANCHOR_EVENTS.flatMap((event) => (given[event] ? [[event, given[event]]] : [])),
  );
  if (!anchorsOf(row).some(({ event, role }) => role !== 'not-before' && known[event])) throw missing(row);
  const began = findAnchor(row, known, timeZone);
  if (row.extension && known.extensionNoticedOn && toDate(known.extensionNoticedOn, timeZone) < began.on)
    throw wrong(
      'extensionNoticedOn',
      `The extension cannot be noticed before the clock began (${EVENT_WORDS[began.event]} ${sayDate(began.on)}). Give the day on which its notice came.`,
    );
  return known;
}

/** The name under which the question gave the event from which its clock counts. */
export function anchorField({ anchorOn, anchorAt }: PreviewQuestion, row: ClockRow, anchors: Anchors): string {
  if (anchorOn !== undefined) return 'anchorOn';
  if (anchorAt !== undefined) return 'anchorAt';
  return `anchors.${anchorsOf(row).find(({ event }) => anchors[event])?.event ?? row.anchor}`;
}

function missing(row: ClockRow): DomainError {
  const needs = anchorsOf(row).filter(({ role }) => role !== 'not-before');
  const names = needs.map(({ event, label }) => `${event} (${label.toLowerCase()})`).join(' or ');
  return wrong(
    `anchors.${row.anchor}`,
    `${row.id} counts from ${names}, which is not given. Give it in anchors, or the first as anchorOn.`,
    { clock: row.id, needs: needs.map(({ event }) => event) },
  );
}

const wrong = (field: string, sentence: string, details: object = {}): DomainError =>
  new DomainError('BAD_INPUT', sentence, { ...details, fields: { [field]: sentence } });
