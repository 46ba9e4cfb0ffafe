import { readAdjustments } from './adjustments.ts';
import { readProcedure, readRepeated } from './composites.ts';
import { readFact } from './facts.ts';
import type { Claim, Procedure, ServiceLine } from './model.ts';
import type { Reading } from './reading.ts';
import { packedId } from './segment.ts';
import type { Segment } from './segment.ts';

const CAS = packedId('CAS');
const LQ = packedId('LQ');

/** SVC begins a service line of the open claim. */
export function openLine(segment: Segment, claim: Claim, reading: Reading): void {
  const shift = isCutInTwo(segment) ? 1 : 0;
  const line: ServiceLine = {
    at: segment.at(),
    procedure: shift === 1 ? gluedProcedure(segment) : (readProcedure(segment, 1, reading) ?? NO_PROCEDURE()),
    billedProcedure: readProcedure(segment, 6 + shift, reading),
    chargedCents: reading.cents(segment, 2 + shift),
    paidCents: reading.cents(segment, 3 + shift),
    revenueCode: segment.optional(4 + shift),
    units: segment.quantity(5 + shift),
    billedUnits: segment.quantity(7 + shift),
    dates: [],
    adjustments: [],
    references: [],
    amounts: [],
    quantities: [],
    remarks: [],
  };
  if (shift === 1) reading.warn('SHIFTED_LINE', line.at);
  if (!segment.has(2 + shift)) reading.warn('MISSING_LINE_CHARGE', line.at);
  if (line.procedure.code === '') reading.warn('NO_PROCEDURE', line.at);
  claim.lines.push(line);
  reading.line = line;
}

const NO_PROCEDURE = (): Procedure => ({ qualifier: '', code: '', modifiers: [], description: null });

/**
 * Some senders write the element separator inside the procedure (`SVC*HC*99213*100*80` for `SVC*HC:99213*100*80`), so
 * that every element after it stands one place too far. Told by a bare qualifier, then a code, then two amounts.
 */
function isCutInTwo(segment: Segment): boolean {
  const { starts, count } = segment;
  if (count < 5 || starts[2]! - starts[1]! !== 3) return false;
  return (
    /^[A-Z0-9]{5}(\.0+)?$/.test(segment.value(2)) && !Number.isNaN(segment.cents(3)) && !Number.isNaN(segment.cents(4))
  );
}

const gluedProcedure = (segment: Segment): Procedure => ({
  ...NO_PROCEDURE(),
  qualifier: segment.value(1),
  code: segment.value(2),
});

/** Places a segment in the open line; false when an 835 has no such segment there. */
export function readLineSegment(segment: Segment, line: ServiceLine, reading: Reading): boolean {
  switch (segment.id) {
    case CAS:
      readAdjustments(segment, line.adjustments, reading);
      return true;
    case LQ: {
      const kind = segment.value(1);
      const code = segment.value(2);
      if (reading.repetition === null || !code.includes(reading.repetition)) line.remarks.push({ kind, code });
      else for (const repeated of readRepeated(segment, 2, reading)) line.remarks.push({ kind, code: repeated });
      return true;
    }
    default:
      return readFact(segment, line, reading);
  }
}
