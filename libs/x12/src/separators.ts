import { latin1 } from './latin1.ts';
import type { Separators } from './model.ts';

/** Separators as bytes. `component` is null while nobody declared or used one. */
export interface SeparatorBytes {
  element: number;
  component: number | null;
  repetition: number | null;
  segment: number;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const TILDE = 0x7e;
const isNewline = (byte: number): boolean => byte === NEWLINE || byte === RETURN;

export const isLetterOrDigit = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** An ISA is 106 bytes; senders that do not pad it make it shorter, never much longer. */
const MAX_HEADER = 512;
const ISA_ELEMENTS = 16;

export type HeaderKind = 'ISA' | 'GS' | 'ST';
const HEADERS: [kind: HeaderKind, elements: number][] = [
  ['ISA', ISA_ELEMENTS],
  ['GS', 8],
  ['ST', 2],
];

/** Which header begins at `from`, if any. Needs four bytes. */
export function headerAt(bytes: Uint8Array, from: number): HeaderKind | undefined {
  const start = latin1(bytes, from, from + 4);
  return HEADERS.find(
    ([kind]) => start.startsWith(kind) && start.length > kind.length && isSeparator(bytes[from + kind.length]!),
  )?.[0];
}

const isSeparator = (byte: number): boolean => !isLetterOrDigit(byte) && byte !== 0x20;

/**
 * Works the separators out from the header at `from`: 'more' when its end is not there yet, 'broken' when it has none.
 * Goes by the number of elements, not by columns, so that headers of odd widths are read too.
 */
export function findSeparators(
  bytes: Uint8Array,
  from: number,
  to: number,
  isLast: boolean,
): SeparatorBytes | 'more' | 'broken' {
  const kind = headerAt(bytes, from)!;
  const elements = HEADERS.find(([name]) => name === kind)![1];
  const element = bytes[from + kind.length]!;
  const limit = Math.min(to, from + MAX_HEADER);
  const starts: number[] = [];
  let at = from;
  for (; at < limit && starts.length < elements; at++) if (bytes[at] === element) starts.push(at + 1);
  const incomplete = to - from >= MAX_HEADER || isLast ? 'broken' : 'more';
  if (starts.length < elements) return incomplete;
  if (kind === 'ISA') return at + 4 > to && !isLast ? 'more' : ofInterchange(bytes, element, starts, to);
  while (at < limit && (isLetterOrDigit(bytes[at]!) || bytes[at] === 0x20 || bytes[at] === element)) at++;
  return at < limit ? { element, component: null, repetition: null, segment: bytes[at]! } : incomplete;
}

function ofInterchange(bytes: Uint8Array, element: number, starts: number[], to: number): SeparatorBytes | 'broken' {
  const last = starts[ISA_ELEMENTS - 1]!;
  if (last >= to) return 'broken';
  const first = bytes[last]!;
  const second = last + 1 < to ? bytes[last + 1]! : NEWLINE;
  const isUndeclared = isNewline(first) || isLetterOrDigit(second) || (first === TILDE && isNewline(second));
  const component = isUndeclared ? null : first;
  const segment = isUndeclared ? first : second;
  const isSound = isSeparator(segment) && segment !== element && segment !== component && component !== element;
  return isSound && (component === null || isSeparator(component))
    ? { element, component, repetition: repetitionOf(bytes, starts), segment }
    : 'broken';
}

/** ISA11 is the repetition separator from 00402 on; in 4010 it is the letter U. */
function repetitionOf(bytes: Uint8Array, starts: number[]): number | null {
  const byte = bytes[starts[10]!]!;
  return starts[11]! - starts[10]! === 2 && !isLetterOrDigit(byte) && byte !== 0x20 ? byte : null;
}

/** What each byte is to the tokenizer; `plain` must stay 0. */
export const PLAIN = 0;
export const ELEMENT = 1;
export const SEGMENT_END = 2;
export const LINE_BREAK = 3;
export const HIGH = 4;

/** One row a byte. A line break that ends segments has two spellings; any other one is only layout. */
export function byteKinds({ element, segment }: SeparatorBytes): Uint8Array {
  const kinds = new Uint8Array(256).fill(HIGH, 0x80);
  kinds[NEWLINE] = kinds[RETURN] = isNewline(segment) ? SEGMENT_END : LINE_BREAK;
  kinds[element] = ELEMENT;
  kinds[segment] = SEGMENT_END;
  return kinds;
}

/** 1 for what may stand before the first header: NUL, tab, line breaks, Ctrl-Z, space. */
export const leadingBlanks = (): Uint8Array => {
  const blanks = new Uint8Array(256);
  for (const byte of [0x00, 0x09, NEWLINE, RETURN, 0x1a, 0x20]) blanks[byte] = 1;
  return blanks;
};

/** 1 for what may stand between segments: every control character and a second segment end, but no element separator. */
export function blanksBetween({ element, segment }: SeparatorBytes): Uint8Array {
  const blanks = new Uint8Array(256).fill(1, 0, 0x21);
  blanks[segment] = 1;
  blanks[element] = 0;
  return blanks;
}

const character = (byte: number | null): string | null => (byte === null ? null : String.fromCharCode(byte));

export const separatorsOf = (bytes: SeparatorBytes): Separators => ({
  element: String.fromCharCode(bytes.element),
  component: character(bytes.component) ?? ':',
  repetition: character(bytes.repetition),
  segment: String.fromCharCode(bytes.segment),
});
