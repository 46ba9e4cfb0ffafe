import { formatCents } from './amounts.ts';
import { compactDate } from './dates.ts';
import type {
  Adjustment,
  AmountFact,
  Contact,
  DatedFact,
  Procedure,
  QuantityFact,
  Reference,
  Separators,
} from './model.ts';

export type Element = string | null;

/** CAS holds six triplets. */
const TRIPLETS = 6;
const DESCRIPTION = 6;
const LINE_BREAK = /[\r\n]/;

/** Elements to segment text. Counts segments, because SE01 wants their number. */
export class SegmentWriter {
  readonly separators: Separators;
  /** Segments written since the count was last set to 0. */
  count = 0;
  private text = '';
  private readonly ending: string;

  constructor(separators: Separators, lineBreak: string) {
    this.separators = separators;
    this.ending = separators.segment + lineBreak;
  }

  get length(): number {
    return this.text.length;
  }

  /** What was written since the last call. */
  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }

  /** Writes one segment; empty elements at its end are left out. Throws where a value holds a separator. */
  write(id: string, ...elements: Element[]): void {
    for (const element of elements) if (element !== null) this.check(element);
    this.writeRaw(id, elements);
  }

  private check(value: string): void {
    const { element, segment } = this.separators;
    if (value.includes(element) || value.includes(segment) || LINE_BREAK.test(value))
      throw new RangeError('A value holds a separator or a line break: choose other separators.');
  }

  private writeRaw(id: string, elements: readonly Element[]): void {
    let last = elements.length;
    while (last > 0 && (elements[last - 1] ?? '') === '') last--;
    let segment = id;
    for (let index = 0; index < last; index++) segment += this.separators.element + (elements[index] ?? '');
    this.text += segment + this.ending;
    this.count++;
  }

  /** ISA: fixed widths, and the one segment that holds the other separators. */
  writeHeader(elements: readonly string[]): void {
    for (const element of elements.slice(0, 10)) this.check(element);
    this.writeRaw('ISA', elements);
  }

  composite(parts: readonly Element[]): string {
    const { component } = this.separators;
    if (parts.some((part) => part?.includes(component)))
      throw new RangeError('A value holds the component separator: choose another one.');
    let last = parts.length;
    while (last > 0 && (parts[last - 1] ?? '') === '') last--;
    return parts.slice(0, last).join(component);
  }

  procedure(procedure: Procedure | null): Element {
    if (procedure === null) return null;
    const { qualifier, code, modifiers, description } = procedure;
    const parts = [qualifier, code, ...modifiers];
    while (parts.length < DESCRIPTION) parts.push('');
    return this.composite([...parts, description]);
  }

  /** Neighbours of one group share a CAS segment, so that the order stays. */
  writeAdjustments(adjustments: readonly Adjustment[]): void {
    let at = 0;
    while (at < adjustments.length) {
      const { group } = adjustments[at]!;
      const elements: Element[] = [group];
      for (let triplet = 0; triplet < TRIPLETS && adjustments[at]?.group === group; triplet++, at++) {
        const { carc, cents, quantity } = adjustments[at]!;
        elements.push(carc, formatCents(cents), number(quantity));
      }
      this.write('CAS', ...elements);
    }
  }

  writeReferences(references: readonly Reference[]): void {
    for (const { kind, value } of references) this.write('REF', kind, value);
  }

  writeDates(dates: readonly DatedFact[]): void {
    for (const { kind, on } of dates) this.write('DTM', kind, compactDate(on));
  }

  writeAmounts({ amounts, quantities }: { amounts: readonly AmountFact[]; quantities: readonly QuantityFact[] }): void {
    for (const { kind, cents } of amounts) this.write('AMT', kind, formatCents(cents));
    for (const { kind, quantity } of quantities) this.write('QTY', kind, number(quantity));
  }

  writeContact({ kind, name, points }: Contact): void {
    this.write('PER', kind, name, ...points.flatMap((point) => [point.kind, point.value]));
  }
}

/** A quantity as X12 writes it; never with an exponent. */
export const number = (quantity: number | null): Element => (quantity === null ? null : String(quantity));
