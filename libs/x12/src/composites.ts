import type { Procedure } from './model.ts';
import type { Reading } from './reading.ts';
import type { Segment } from './segment.ts';
import { isLetterOrDigit } from './separators.ts';

const QUALIFIER_LENGTH = 2;
const FIRST_MODIFIER = 2;
const DESCRIPTION = 6;
/** Space, full stop and hyphen stand inside codes; they are no component separators. */
const IN_CODES = new Set([0x20, 0x2e, 0x2d]);

/**
 * Qualifiers have two characters, so the third one shows which component separator is really used.
 * Where it is not the declared one, the used one wins from here on.
 */
function watchSeparator(segment: Segment, from: number, to: number, reading: Reading): void {
  if (to - from <= QUALIFIER_LENGTH) return;
  const used = segment.bytes[from + QUALIFIER_LENGTH]!;
  if (used === reading.component || isLetterOrDigit(used) || IN_CODES.has(used) || used >= 0x80) return;
  if (reading.isComponentDeclared) reading.warn('COMPONENT_SEPARATOR', segment.at());
  reading.component = used;
}

/** The components of element `index`, without blanks around them. */
export function readComponents(segment: Segment, index: number, reading: Reading): string[] {
  if (!segment.has(index)) return [];
  const { bytes, starts } = segment;
  let from = starts[index]!;
  const to = starts[index + 1]! - 1;
  watchSeparator(segment, from, to, reading);
  const { component } = reading;
  const parts: string[] = [];
  for (let at = from; at < to; at++) {
    if (bytes[at] !== component) continue;
    parts.push(segment.cut(from, at));
    from = at + 1;
  }
  parts.push(segment.cut(from, to));
  return parts;
}

/** SVC01 or SVC06: qualifier, code, up to four modifiers, description; null when empty. */
export function readProcedure(segment: Segment, index: number, reading: Reading): Procedure | null {
  if (!segment.has(index)) return null;
  const parts = readComponents(segment, index, reading);
  const modifiers: string[] = [];
  for (let at = FIRST_MODIFIER; at < parts.length && at < DESCRIPTION; at++)
    if (parts[at] !== '') modifiers.push(parts[at]!);
  return { qualifier: parts[0]!, code: parts[1] ?? '', modifiers, description: parts[DESCRIPTION] || null };
}

/** An element that may be repeated (5010): every repetition that is not empty. */
export function readRepeated(segment: Segment, index: number, { repetition }: Reading): string[] {
  const value = segment.value(index);
  if (value === '') return [];
  if (repetition === null || !value.includes(repetition)) return [value];
  return value
    .split(repetition)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
