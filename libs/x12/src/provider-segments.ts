import { readComponents } from './composites.ts';
import type { Reading } from './reading.ts';
import { packedId } from './segment.ts';
import type { Segment } from './segment.ts';

const LX = packedId('LX');
/** PLB01 provider, PLB02 fiscal period, then up to six pairs of reason and amount. */
const FIRST_PAIR = 3;

/** LX numbers a run of claims; TS3 after it says whose they are. */
export function readSection(segment: Segment, reading: Reading): void {
  if (segment.id === LX) {
    reading.section = { number: segment.value(1), providerId: null, facilityCode: null, fiscalPeriodOn: null };
    return;
  }
  const number = reading.section?.number ?? '';
  reading.section = {
    number,
    providerId: segment.optional(1),
    facilityCode: segment.optional(2),
    fiscalPeriodOn: reading.date(segment, 3),
  };
}

/** One event for each pair of a PLB segment. */
export function readProviderAdjustments(segment: Segment, reading: Reading): void {
  const at = segment.at();
  const providerId = segment.value(1);
  const fiscalPeriodOn = reading.date(segment, 2);
  for (let index = FIRST_PAIR; index < segment.count; index += 2) {
    const [reason = '', reference = ''] = readComponents(segment, index, reading);
    const cents = segment.cents(index + 1);
    if (cents !== cents) {
      if (reason !== '' || segment.has(index + 1)) reading.refuseSegment('UNREADABLE_PROVIDER_ADJUSTMENT', segment);
      continue;
    }
    reading.providerCents += cents;
    reading.counts.providerAdjustments++;
    reading.events.push({
      type: 'providerAdjustment',
      at,
      adjustment: { providerId, fiscalPeriodOn, reason, reference: reference || null, cents },
    });
  }
}
