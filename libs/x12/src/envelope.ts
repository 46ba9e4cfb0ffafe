import type { Group, Interchange, Position } from './model.ts';
import type { Reading } from './reading.ts';
import type { Segment } from './segment.ts';

interface Open {
  at: Position;
  controlNumber: string;
  /** Groups of an interchange, transactions of a group. */
  holds: number;
}

const isSameNumber = (one: string, other: string): boolean =>
  one === other || one.replace(/^0+/, '') === other.replace(/^0+/, '');

/** Which of ISA, GS and ST are open, and whether their ends agree with their starts. */
export class Envelope {
  groupDate: string | null = null;
  private interchange: Open | null = null;
  private group: Open | null = null;
  private transaction: Open | null = null;
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  get hasInterchange(): boolean {
    return this.interchange !== null;
  }

  openInterchange(segment: Segment): Interchange {
    this.closeOpen('interchange');
    const controlNumber = segment.value(13);
    this.interchange = { at: segment.at(), controlNumber, holds: 0 };
    return {
      senderQualifier: segment.value(5),
      senderId: segment.value(6),
      receiverQualifier: segment.value(7),
      receiverId: segment.value(8),
      date: segment.value(9),
      time: segment.value(10),
      version: segment.value(12),
      controlNumber,
      usage: segment.value(15),
    };
  }

  openGroup(segment: Segment): Group {
    this.closeOpen('group');
    const controlNumber = segment.value(6);
    const date = segment.value(4);
    this.group = { at: segment.at(), controlNumber, holds: 0 };
    this.groupDate = date || null;
    if (this.interchange !== null) this.interchange.holds++;
    return {
      functionalId: segment.value(1),
      senderId: segment.value(2),
      receiverId: segment.value(3),
      date,
      time: segment.value(5),
      controlNumber,
      version: segment.value(8),
    };
  }

  openTransaction(segment: Segment): void {
    this.closeOpen('transaction');
    this.transaction = { at: segment.at(), controlNumber: segment.value(2), holds: 0 };
    if (this.group !== null) this.group.holds++;
  }

  /** SE: the number of segments, ST and SE among them. */
  closeTransaction(segment: Segment): void {
    const { transaction } = this;
    this.transaction = null;
    if (transaction === null) return this.reading.warn('STRAY_TRAILER', segment.at());
    if (Number(segment.value(1)) !== segment.ordinal - transaction.at.segment + 1)
      this.reading.warn('SEGMENT_COUNT', segment.at());
    this.compareControl(transaction, segment);
  }

  closeGroup(segment: Segment): void {
    this.closeOpen('transaction');
    const { group } = this;
    this.group = null;
    this.groupDate = null;
    this.closeCounted(group, segment);
  }

  closeInterchange(segment: Segment): void {
    this.closeOpen('group');
    const { interchange } = this;
    this.interchange = null;
    this.closeCounted(interchange, segment);
  }

  /** Warns of every envelope from `outermost` inwards that is still open, and forgets it. */
  closeOpen(outermost: 'interchange' | 'group' | 'transaction'): void {
    if (this.transaction !== null) this.reading.warn('UNCLOSED_ENVELOPE', this.transaction.at);
    this.transaction = null;
    if (outermost === 'transaction') return;
    if (this.group !== null) this.reading.warn('UNCLOSED_ENVELOPE', this.group.at);
    this.group = null;
    this.groupDate = null;
    if (outermost === 'group') return;
    if (this.interchange !== null) this.reading.warn('UNCLOSED_ENVELOPE', this.interchange.at);
    this.interchange = null;
  }

  private closeCounted(open: Open | null, segment: Segment): void {
    if (open === null) return this.reading.warn('STRAY_TRAILER', segment.at());
    if (Number(segment.value(1)) !== open.holds) this.reading.warn('ENVELOPE_COUNT', segment.at());
    this.compareControl(open, segment);
  }

  private compareControl(open: Open, segment: Segment): void {
    if (!isSameNumber(open.controlNumber, segment.value(2))) this.reading.warn('CONTROL_NUMBER', segment.at());
  }
}
