import { addDays, compactDate, daysBetween, readDate } from './dates.ts';
import { latin1 } from './latin1.ts';
import type { IsoDate } from './model.ts';
import { readRemittanceSync } from './read-remittance.ts';
import type { Segment } from './segment.ts';
import { MAX_PIECE, Tokenizer } from './tokenizer.ts';

/** Which elements are dates. ISA09 has no century. */
const DATE_ELEMENTS: Record<string, number> = { ISA: 9, GS: 4, BPR: 16, DTM: 2, TS3: 3, PLB: 2 };
/** Envelopes carry the day of sending, which in samples has nothing to do with the notice's: they get the new date itself. */
const ENVELOPES = new Set(['ISA', 'GS']);

/**
 * The same 835 with all its dates moved by as many days as bring the first notice date to `datedOn`; the envelopes get
 * that date. Every other byte stays, and so does a date that is none. Throws when the file has no notice date.
 */
export function redateRemittance(bytes: Uint8Array, datedOn: IsoDate): Uint8Array {
  const days = daysBetween(firstNotice(bytes), datedOn);
  const moved = bytes.slice();
  for (const { id, from, text } of dateElements(bytes)) {
    const date = id === 'ISA' ? datedOn : readDate(text);
    if (date === null) continue;
    if (latin1(bytes, from, from + text.length) !== text)
      throw new RangeError('A line break runs through a date of the file: join its lines first.');
    const shifted = compactDate(ENVELOPES.has(id) ? datedOn : addDays(date, days));
    moved.set(new TextEncoder().encode(shifted.slice(-text.length)), from);
  }
  return moved;
}

function firstNotice(bytes: Uint8Array): IsoDate {
  for (const event of readRemittanceSync([bytes])) {
    if (event.type === 'transaction' && event.transaction.notice.noticeOn !== null)
      return event.transaction.notice.noticeOn;
  }
  throw new RangeError('The file has no 835 with a notice date.');
}

function* dateElements(bytes: Uint8Array): Generator<{ id: string; from: number; text: string }> {
  const tokenizer = new Tokenizer();
  for (let at = 0; at < bytes.length; at += MAX_PIECE) {
    tokenizer.append(bytes.subarray(at, at + MAX_PIECE));
    if (at + MAX_PIECE >= bytes.length) tokenizer.end();
    for (let token = tokenizer.next(); token !== 'more' && token !== 'refused'; token = tokenizer.next()) {
      const element = token === 'segment' ? dateElement(tokenizer.segment) : null;
      if (element !== null) yield element;
    }
  }
}

function dateElement(segment: Segment): { id: string; from: number; text: string } | null {
  const id = segment.value(0);
  const index = DATE_ELEMENTS[id];
  if (index === undefined || !segment.has(index)) return null;
  return { id, from: segment.byteOffset + segment.starts[index]! - segment.starts[0]!, text: segment.value(index) };
}
