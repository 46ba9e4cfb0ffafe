import { parseCents } from './amounts.ts';
import { parseDate } from './dates.ts';
import type { IsoDate, Position } from './model.ts';

/** No segment of an 835 has more than 24 elements; what a damaged one has beyond this is not looked at. */
export const MAX_ELEMENTS = 64;

const BLANK = 0x20;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 where it is UTF-8, else one character a byte, as older senders write names. */
function decodeHigh(bytes: Uint8Array, latin1: string): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return latin1;
  }
}

/**
 * A view on the current segment: where its elements lie in the tokenizer's buffer. Nothing is cut out before it is
 * asked for, and the view is reused: it is valid until the next segment.
 */
export class Segment {
  bytes: Uint8Array = new Uint8Array(0);
  /** The same bytes as `bytes`, from `textFrom` on, one character each: cutting strings from it is cheaper than decoding. */
  text = '';
  textFrom = 0;
  /** Element i lies in [starts[i], starts[i + 1] - 1); element 0 is the segment's id. */
  readonly starts = new Int32Array(MAX_ELEMENTS + 2);
  /** Elements, the id among them. */
  count = 0;
  /** The id, up to three bytes packed into a number; 0 when it cannot be one. */
  id = 0;
  /** Some byte is above 0x7f. */
  hasHighBytes = false;
  ordinal = 0;
  byteOffset = 0;

  at(): Position {
    return { segment: this.ordinal, byte: this.byteOffset };
  }

  /** True when element i is there and not empty. */
  has(index: number): boolean {
    return index < this.count && this.starts[index + 1]! - this.starts[index]! > 1;
  }

  /** Element i without blanks around it; '' when absent. */
  value(index: number): string {
    return index < this.count ? this.cut(this.starts[index]!, this.starts[index + 1]! - 1) : '';
  }

  /** Element i, null when absent or blank. */
  optional(index: number): string | null {
    return this.value(index) || null;
  }

  /** Integer cents; NaN when absent or no amount. */
  cents(index: number): number {
    if (!this.has(index)) return NaN;
    let from = this.starts[index]!;
    let to = this.starts[index + 1]! - 1;
    while (from < to && this.bytes[from]! <= BLANK) from++;
    while (to > from && this.bytes[to - 1]! <= BLANK) to--;
    return parseCents(this.bytes, from, to);
  }

  /** A count that may have decimals (units, days); null when absent or no number. */
  quantity(index: number): number | null {
    if (!this.has(index)) return null;
    const from = this.starts[index]!;
    const first = this.bytes[from]! - 0x30;
    if (this.starts[index + 1]! - from === 2 && first >= 0 && first <= 9) return first;
    const text = this.value(index);
    return /^[+-]?(\d{1,15}(\.\d*)?|\.\d+)$/.test(text) ? Number(text) + 0 : null;
  }

  date(index: number): IsoDate | null {
    return index < this.count ? parseDate(this.bytes, this.starts[index]!, this.starts[index + 1]! - 1) : null;
  }

  /** The characters in [from, to) of the buffer, blanks around them left out. */
  cut(from: number, to: number): string {
    const { bytes } = this;
    while (from < to && bytes[from]! <= BLANK) from++;
    while (to > from && bytes[to - 1]! <= BLANK) to--;
    const text = this.text.slice(from - this.textFrom, to - this.textFrom);
    return this.hasHighBytes ? decodeHigh(bytes.subarray(from, to), text) : text;
  }

  /** The segment as it stands, cut short for messages. May hold patient data. */
  raw(maxLength: number): string {
    const from = this.starts[0]!;
    return this.cut(from, Math.min(this.starts[this.count]! - 1, from + maxLength));
  }
}

/** The number that `Segment.id` has for an id: `packedId('CLP')`. */
export function packedId(id: string): number {
  let packed = 0;
  for (let index = 0; index < id.length; index++) packed = (packed << 8) | id.charCodeAt(index);
  return packed;
}
