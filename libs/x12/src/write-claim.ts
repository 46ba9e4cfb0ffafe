import { formatCents } from './amounts.ts';
import { compactDate } from './dates.ts';
import type { Adjudication, Claim, Section, ServiceLine } from './model.ts';
import { number } from './segment-writer.ts';
import type { Element, SegmentWriter } from './segment-writer.ts';

export type LineContent = Omit<ServiceLine, 'at'>;
/** A claim without its places in a file, which the writer makes anew. */
export type ClaimContent = Omit<Claim, 'at' | 'lines'> & { lines: LineContent[] };

const MIA_REMARKS = [5, 20, 21, 22, 23];
const MOA_REMARKS = [3, 4, 5, 6, 7];

export function writeSection(section: Section, to: SegmentWriter): void {
  const { number: assigned, providerId, facilityCode, fiscalPeriodOn } = section;
  to.write('LX', assigned);
  if (providerId === null && facilityCode === null && fiscalPeriodOn === null) return;
  to.write('TS3', providerId, facilityCode, fiscalPeriodOn && compactDate(fiscalPeriodOn));
}

/** One CLP loop, in the order of the guide. */
export function writeClaim(claim: ClaimContent, to: SegmentWriter): void {
  to.write(
    'CLP',
    claim.patientControlNumber,
    claim.status,
    formatCents(claim.chargedCents),
    formatCents(claim.paidCents),
    formatCents(claim.patientResponsibilityCents),
    claim.filingIndicator,
    claim.payerClaimNumber,
    claim.facilityCode,
    claim.frequency,
    null,
    claim.drg,
  );
  to.writeAdjustments(claim.adjustments);
  for (const party of claim.parties) {
    const { kind, isPerson, name, firstName, middleName, suffix, idQualifier, id } = party;
    to.write('NM1', kind, isPerson ? '1' : '2', name, firstName, middleName, null, suffix, idQualifier, id);
  }
  if (claim.inpatient !== null) writeAdjudication('MIA', MIA_REMARKS, claim.inpatient, to);
  if (claim.outpatient !== null) writeAdjudication('MOA', MOA_REMARKS, claim.outpatient, to);
  to.writeReferences(claim.references);
  to.writeDates(claim.dates);
  for (const contact of claim.contacts) to.writeContact(contact);
  to.writeAmounts(claim);
  for (const line of claim.lines) writeLine(line, to);
}

function writeAdjudication(
  id: string,
  remarkElements: readonly number[],
  { remarks, values }: Adjudication,
  to: SegmentWriter,
): void {
  if (remarks.length > remarkElements.length)
    throw new RangeError(`${id} has room for ${remarkElements.length} remarks.`);
  const elements: Element[] = [];
  for (const { element, value } of values) elements[element - 1] = value;
  remarks.forEach((remark, index) => (elements[remarkElements[index]! - 1] = remark));
  to.write(id, ...Array.from(elements, (element) => element ?? null));
}

function writeLine(line: LineContent, to: SegmentWriter): void {
  to.write(
    'SVC',
    to.procedure(line.procedure),
    formatCents(line.chargedCents),
    formatCents(line.paidCents),
    line.revenueCode,
    number(line.units),
    to.procedure(line.billedProcedure),
    number(line.billedUnits),
  );
  to.writeDates(line.dates);
  to.writeAdjustments(line.adjustments);
  to.writeReferences(line.references);
  to.writeAmounts(line);
  for (const { kind, code } of line.remarks) to.write('LQ', kind, code);
}
