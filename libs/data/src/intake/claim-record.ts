import type { DenialClass, IsoDate } from '@overturn/domain';
import type { PayerAsReceived } from '../denials/open-facts.ts';

/** A claim as it is kept: from a remittance, or typed from a letter. Money is integer cents. */
export interface ClaimRecord {
  clientId: string;
  payer: PayerAsReceived;
  /** Ordinal of its CLP segment; null when typed. */
  position: number | null;
  claimNumber: string;
  payerClaimNumber: string | null;
  priorPayerClaimNumber: string | null;
  claimStatus: string;
  filingIndicator: string | null;
  frequency: string | null;
  chargedCents: number;
  paidCents: number;
  patientResponsibilityCents: number;
  patientFirstName: string | null;
  patientLastName: string | null;
  memberId: string | null;
  payeeNpi: string | null;
  payeeTaxId: string | null;
  payeeName: string | null;
  renderingNpi: string | null;
  renderingName: string | null;
  facilityName: string | null;
  facilityNpi: string | null;
  placeOfService: string | null;
  diagnoses: string[];
  /** RARC of the claim itself (MIA, MOA); the lines carry their own. */
  remarks: string[];
  serviceFrom: IsoDate | null;
  serviceTo: IsoDate | null;
  noticeOn: IsoDate | null;
  /** The first by order of work of all classes that its adjustments have. */
  class: DenialClass;
  /** Its codes open a denial, by the rules under which it is written. */
  opens: boolean;
  balanced: boolean;
  warnings: ClaimWarning[];
  /** References, dates and amounts as read. */
  details: Record<string, unknown>;
  lines: LineRecord[];
  adjustments: AdjustmentRecord[];
}

export interface ClaimWarning {
  position: number | null;
  code: string;
  what: string;
}

export interface LineRecord {
  /** From 1, in the file's order. */
  ordinal: number;
  qualifier: string | null;
  procedure: string | null;
  modifiers: string[];
  replacedProcedure: string | null;
  revenueCode: string | null;
  chargedCents: number;
  paidCents: number;
  units: number;
  serviceFrom: IsoDate | null;
  serviceTo: IsoDate | null;
  controlNumber: string | null;
  remarks: string[];
  class: DenialClass | null;
}

/** One CAS triplet. */
export interface AdjustmentRecord {
  /** Null: of the claim. */
  lineOrdinal: number | null;
  group: string;
  carc: string;
  amountCents: number;
  quantity: number | null;
}
