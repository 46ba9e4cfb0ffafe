import type { Adjustment } from './model.ts';
import type { Reading } from './reading.ts';
import type { Segment } from './segment.ts';

const GROUPS = new Set(['CO', 'PR', 'OA', 'PI', 'CR']);
/** CAS01 is the group, then up to six triplets of reason, amount and quantity. */
const FIRST_TRIPLET = 2;
const TRIPLET = 3;

/** Adds each triplet of a CAS segment to `into`. A trailing `*0` fills an element and is no adjustment. */
export function readAdjustments(segment: Segment, into: Adjustment[], reading: Reading): void {
  const group = segment.value(1);
  if (!GROUPS.has(group)) reading.warn('UNKNOWN_ADJUSTMENT_GROUP', segment.at());
  for (let index = FIRST_TRIPLET; index < segment.count; index += TRIPLET) {
    const carc = segment.value(index);
    const cents = segment.cents(index + 1);
    if (cents === cents) {
      if (cents === 0 && (carc === '' || carc === '0')) continue;
      if (carc === '') reading.warn('ADJUSTMENT_WITHOUT_REASON', segment.at());
      into.push({ group, carc, cents, quantity: segment.quantity(index + 2) });
    } else if (segment.has(index + 1) || (carc !== '' && carc !== '0')) {
      reading.refuseSegment('UNREADABLE_ADJUSTMENT', segment);
    }
  }
}
