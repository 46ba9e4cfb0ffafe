import { formatCents } from './amounts.ts';
import type { Group, Interchange, Organization, Transaction } from './model.ts';
import type { SegmentWriter } from './segment-writer.ts';

const BLANK_AUTHORIZATION = ' '.repeat(10);

/** ISA with its fixed widths. The repetition separator stands there from 00402 on. */
export function writeInterchange(interchange: Interchange, to: SegmentWriter): void {
  const { component, repetition } = to.separators;
  to.writeHeader([
    '00',
    BLANK_AUTHORIZATION,
    '00',
    BLANK_AUTHORIZATION,
    interchange.senderQualifier.padEnd(2),
    interchange.senderId.padEnd(15),
    interchange.receiverQualifier.padEnd(2),
    interchange.receiverId.padEnd(15),
    interchange.date.padEnd(6),
    interchange.time.padEnd(4),
    interchange.version < '00402' ? 'U' : (repetition ?? '^'),
    interchange.version.padEnd(5),
    interchange.controlNumber.padStart(9, '0'),
    '0',
    interchange.usage || 'P',
    component,
  ]);
}

export function writeGroup(group: Group, to: SegmentWriter): void {
  to.write(
    'GS',
    group.functionalId,
    group.senderId,
    group.receiverId,
    group.date,
    group.time,
    group.controlNumber,
    'X',
    group.version,
  );
}

/** ST to the payee. */
export function writeTransaction(
  { controlNumber, payment, notice, payer, payee, references, currency }: Transaction,
  to: SegmentWriter,
): void {
  to.write('ST', '835', controlNumber);
  const account = Array.from({ length: 11 }, () => null);
  to.write(
    'BPR',
    payment.handling,
    formatCents(payment.amountCents),
    payment.creditOrDebit,
    payment.method,
    ...account,
    notice.sent.BPR16,
  );
  const trace = [payment.traceNumber, payment.originatorId, payment.originatorSupplementalId];
  if (trace.some((part) => part !== null)) to.write('TRN', '1', ...trace);
  if (currency !== null) to.write('CUR', 'PR', currency);
  to.writeReferences(references);
  if (notice.sent.DTM405 !== null) to.write('DTM', '405', notice.sent.DTM405);
  writeOrganization('PR', payer, to);
  writeOrganization('PE', payee, to);
}

function writeOrganization(
  kind: string,
  { name, idQualifier, id, address, references, contacts }: Organization,
  to: SegmentWriter,
): void {
  to.write('N1', kind, name, idQualifier, id);
  if (address !== null) {
    const { lines, city, state, postalCode, country } = address;
    for (let index = 0; index < lines.length; index += 2) to.write('N3', lines[index]!, lines[index + 1] ?? null);
    to.write('N4', city, state, postalCode, country);
  }
  to.writeReferences(references);
  for (const contact of contacts) to.writeContact(contact);
}
