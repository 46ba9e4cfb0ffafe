import { claimDifference, isWhole, lineDifference } from './balance.ts';
import { openClaim, readClaimSegment } from './claim-segments.ts';
import { Envelope } from './envelope.ts';
import type { RemittanceEvent } from './events.ts';
import { closeHeader, openHeader, readHeaderSegment } from './header-segments.ts';
import type { Header } from './header-segments.ts';
import { REFUSALS } from './messages.ts';
import type { RefusalCode } from './messages.ts';
import type { IsoDate, Position } from './model.ts';
import { readProviderAdjustments, readSection } from './provider-segments.ts';
import { MAX_RAW, Reading } from './reading.ts';
import { packedId } from './segment.ts';
import type { Segment } from './segment.ts';
import { separatorsOf } from './separators.ts';
import { describeTransaction } from './sniff.ts';
import { MAX_PIECE, Tokenizer } from './tokenizer.ts';

const CLP = packedId('CLP');
const REMITTANCE = '835';
/** So many bytes of other transactions are passed over in search of a first 835. */
const MAX_FOREIGN_BYTES = 1024 * 1024;
const MAX_UNPLACED_IN_A_ROW = 1000;
/** A claim has at most 999 lines, a header some dozen segments: what goes far beyond is damage and must not fill the memory. */
const MAX_CLAIM_SEGMENTS = 50_000;
const MAX_HEADER_SEGMENTS = 1000;
const SEGMENT_ID = /^[A-Z][A-Z0-9]{1,2}$/;

export interface ReaderOptions {
  receivedOn?: IsoDate;
}

/**
 * The synchronous core: bytes go in by `push` and `end`, events come out by `take`. What comes out does not depend on
 * how the bytes were cut. Holds one buffer and the claim being read, never the file.
 */
export class RemittanceReader {
  /** Nothing more will be read: the file is refused, or its end was reached. */
  isDone = false;

  private readonly tokenizer = new Tokenizer();
  private readonly reading: Reading;
  private readonly envelope: Envelope;
  private header: Header | null = null;
  /** BPR02 of the open transaction. */
  private paymentCents: number | null = null;
  private transactionAt: Position | null = null;
  /** The transaction of another kind that is being passed over, or was before any 835. */
  private foreign: { at: Position; code: string; raw: string } | null = null;
  private isForeign = false;
  private unplaced = 0;
  private readonly boundaries = new Map<number, (segment: Segment) => void>([
    [packedId('ISA'), (segment) => this.openInterchange(segment)],
    [packedId('GS'), (segment) => this.openGroup(segment)],
    [packedId('ST'), (segment) => this.openTransaction(segment)],
    [packedId('SE'), (segment) => this.closeTransaction(segment)],
    [packedId('GE'), (segment) => (this.leave(), this.envelope.closeGroup(segment))],
    [packedId('IEA'), (segment) => (this.leave(), this.envelope.closeInterchange(segment))],
    [packedId('TA1'), () => undefined],
    [packedId('LX'), (segment) => (this.enterDetail(segment), readSection(segment, this.reading))],
    [packedId('TS3'), (segment) => readSection(segment, this.reading)],
    [packedId('TS2'), () => undefined],
    [CLP, (segment) => (this.enterDetail(segment), openClaim(segment, this.reading))],
    [packedId('PLB'), (segment) => (this.enterDetail(segment), readProviderAdjustments(segment, this.reading))],
  ]);

  /** `receivedOn`: the day on which the file came; no notice is dated later. */
  constructor({ receivedOn }: ReaderOptions = {}) {
    this.reading = new Reading(receivedOn ?? null);
    this.envelope = new Envelope(this.reading);
  }

  /** Takes a chunk of any size. A big one is best given in pieces of 64 KB with `take` between them. */
  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length && !this.isDone; from += MAX_PIECE) {
      this.tokenizer.append(chunk.subarray(from, from + MAX_PIECE));
      this.readOn();
    }
  }

  /** Says that the file is over; the summary is the last event of `take`. */
  end(): void {
    if (this.isDone) return;
    this.tokenizer.end();
    this.readOn();
    if (this.isDone) return;
    this.breakOff();
    this.envelope.closeOpen('interchange');
    if (this.reading.counts.transactions === 0)
      this.refuseFile(this.foreign === null ? 'NO_REMITTANCE' : 'OTHER_TRANSACTION');
    else this.summarize();
  }

  /** The events since the last call. */
  take(): RemittanceEvent[] {
    const { events } = this.reading;
    if (events.length > 0) this.reading.events = [];
    return events;
  }

  private readOn(): void {
    const { tokenizer } = this;
    while (!this.isDone) {
      const token = tokenizer.next();
      if (token === 'segment') this.read(tokenizer.segment);
      else if (token === 'more') return;
      else if (token === 'refused') this.refuseFile(tokenizer.refusal);
      else if (token === 'overlong') this.readOverlong(tokenizer.segment);
    }
  }

  private readOverlong(segment: Segment): void {
    if (this.reading.counts.transactions === 0) return this.refuseFile('NO_SEGMENT_END');
    if (++this.unplaced > MAX_UNPLACED_IN_A_ROW) return this.refuseFile('NOTHING_READABLE');
    if (!this.isForeign) this.reading.refuseSegment('OVERLONG_SEGMENT', segment);
  }

  private read(segment: Segment): void {
    if (this.tokenizer.isCut && !this.isTrailer(segment)) return this.reading.refuseSegment('CUT_SEGMENT', segment);
    if (segment.ordinal === 1 && this.tokenizer.firstHeader !== 'ISA') this.reading.warn('NO_ENVELOPE', segment.at());
    const { claim } = this.reading;
    if (claim !== null && segment.ordinal - claim.at.segment > MAX_CLAIM_SEGMENTS) this.refuseEndless(segment);
    else if (claim !== null && readClaimSegment(segment, claim, this.reading)) this.unplaced = 0;
    else this.readOther(segment);
  }

  private refuseEndless(segment: Segment): void {
    this.reading.beginRefusing('ENDLESS_CLAIM', 'claim', segment, this.reading.letGo()!.at);
  }

  private isTrailer(segment: Segment): boolean {
    return ['SE', 'GE', 'IEA'].includes(segment.value(0)) && segment.has(2);
  }

  private readOther(segment: Segment): void {
    const cross = this.boundaries.get(segment.id);
    if (cross !== undefined && !(this.isForeign && DETAIL.has(segment.id))) {
      this.unplaced = 0;
      return cross(segment);
    }
    if (this.isForeign) return this.passForeign(segment);
    if (this.header !== null && segment.ordinal - this.header.at.segment > MAX_HEADER_SEGMENTS) this.closeHeader();
    if (this.header !== null && readHeaderSegment(segment, this.header, this.reading)) return void (this.unplaced = 0);
    this.readUnplaced(segment);
  }

  private readUnplaced(segment: Segment): void {
    const { reading } = this;
    if (reading.refuseAlong(segment)) return;
    if (++this.unplaced > MAX_UNPLACED_IN_A_ROW) return this.refuseFile('NOTHING_READABLE');
    if (!SEGMENT_ID.test(segment.value(0))) return reading.refuseSegment('BAD_SEGMENT_ID', segment);
    if (OF_A_CLAIM.has(segment.id) && reading.claim === null)
      return reading.beginRefusing('OUTSIDE_CLAIM', 'segment', segment);
    reading.warn('UNKNOWN_SEGMENT', segment.at());
  }

  private openInterchange(segment: Segment): void {
    this.breakOff();
    const { reading, tokenizer } = this;
    const separators = tokenizer.separators!;
    reading.component = separators.component ?? DEFAULT_COMPONENT;
    reading.isComponentDeclared = separators.component !== null;
    reading.repetition = separators.repetition === null ? null : String.fromCharCode(separators.repetition);
    const interchange = this.envelope.openInterchange(segment);
    reading.counts.interchanges++;
    reading.events.push({ type: 'interchange', at: segment.at(), interchange, separators: separatorsOf(separators) });
  }

  private openGroup(segment: Segment): void {
    this.breakOff();
    const group = this.envelope.openGroup(segment);
    this.reading.counts.groups++;
    this.reading.events.push({ type: 'group', at: segment.at(), group });
  }

  private openTransaction(segment: Segment): void {
    this.breakOff();
    const code = segment.value(1);
    this.envelope.openTransaction(segment);
    this.isForeign = code !== REMITTANCE;
    if (this.isForeign) return this.meetForeign(segment, code);
    if (this.foreign !== null)
      this.reading.refuse('FOREIGN_TRANSACTION', 'transaction', this.foreign.at, this.foreign.raw);
    this.foreign = null;
    this.beginTransaction(segment);
  }

  private beginTransaction(segment: Segment): void {
    this.header = openHeader(segment.value(2), this.envelope.groupDate, segment.at());
    this.reading.counts.transactions++;
    this.reading.paidCents = 0;
    this.reading.providerCents = 0;
  }

  private meetForeign(segment: Segment, code: string): void {
    const raw = segment.raw(MAX_RAW);
    if (this.reading.counts.transactions > 0)
      this.reading.refuse('FOREIGN_TRANSACTION', 'transaction', segment.at(), raw);
    else this.foreign ??= { at: segment.at(), code, raw };
  }

  private passForeign(segment: Segment): void {
    if (this.reading.counts.transactions === 0 && segment.byteOffset > MAX_FOREIGN_BYTES)
      this.refuseFile('OTHER_TRANSACTION');
  }

  private closeTransaction(segment: Segment): void {
    this.leave();
    this.envelope.closeTransaction(segment);
  }

  /** What comes now belongs to a claim, or is a provider adjustment: the claim before is whole, and so is the header. */
  private enterDetail(segment: Segment): void {
    const { reading } = this;
    this.closeClaim();
    if (this.header === null && this.transactionAt === null) {
      this.beginTransaction(segment);
      reading.warn('NO_TRANSACTION_HEADER', segment.at());
    }
    this.closeHeader();
  }

  private closeHeader(): void {
    const { header, reading } = this;
    if (header === null) return;
    this.header = null;
    const transaction = closeHeader(header, reading);
    this.transactionAt = header.at;
    this.paymentCents = header.hasPayment ? transaction.payment.amountCents : null;
    reading.events.push({ type: 'transaction', at: header.at, transaction });
  }

  /** Finishes whatever is open inside a transaction, and the transaction. */
  private leave(): void {
    const { reading } = this;
    this.closeClaim();
    this.closeHeader();
    reading.section = null;
    this.isForeign = false;
    if (this.transactionAt === null) return;
    if (this.paymentCents !== null && this.paymentCents !== reading.paidCents - reading.providerCents)
      reading.warn('PAYMENT_BALANCE', this.transactionAt);
    this.transactionAt = null;
  }

  /** As `leave`, where no trailer says that all has come: a claim that is cut would stand for the whole one for good. */
  private breakOff(): void {
    const { reading } = this;
    // without an ISA header it may just be that nobody ended the last segment
    const isCut = this.tokenizer.isCut && this.envelope.hasInterchange;
    if (reading.claim !== null && (isCut || !isWhole(reading.claim)))
      reading.refuse('CUT_CLAIM', 'claim', reading.letGo()!.at, '');
    this.leave();
  }

  private closeClaim(): void {
    const { reading } = this;
    reading.endRefusing();
    const { claim, counts, totals } = reading;
    if (claim === null) return;
    let adjustments = claim.adjustments.length;
    for (const line of claim.lines) {
      adjustments += line.adjustments.length;
      if (lineDifference(line) !== 0) reading.warn('LINE_BALANCE', line.at);
    }
    if (claimDifference(claim) !== 0) reading.warn('CLAIM_BALANCE', claim.at);
    counts.claims++;
    counts.lines += claim.lines.length;
    counts.adjustments += adjustments;
    totals.chargedCents += claim.chargedCents;
    totals.paidCents += claim.paidCents;
    totals.patientResponsibilityCents += claim.patientResponsibilityCents;
    reading.paidCents += claim.paidCents;
    reading.events.push({ type: 'claim', claim });
    reading.letGo();
  }

  /** One sentence for the whole file; what was read before it stays read. */
  private refuseFile(code: RefusalCode): void {
    const { segment, offset } = this.tokenizer;
    const at = segment.ordinal === 0 ? { segment: 1, byte: offset } : segment.at();
    const isOther = code === 'OTHER_TRANSACTION' && this.foreign !== null;
    const reason = isOther
      ? `This X12 file holds ${describeTransaction(this.foreign!.code)}, not an 835 remittance.`
      : REFUSALS[code][0];
    if (segment.ordinal > 0) this.breakOff();
    this.reading.refuse(code, 'file', at, '', reason);
    this.summarize(at.byte);
  }

  private summarize(bytes = this.tokenizer.bytesTaken): void {
    const { events, counts, totals } = this.reading;
    this.isDone = true;
    events.push({ type: 'summary', summary: { counts, totals, segments: this.tokenizer.segment.ordinal, bytes } });
  }
}

const DEFAULT_COMPONENT = 0x3a;
const DETAIL = new Set(['LX', 'TS2', 'TS3', 'CLP', 'PLB'].map(packedId));
const OF_A_CLAIM = new Set(['SVC', 'CAS', 'NM1', 'MIA', 'MOA', 'LQ'].map(packedId));
