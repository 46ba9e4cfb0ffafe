/**
 * The typed 835: what the reader gives and the writer takes. Money is integer cents, dates of law are `YYYY-MM-DD`.
 * Source of the field names: X12 005010X221A1; 4010 files read into the same shapes.
 * `null` means that the file does not carry the element.
 */

export type IsoDate = string;

/** Where something stands: the ordinal of its segment in the file (1-based, empty ones not counted) and its first byte (0-based). */
export interface Position {
  segment: number;
  byte: number;
}

/** The four characters that cut a file up. `repetition` is null in 4010, where ISA11 holds something else. */
export interface Separators {
  element: string;
  component: string;
  repetition: string | null;
  segment: string;
}

/** ISA: the envelope of one sender to one receiver. ISA13 is no identity: senders repeat it. */
export interface Interchange {
  senderQualifier: string;
  senderId: string;
  receiverQualifier: string;
  receiverId: string;
  /** ISA09 as sent, YYMMDD. */
  date: string;
  /** ISA10 as sent, HHMM. */
  time: string;
  /** ISA12: 00401, 00501. */
  version: string;
  controlNumber: string;
  /** ISA15: P production, T test. */
  usage: string;
}

/** GS: one functional group. */
export interface Group {
  functionalId: string;
  senderId: string;
  receiverId: string;
  /** GS04 as sent, CCYYMMDD. */
  date: string;
  time: string;
  controlNumber: string;
  /** GS08, for example 005010X221A1 or 004010X091A1. */
  version: string;
}

/** An element found by its code: REF01, AMT01, DTM01, QTY01, NM101 and LQ01 all are `kind`. */
export interface Reference {
  kind: string;
  value: string;
}

export interface DatedFact {
  kind: string;
  on: IsoDate;
}

export interface AmountFact {
  kind: string;
  cents: number;
}

export interface QuantityFact {
  kind: string;
  quantity: number;
}

/** LQ: `kind` HE is a remittance remark (RARC), RX a pharmacy reject code. */
export interface Remark {
  kind: string;
  code: string;
}

export interface ContactPoint {
  /** TE telephone, FX fax, EM e-mail, UR web page, EX extension. */
  kind: string;
  value: string;
}

/** PER: `kind` CX claim office, BL technical, IC information. */
export interface Contact {
  kind: string;
  name: string | null;
  points: ContactPoint[];
}

export interface Address {
  lines: string[];
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
}

/** N1 loop of payer (PR) and payee (PE). `idQualifier`: XX is an NPI, FI a Tax ID, XV the payer's plan id. */
export interface Organization {
  name: string | null;
  idQualifier: string | null;
  id: string | null;
  address: Address | null;
  references: Reference[];
  contacts: Contact[];
}

/** NM1: `kind` QC patient, IL insured, 74 corrected insured, 82 rendering provider, TT crossover carrier, PR corrected payer, GB other subscriber. */
export interface Party {
  kind: string;
  isPerson: boolean;
  /** Last name, or the organization's. */
  name: string | null;
  firstName: string | null;
  middleName: string | null;
  suffix: string | null;
  idQualifier: string | null;
  id: string | null;
}

/** BPR and TRN: how the money came. */
export interface Payment {
  /** BPR01: I remittance only, C with payment, H notice of no payment … */
  handling: string;
  amountCents: number;
  /** BPR03: C credit, D debit. */
  creditOrDebit: string;
  /** BPR04: ACH, CHK, NON, FWT, BOP. */
  method: string;
  /** TRN02: check or EFT number. */
  traceNumber: string | null;
  /** TRN03: the payer's identifier as the bank knows it. */
  originatorId: string | null;
  /** TRN04. */
  originatorSupplementalId: string | null;
}

export type NoticeSource = 'DTM405' | 'BPR16' | 'GS04';

/** The three dates that can stand for the notice, as sent, and the first of them that is a real date. */
export interface Notice {
  sent: Record<NoticeSource, string | null>;
  noticeOn: IsoDate | null;
  source: NoticeSource | null;
}

/** ST to the first claim: one payment of one payer to one payee. */
export interface Transaction {
  controlNumber: string;
  payment: Payment;
  notice: Notice;
  payer: Organization;
  payee: Organization;
  /** REF before the payer: EV receiver, F2 version. */
  references: Reference[];
  currency: string | null;
}

/** One triplet of a CAS segment; in the file's order. */
export interface Adjustment {
  /** CO, PR, OA, PI; CR only in 4010. */
  group: string;
  carc: string;
  cents: number;
  quantity: number | null;
}

/** SVC01 or SVC06. `qualifier`: HC is CPT or HCPCS, NU a revenue code, N4 an NDC, AD a dental code. */
export interface Procedure {
  qualifier: string;
  code: string;
  modifiers: string[];
  description: string | null;
}

/** One service line (SVC loop). */
export interface ServiceLine {
  at: Position;
  procedure: Procedure;
  /** SVC06: what was billed, where the payer adjudicated another procedure. */
  billedProcedure: Procedure | null;
  chargedCents: number;
  paidCents: number;
  revenueCode: string | null;
  /** SVC05 paid units; the guide says 1 where absent, the reader says null. */
  units: number | null;
  /** SVC07. */
  billedUnits: number | null;
  /** 472 service, 150 from, 151 to. */
  dates: DatedFact[];
  adjustments: Adjustment[];
  /** 6R the provider's line number, LU place of service, 1S, APC, BB, 0K policy, HPI rendering provider … */
  references: Reference[];
  /** B6 allowed, AU covered, KH late filing … */
  amounts: AmountFact[];
  quantities: QuantityFact[];
  remarks: Remark[];
}

/** MIA or MOA: `remarks` are their remark codes, `values` every other element by its number, as sent. */
export interface Adjudication {
  remarks: string[];
  values: { element: number; value: string }[];
}

/** LX and TS3 above a run of claims. */
export interface Section {
  number: string;
  providerId: string | null;
  facilityCode: string | null;
  fiscalPeriodOn: IsoDate | null;
}

/** One claim (CLP loop). */
export interface Claim {
  at: Position;
  /** CLP01, the provider's own number. Not unique: files repeat it. */
  patientControlNumber: string;
  /** CLP02: 1/2/3 processed as primary/secondary/tertiary, 4 denied, 19-21 forwarded, 22 reversal, 23 not ours, 25 predetermination. */
  status: string;
  chargedCents: number;
  paidCents: number;
  patientResponsibilityCents: number;
  /** CLP06: 12 PPO, 13 POS, 14 EPO, 15 indemnity, 16 Medicare risk HMO, HM, MA, MB, MC … */
  filingIndicator: string | null;
  /** CLP07, the payer's claim control number. */
  payerClaimNumber: string | null;
  /** CLP08. */
  facilityCode: string | null;
  /** CLP09: 1 original, 7 replacement, 8 void. */
  frequency: string | null;
  drg: string | null;
  section: Section | null;
  adjustments: Adjustment[];
  parties: Party[];
  inpatient: Adjudication | null;
  outpatient: Adjudication | null;
  /** 1L group number, CE class of contract, EA medical record, F8 original claim, G1 prior authorization, 9F referral, 6P, BB … */
  references: Reference[];
  /** 232 from, 233 to, 036 coverage ends, 050 received. */
  dates: DatedFact[];
  contacts: Contact[];
  amounts: AmountFact[];
  quantities: QuantityFact[];
  lines: ServiceLine[];
}

/** One pair of a PLB segment: money that belongs to no claim. Positive takes away from the payment. */
export interface ProviderAdjustment {
  providerId: string;
  fiscalPeriodOn: IsoDate | null;
  /** PLB03-1: WO overpayment recovery, FB forwarding balance, L6 interest, 72 authorized return … */
  reason: string;
  reference: string | null;
  cents: number;
}
