import type { Claim, Contact, ContactPoint } from './model.ts';
import type { Reading } from './reading.ts';
import { packedId } from './segment.ts';
import type { Segment } from './segment.ts';

const REF = packedId('REF');
const DTM = packedId('DTM');
const AMT = packedId('AMT');
const QTY = packedId('QTY');

type Facts = Pick<Claim, 'references' | 'dates' | 'amounts' | 'quantities'>;

/** REF, DTM, AMT and QTY look the same on claims and lines. */
export function readFact(segment: Segment, into: Facts, reading: Reading): boolean {
  switch (segment.id) {
    case REF: {
      const value = segment.value(2) || segment.value(3);
      if (value !== '') into.references.push({ kind: segment.value(1), value });
      return true;
    }
    case DTM: {
      const on = reading.date(segment, 2);
      if (on !== null) into.dates.push({ kind: segment.value(1), on });
      return true;
    }
    case AMT: {
      const cents = segment.cents(2);
      if (cents === cents) into.amounts.push({ kind: segment.value(1), cents });
      else reading.warn('BAD_AMOUNT', segment.at());
      return true;
    }
    case QTY: {
      const quantity = segment.quantity(2);
      if (quantity !== null) into.quantities.push({ kind: segment.value(1), quantity });
      else reading.warn('BAD_AMOUNT', segment.at());
      return true;
    }
    default:
      return false;
  }
}

/** PER of claim, payer and payee: name, then pairs of kind and number. */
export function readContact(segment: Segment): Contact {
  const points: ContactPoint[] = [];
  for (let index = 3; index + 1 < segment.count; index += 2) {
    if (segment.has(index + 1)) points.push({ kind: segment.value(index), value: segment.value(index + 1) });
  }
  return { kind: segment.value(1), name: segment.optional(2), points };
}
