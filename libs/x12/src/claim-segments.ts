import { readAdjustments } from './adjustments.ts';
import { readRepeated } from './composites.ts';
import { readContact, readFact } from './facts.ts';
import { openLine, readLineSegment } from './line-segments.ts';
import type { Adjudication, Claim, Party } from './model.ts';
import type { Reading } from './reading.ts';
import { packedId } from './segment.ts';
import type { Segment } from './segment.ts';

const CAS = packedId('CAS');
const NM1 = packedId('NM1');
const MIA = packedId('MIA');
const MOA = packedId('MOA');
const PER = packedId('PER');
const LQ = packedId('LQ');
const SVC = packedId('SVC');

/** Where the remark codes stand in MIA and MOA. */
const MIA_REMARKS = [5, 20, 21, 22, 23];
const MOA_REMARKS = [3, 4, 5, 6, 7];

/** CLP begins a claim, or what is refused until the next one. */
export function openClaim(segment: Segment, reading: Reading): void {
  const patientControlNumber = segment.value(1);
  const payerClaimNumber = segment.optional(7);
  if (patientControlNumber === '' && payerClaimNumber === null)
    return reading.beginRefusing('CLAIM_WITHOUT_NUMBER', 'claim', segment);
  const chargedCents = segment.cents(3);
  const paidCents = segment.has(4) ? segment.cents(4) : 0;
  if (chargedCents !== chargedCents || paidCents !== paidCents)
    return reading.beginRefusing('CLAIM_WITHOUT_AMOUNTS', 'claim', segment);
  reading.claim = {
    at: segment.at(),
    patientControlNumber,
    status: segment.value(2),
    chargedCents,
    paidCents,
    patientResponsibilityCents: 0,
    filingIndicator: segment.optional(6),
    payerClaimNumber,
    facilityCode: segment.optional(8),
    frequency: segment.optional(9),
    drg: segment.optional(11),
    section: reading.section,
    adjustments: [],
    parties: [],
    inpatient: null,
    outpatient: null,
    references: [],
    dates: [],
    contacts: [],
    amounts: [],
    quantities: [],
    lines: [],
  };
  reading.line = null;
  reading.claim.patientResponsibilityCents = reading.cents(segment, 5);
  if (reading.claim.status === '') reading.warn('MISSING_CLAIM_STATUS', segment.at());
  if (!segment.has(4)) reading.warn('MISSING_PAID', segment.at());
}

/** Places a segment in the open claim or its open line; false when an 835 has no such segment there. */
export function readClaimSegment(segment: Segment, claim: Claim, reading: Reading): boolean {
  switch (segment.id) {
    case SVC:
      openLine(segment, claim, reading);
      return true;
    case NM1:
      claim.parties.push(readParty(segment));
      return true;
    case MIA:
      claim.inpatient = readAdjudication(segment, MIA_REMARKS, reading);
      return true;
    case MOA:
      claim.outpatient = readAdjudication(segment, MOA_REMARKS, reading);
      return true;
    case PER:
      claim.contacts.push(readContact(segment));
      return true;
    default:
      return reading.line === null
        ? readOwnSegment(segment, claim, reading)
        : readLineSegment(segment, reading.line, reading);
  }
}

function readOwnSegment(segment: Segment, claim: Claim, reading: Reading): boolean {
  switch (segment.id) {
    case CAS:
      readAdjustments(segment, claim.adjustments, reading);
      return true;
    case LQ:
      keepLooseRemark(segment, claim, reading);
      return true;
    default:
      return readFact(segment, claim, reading);
  }
}

/** A remark before any line: a network remark must not be lost, so it is kept with the claim's own. */
function keepLooseRemark(segment: Segment, claim: Claim, reading: Reading): void {
  reading.warn('REMARK_OUTSIDE_LINE', segment.at());
  claim.outpatient ??= { remarks: [], values: [] };
  claim.outpatient.remarks.push(...readRepeated(segment, 2, reading));
}

function readParty(segment: Segment): Party {
  return {
    kind: segment.value(1),
    isPerson: segment.value(2) !== '2',
    name: segment.optional(3),
    firstName: segment.optional(4),
    middleName: segment.optional(5),
    suffix: segment.optional(7),
    idQualifier: segment.optional(8),
    id: segment.optional(9),
  };
}

function readAdjudication(segment: Segment, remarkElements: readonly number[], reading: Reading): Adjudication {
  const adjudication: Adjudication = { remarks: [], values: [] };
  for (let element = 1; element < segment.count; element++) {
    if (!segment.has(element)) continue;
    if (remarkElements.includes(element)) adjudication.remarks.push(...readRepeated(segment, element, reading));
    else adjudication.values.push({ element, value: segment.value(element) });
  }
  return adjudication;
}
