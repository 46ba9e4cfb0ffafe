import { formatCents } from './amounts.ts';
import { compactDate } from './dates.ts';
import type { RemittanceEvent } from './events.ts';
import type { Group, Interchange, ProviderAdjustment, Section, Separators, Transaction } from './model.ts';
import { SegmentWriter } from './segment-writer.ts';
import { writeClaim, writeSection } from './write-claim.ts';
import type { ClaimContent } from './write-claim.ts';
import { writeGroup, writeInterchange, writeTransaction } from './write-header.ts';

/** What the writer takes: the reader's events will do, their positions are made anew. */
export type RemittancePart =
  | { type: 'interchange'; interchange: Interchange }
  | { type: 'group'; group: Group }
  | { type: 'transaction'; transaction: Transaction }
  | { type: 'claim'; claim: ClaimContent }
  | { type: 'providerAdjustment'; adjustment: ProviderAdjustment };

export interface WriteOptions {
  /** Default `*`, `:`, `^`, `~`. */
  separators?: Partial<Separators>;
  /** After each segment; default a line feed. '' writes one long line. */
  lineBreak?: string;
}

const SEPARATORS: Separators = { element: '*', component: ':', repetition: '^', segment: '~' };
const CHUNK = 64 * 1024;

/** The envelopes that are open, innermost last, and what their ends must say. */
class OpenEnvelopes {
  private section: Section | null = null;
  private interchange: { controlNumber: string; groups: number } | null = null;
  private group: { controlNumber: string; transactions: number } | null = null;
  private transaction: string | null = null;
  private readonly to: SegmentWriter;

  constructor(to: SegmentWriter) {
    this.to = to;
  }

  write(part: RemittancePart | RemittanceEvent): void {
    switch (part.type) {
      case 'interchange':
        this.closeInterchange();
        this.interchange = { controlNumber: part.interchange.controlNumber, groups: 0 };
        return writeInterchange(part.interchange, this.to);
      case 'group':
        this.closeGroup();
        if (this.interchange !== null) this.interchange.groups++;
        this.group = { controlNumber: part.group.controlNumber, transactions: 0 };
        return writeGroup(part.group, this.to);
      case 'transaction':
        return this.openTransaction(part.transaction);
      case 'claim':
        return this.writeClaim(part.claim);
      case 'providerAdjustment':
        return writeProviderAdjustment(part.adjustment, this.to);
      default:
    }
  }

  private openTransaction(transaction: Transaction): void {
    this.closeTransaction();
    if (this.group !== null) this.group.transactions++;
    this.transaction = transaction.controlNumber;
    this.section = null;
    this.to.count = 0;
    writeTransaction(transaction, this.to);
  }

  private writeClaim(claim: ClaimContent): void {
    if (claim.section !== null && !isSameSection(claim.section, this.section)) writeSection(claim.section, this.to);
    this.section = claim.section;
    writeClaim(claim, this.to);
  }

  private closeTransaction(): void {
    if (this.transaction !== null) this.to.write('SE', String(this.to.count + 1), this.transaction);
    this.transaction = null;
  }

  private closeGroup(): void {
    this.closeTransaction();
    if (this.group !== null) this.to.write('GE', String(this.group.transactions), this.group.controlNumber);
    this.group = null;
  }

  closeInterchange(): void {
    this.closeGroup();
    if (this.interchange !== null)
      this.to.write('IEA', String(this.interchange.groups), this.interchange.controlNumber.padStart(9, '0'));
    this.interchange = null;
  }
}

const isSameSection = (one: Section, other: Section | null): boolean =>
  other !== null &&
  one.number === other.number &&
  one.providerId === other.providerId &&
  one.facilityCode === other.facilityCode &&
  one.fiscalPeriodOn === other.fiscalPeriodOn;

function writeProviderAdjustment(adjustment: ProviderAdjustment, to: SegmentWriter): void {
  const { providerId, fiscalPeriodOn, reason, reference, cents } = adjustment;
  to.write(
    'PLB',
    providerId,
    fiscalPeriodOn && compactDate(fiscalPeriodOn),
    to.composite([reason, reference]),
    formatCents(cents),
  );
}

/**
 * An 835 (5010 envelope) from its parts, in chunks of about 64 KB, so that a file of any size passes through. Ends of
 * envelopes are written by themselves. Reading what it writes gives the same parts again. Throws a RangeError where a
 * value holds a separator.
 */
export function* writeRemittance(
  parts: Iterable<RemittancePart | RemittanceEvent>,
  options: WriteOptions = {},
): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  const writer = new SegmentWriter({ ...SEPARATORS, ...options.separators }, options.lineBreak ?? '\n');
  const envelopes = new OpenEnvelopes(writer);
  for (const part of parts) {
    envelopes.write(part);
    if (writer.length >= CHUNK) yield encoder.encode(writer.take());
  }
  envelopes.closeInterchange();
  if (writer.length > 0) yield encoder.encode(writer.take());
}
