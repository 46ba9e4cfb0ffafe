import { latin1 } from './latin1.ts';
import type { RefusalCode } from './messages.ts';
import { MAX_ELEMENTS, Segment } from './segment.ts';
import {
  blanksBetween,
  byteKinds,
  ELEMENT,
  findSeparators,
  HIGH,
  headerAt,
  leadingBlanks,
  LINE_BREAK,
  PLAIN,
  SEGMENT_END,
} from './separators.ts';
import type { HeaderKind, SeparatorBytes } from './separators.ts';
import { whyNoX12 } from './sniff.ts';

/** A segment without an end within this is refused, so that no file makes the reader hold more. */
const MAX_SEGMENT = 64 * 1024;
/** At most this much is taken in one piece. */
export const MAX_PIECE = 64 * 1024;
const CAPACITY = 2 * MAX_SEGMENT + 2 * MAX_PIECE;
/** The longest header id and the separator after it. */
const HEADER_START = 4;
const LETTER_I = 0x49;
const BYTE_ORDER_MARK = 0xef;

/** `again`: separators changed or bytes were passed over, ask once more. */
export type Token = 'segment' | 'more' | 'overlong' | 'refused' | 'again';

/** Bytes to segments. Knows separators, line breaks and damage, and nothing of what the segments mean. */
export class Tokenizer {
  readonly segment = new Segment();
  /** Why the file cannot be read at all, once `next` has said 'refused'. */
  refusal: RefusalCode = 'NOT_X12';
  separators: SeparatorBytes | undefined;
  /** The first header of the file. */
  firstHeader: HeaderKind | undefined;

  private readonly buffer = new Uint8Array(CAPACITY);
  private kinds: Uint8Array = new Uint8Array(256);
  private blanks: Uint8Array = leadingBlanks();
  /** Of the current segment: its first byte, and how far it has been looked at. */
  private from = 0;
  private scanned = 0;
  private to = 0;
  /** Where buffer[0] lies in the file. */
  private base = 0;
  private elements = 0;
  private isHigh = false;
  private isWrapped = false;
  private isSkipping = false;
  private isLast = false;
  private text = '';
  private textFrom = 0;
  private textTo = 0;

  get bytesTaken(): number {
    return this.base + this.to;
  }

  /** Where the current segment begins in the file. */
  get offset(): number {
    return this.base + this.from;
  }

  /** Takes at most MAX_PIECE bytes; every segment of the piece before must have been read. */
  append(piece: Uint8Array): void {
    if (this.to + piece.length > CAPACITY) this.compact();
    this.buffer.set(piece, this.to);
    this.to += piece.length;
  }

  /** No more bytes will come: what stands without an end is now a segment too. */
  end(): void {
    this.isLast = true;
  }

  /** True when the current segment was ended by the end of the file. */
  isCut = false;

  next(): Token {
    if (this.scanned === this.from && !this.isSkipping) {
      const token = this.begin();
      if (token !== undefined) return token;
    }
    return this.isSkipping ? this.skip() : this.scan();
  }

  private compact(): void {
    const { from } = this;
    this.buffer.copyWithin(0, from, this.to);
    const { starts } = this.segment;
    for (let index = 0; index <= this.elements; index++) starts[index]! -= from;
    this.base += from;
    this.from = 0;
    this.scanned -= from;
    this.to -= from;
    this.text = '';
    this.textTo = 0;
  }

  /** Passes over blanks and reads a header's separators; undefined when a segment begins here. */
  private begin(): Token | undefined {
    const { buffer, blanks } = this;
    const hasSeparators = this.separators !== undefined;
    const to = hasSeparators ? this.to : Math.min(this.to, MAX_SEGMENT);
    while (this.from < to && blanks[buffer[this.from]!] === 1) this.from++;
    this.scanned = this.from;
    if (this.from >= MAX_SEGMENT && !hasSeparators) return this.refuse('ZEROS');
    if (this.from >= to)
      return this.isLast && !hasSeparators ? this.refuse(this.bytesTaken === 0 ? 'EMPTY_FILE' : 'ZEROS') : 'more';
    const first = buffer[this.from]!;
    if (first === BYTE_ORDER_MARK || first === LETTER_I || !hasSeparators) return this.beginHeader(first);
    this.startSegment();
    return undefined;
  }

  private beginHeader(first: number): Token | undefined {
    const { buffer, from, to } = this;
    if (to - from < HEADER_START && !this.isLast) return 'more';
    if (first === BYTE_ORDER_MARK && buffer[from + 1] === 0xbb && buffer[from + 2] === 0xbf && to - from >= 3) {
      this.from = this.scanned = from + 3;
      return 'again';
    }
    const header = to - from >= HEADER_START ? headerAt(buffer, from) : undefined;
    if (header !== undefined && (this.separators === undefined || header === 'ISA')) {
      const found = findSeparators(buffer, from, to, this.isLast);
      if (found === 'more') return 'more';
      if (found !== 'broken') this.use(found, header);
      else if (this.separators === undefined) return this.refuse('BROKEN_HEADER');
    } else if (this.separators === undefined) {
      return this.refuse(whyNoX12(buffer.subarray(0, to), from));
    }
    this.startSegment();
    return undefined;
  }

  private refuse(code: RefusalCode): Token {
    this.refusal = code;
    return 'refused';
  }

  private use(separators: SeparatorBytes, header: HeaderKind): void {
    this.separators = separators;
    this.firstHeader ??= header;
    this.kinds = byteKinds(separators);
    this.blanks = blanksBetween(separators);
  }

  private startSegment(): void {
    this.elements = 0;
    this.segment.starts[0] = this.from;
    this.isHigh = false;
    this.isWrapped = false;
  }

  /** The hot loop: one table look-up a byte, and the places of the elements written down. */
  private scan(): Token {
    const { buffer, kinds, to } = this;
    const { starts } = this.segment;
    let { elements } = this;
    let at = this.scanned;
    for (; at < to; at++) {
      const kind = kinds[buffer[at]!]!;
      if (kind === PLAIN) continue;
      if (kind === ELEMENT) {
        if (elements < MAX_ELEMENTS) starts[++elements] = at + 1;
      } else if (kind === SEGMENT_END) {
        return this.finish(at, elements);
      } else if (kind === HIGH) {
        this.isHigh = true;
      } else if (kind === LINE_BREAK) {
        this.isWrapped = true;
      }
    }
    this.elements = elements;
    this.scanned = to;
    if (to - this.from > MAX_SEGMENT) return this.giveUp();
    if (!this.isLast || this.from >= to) return 'more';
    this.isCut = true;
    return this.finish(to, elements);
  }

  private finish(end: number, elements: number): Token {
    const { segment, from } = this;
    const { starts } = segment;
    if (end - from > MAX_SEGMENT) {
      this.scanned = Math.min(end, this.to);
      return this.giveUp();
    }
    starts[elements + 1] = end + 1;
    segment.count = elements + 1;
    segment.hasHighBytes = this.isHigh;
    segment.byteOffset = this.base + from;
    segment.ordinal++;
    if (this.isWrapped) this.unwrap(end);
    else this.show(end);
    segment.id = idOf(segment);
    this.from = this.scanned = Math.min(end + 1, this.to);
    return 'segment';
  }

  /** Lets the segment look into the buffer; decodes what is there once, for all the segments in it. */
  private show(end: number): void {
    const { segment } = this;
    if (end > this.textTo) {
      this.textTo = this.to;
      this.text = latin1(this.buffer, this.from, this.to);
      this.textFrom = this.from;
    }
    segment.bytes = this.buffer;
    segment.text = this.text;
    segment.textFrom = this.textFrom;
  }

  /** Some senders break lines at a fixed width, through the middle of values: the breaks are taken out again. */
  private unwrap(end: number): void {
    const { segment, kinds } = this;
    const { starts, count } = segment;
    const whole = new Uint8Array(end - this.from);
    let length = 0;
    for (let index = 0; index < count; index++) {
      const from = starts[index]!;
      const to = starts[index + 1]! - 1;
      starts[index] = length;
      for (let at = from; at < to; at++) if (kinds[this.buffer[at]!] !== LINE_BREAK) whole[length++] = this.buffer[at]!;
      length++;
    }
    starts[count] = length;
    segment.bytes = whole;
    segment.text = latin1(whole);
    segment.textFrom = 0;
  }

  /** Says that the segment has no end, and passes over the rest of it without keeping it. */
  private giveUp(): Token {
    const { segment } = this;
    if (segment.ordinal === 0) return this.refuse('NO_SEGMENT_END');
    segment.ordinal++;
    segment.byteOffset = this.base + this.from;
    segment.count = 1;
    segment.starts[1] = this.from + MAX_SEGMENT;
    segment.hasHighBytes = false;
    segment.id = 0;
    this.textTo = 0;
    this.show(this.from + MAX_SEGMENT);
    this.textTo = 0;
    this.from = this.scanned;
    this.isSkipping = true;
    return 'overlong';
  }

  private skip(): Token {
    while (this.from < this.to && this.kinds[this.buffer[this.from]!] !== SEGMENT_END) this.from++;
    this.scanned = this.from;
    if (this.from >= this.to) return 'more';
    this.isSkipping = false;
    this.from = this.scanned = this.from + 1;
    return 'again';
  }
}

function idOf({ bytes, starts }: Segment): number {
  const from = starts[0]!;
  const to = starts[1]! - 1;
  if (to - from > 3 || to - from < 2) return 0;
  let id = 0;
  for (let at = from; at < to; at++) id = (id << 8) | bytes[at]!;
  return id;
}
