import type { Counts, Refusal, RemittanceEvent, Totals } from './events.ts';
import { REFUSALS, WARNINGS } from './messages.ts';
import type { RefusalCode, WarningCode } from './messages.ts';
import type { Claim, IsoDate, Position, Section, ServiceLine } from './model.ts';
import type { Segment } from './segment.ts';

/** So much of what was refused is kept for a person to look at. */
export const MAX_RAW = 2000;

/** Segments that could not be placed, gathered until the next claim begins. */
interface Refusing {
  code: RefusalCode;
  scope: Refusal['scope'];
  at: Position;
  raw: string;
}

/** What is known while reading: the open claim and line, what was counted, and the events not yet handed out. */
export class Reading {
  events: RemittanceEvent[] = [];
  /** Component separator in use, a byte. */
  component = COLON;
  /** The ISA header declared it, so that another one used is worth a warning. */
  isComponentDeclared = false;
  repetition: string | null = null;
  /** The day on which the file came, if it is known: no notice is dated later. */
  readonly receivedOn: IsoDate | null;
  claim: Claim | null = null;
  line: ServiceLine | null = null;
  section: Section | null = null;
  /** Of the open transaction, for its balance. */
  paidCents = 0;
  providerCents = 0;
  private refusing: Refusing | null = null;

  readonly counts: Counts = {
    interchanges: 0,
    groups: 0,
    transactions: 0,
    claims: 0,
    lines: 0,
    adjustments: 0,
    providerAdjustments: 0,
    warnings: 0,
    refused: 0,
  };
  readonly totals: Totals = { chargedCents: 0, paidCents: 0, patientResponsibilityCents: 0 };

  constructor(receivedOn: IsoDate | null) {
    this.receivedOn = receivedOn;
  }

  warn(code: WarningCode, at: Position): void {
    this.counts.warnings++;
    this.events.push({
      type: 'warning',
      warning: { code, reason: WARNINGS[code], at, claimAt: this.claim?.at ?? null },
    });
  }

  /** The claim that was open; no claim is from here on. */
  letGo(): Claim | null {
    const { claim } = this;
    this.claim = null;
    this.line = null;
    return claim;
  }

  refuse(
    code: RefusalCode,
    scope: Refusal['scope'],
    at: Position,
    raw: string,
    reason: string = REFUSALS[code][0],
  ): void {
    this.counts.refused++;
    this.events.push({ type: 'refused', refusal: { code, scope, reason, remedy: REFUSALS[code][1], at, raw } });
  }

  refuseSegment(code: RefusalCode, segment: Segment): void {
    this.refuse(code, 'segment', segment.at(), segment.raw(MAX_RAW));
  }

  /** From here to the next claim nothing can be placed. */
  beginRefusing(code: RefusalCode, scope: Refusal['scope'], segment: Segment, at = segment.at()): void {
    this.refusing = { code, scope, at, raw: segment.raw(MAX_RAW) };
  }

  /** True when the segment went to what is being refused. */
  refuseAlong(segment: Segment): boolean {
    const { refusing } = this;
    if (refusing === null) return false;
    if (refusing.raw.length < MAX_RAW) refusing.raw = `${refusing.raw}\n${segment.raw(MAX_RAW)}`.slice(0, MAX_RAW);
    return true;
  }

  endRefusing(): void {
    const { refusing } = this;
    if (refusing === null) return;
    this.refusing = null;
    this.refuse(refusing.code, refusing.scope, refusing.at, refusing.raw);
  }

  /** The date in element `index`; a bad one is warned of and left out. */
  date(segment: Segment, index: number): string | null {
    const date = segment.date(index);
    if (date === null && segment.has(index)) this.warn('BAD_DATE', segment.at());
    return date;
  }

  /** The amount in element `index`; a bad one is warned of and counts as 0, an absent one as 0 too. */
  cents(segment: Segment, index: number): number {
    if (!segment.has(index)) return 0;
    const cents = segment.cents(index);
    if (cents === cents) return cents;
    this.warn('BAD_AMOUNT', segment.at());
    return 0;
  }
}

const COLON = 0x3a;
