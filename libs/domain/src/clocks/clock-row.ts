import type { IsoDate } from '../dates/iso-date.ts';
import type { Channel } from '../tasks/fields.ts';

/** What starts a clock. */
export const ANCHOR_EVENTS = [
  'noticeOn',
  'receivedOn',
  'requestedOn',
  'extensionNoticedOn',
  'informationAskedOn',
  'suppliedOn',
  'sentOn',
  'deliveredOn',
  'decidedOn',
  'paymentReceivedOn',
  'negotiationNoticeOn',
  'negotiationEndedOn',
  'disputeStartedOn',
  'entityChosenOn',
  'externalAskedOn',
  'reviewFinishedOn',
  'effectiveOn',
  'contractEndNoticeOn',
  'taskOpenedOn',
] as const;
export type AnchorEvent = (typeof ANCHOR_EVENTS)[number];

/** `first` is what a clock counts from; `instead`, then `stands-in` while that is unknown; `not-before` is the due date itself when later. */
export const ANCHOR_ROLES = ['first', 'instead', 'stands-in', 'not-before'] as const;
export type AnchorRole = (typeof ANCHOR_ROLES)[number];

/** What some clocks look at beside their events. */
export const CLOCK_INPUTS = ['extensionNoticedOn', 'tolled', 'levels', 'channel', 'ratingPeriodStart'] as const;
export type ClockInput = (typeof CLOCK_INPUTS)[number];

/** Dates; on hour rows instants, or local date-times in the organization's zone. */
export type Anchors = Partial<Record<AnchorEvent, string>>;

export type ClockRegime =
  | 'erisa'
  | 'aca'
  | 'medicare-advantage'
  | 'medicaid'
  | 'no-surprises'
  | 'directory'
  | 'continuity'
  | 'contract'
  | 'policy';
export type OwedBy = 'payer' | 'reviewer' | 'us' | 'member' | 'both' | 'nobody';
export type Unit = 'hours' | 'calendarDays' | 'businessDays' | 'months';

/** Known ones; a row of data may name another. */
type AnyRegime = ClockRegime | (string & {});

/**
 * How a rule may be counted. `as-written`; `without-presumption`: no days added for the post; `receipt-is-day-1`;
 * `observed-other-way`: the Friday or Monday of a weekend's holiday counted the other way than the organization does.
 */
export type Reading = 'as-written' | 'without-presumption' | 'receipt-is-day-1' | 'observed-other-way';

export interface ClockRow {
  id: string;
  regime: AnyRegime;
  /** What the clock is for, in words that staff read. */
  stage: string;
  owedBy: OwedBy;
  anchor: AnchorEvent;
  /** Taken in this order while the anchor is unknown. */
  otherAnchors?: readonly AnchorEvent[];
  /** An event that is the due date itself when it lies later. */
  notBefore?: AnchorEvent;
  readings: readonly Reading[];
  /** Business days from the earliest reading back to the safe date; absent: by the length of the span. */
  margin?: number;
  /** Null: the organization's own date, unknown until given. */
  amount: number | null;
  /** Instead of `amount` when the plan has two levels of appeal. */
  amountWithTwoLevels?: number;
  unit: Unit;
  receiptPresumptionDays?: number;
  roll: 'none' | 'nextBusinessDay';
  extension?: { amount: number; noticeBy: 'end-of-first-period' };
  /** Stands still from the payer's question until the answer. */
  tolling?: 'information-asked';
  satisfiedBy: 'received' | 'postmarked' | 'sent';
  /** Repeats every so many calendar days until answered. */
  repeatEveryDays?: number;
  /** The due date is the safe date of that clock. */
  safeDateOf?: string;
  /** Chosen by the start of the plan's rating period instead of the anchor. */
  chosenBy?: 'ratingPeriodStart';
  ifMissed: string;
  citation: string;
  effectiveFrom: IsoDate;
  /** Last day of this version. */
  effectiveTo: IsoDate | null;
  verified: boolean;
}

/** Where a payer's amount was read, and whether anybody still vouches for it. */
export interface AmountSource {
  source: string;
  verifiedOn: IsoDate;
  /** From this day on nobody has verified it for too long. */
  staleOn: IsoDate;
  isStale: boolean;
}

/** What an organization, a plan or a case adds to a row. */
export interface ClockPolicy {
  timeZone: string;
  /** Whether observed holidays are holidays. Default true. */
  observedHolidays?: boolean;
  /** Days on which we are closed. They bring a safe date forward and lengthen our own cadence, never a rule of law. */
  closures?: readonly IsoDate[];
  /** Days on which the payer is closed: it receives nothing, and is called late only after them. They lengthen nothing that we owe. */
  payerClosures?: readonly IsoDate[];
  /** How we will send: by mail the safe date comes earlier where receipt counts. */
  channel?: Channel;
  /** Wider safe dates, in business days. */
  extraMarginBusinessDays?: number;
  /** The contract's or state's own amount, in the row's unit. */
  amount?: number;
  /** Where that amount is from, for trace and citation. */
  amountFrom?: AmountSource;
  /** Levels of appeal in the plan. Default 1. */
  levels?: 1 | 2;
  /** Periods in which the payer's clock stood still. A row that does not provide for it moves as entered, and is asked after as if it had not. */
  tolled?: readonly { from: IsoDate; to: IsoDate }[];
  ratingPeriodStart?: IsoDate;
}

/** What we set ourselves: a due date and nothing else. */
export const isPolicy = ({ regime }: ClockRow): boolean => regime === 'policy';

/** Set by neither a contract nor ourselves. */
export const isOfLaw = (row: ClockRow): boolean => !isPolicy(row) && row.regime !== 'contract';

const OURS: ReadonlySet<string> = new Set<OwedBy>(['us', 'member', 'both']);
export const isOurs = ({ owedBy }: ClockRow): boolean => OURS.has(owedBy);
