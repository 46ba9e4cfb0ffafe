import type { OpenDenialBody } from '@overturn/contracts';
import type { DenialClass, RegimeId } from '@overturn/domain';
import type { Standing } from '@overturn/domain/triage/adjustment-groups';
import type { Actor } from '../audit/audit.ts';
import type { Tx } from '../database/database.ts';

/** A payer as received: the identifier is the domain's `payerKey` (`N104:…`, `2U:…`, `TRN03:…`, else `NAME:…`). */
export interface PayerAsReceived {
  identifier: string;
  name: string;
}

/** What is known when a denial is opened; nothing here is judged but the class. Dates are `YYYY-MM-DD`. */
export interface DenialFacts {
  source: 'remittance' | 'letter' | 'pre-service';
  externalId: string | null;
  clientId: string;
  /** The claim's row; a denial always has one. */
  claimId: string;
  payer: PayerAsReceived;
  /** CLP01 and CLP07: with the service dates they make the key. */
  claimNumber: string | null;
  payerClaimNumber: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
  class: DenialClass;
  classConfidence: 'high' | 'likely' | 'unsure';
  /** One sentence each. */
  classReasons: string[];
  /** The element that set it off: `billing`, `rendering`, `facility` or `line 2`. */
  trigger: string | null;
  /** Why this may be another denial's claim again. */
  suspicion: string | null;
  /** Whose appeal rights the CAS groups point to. */
  standing: Standing;
  remarks: string[];
  /** Of its adjustments, once each. */
  carcs: string[];
  filingIndicator: string | null;
  planType: string | null;
  /** A person's word on the regime settles it; null after a bare 835. */
  regime: RegimeId | null;
  noticeOn: string | null;
  receivedOn: string | null;
  howReceived: string | null;
  printedDeadlineOn: string | null;
  planDeadlineOn: string | null;
  wording: string | null;
  amountCents: number;
  /** Claims before it in the same remittance that have the same key: two claims of one remittance are never merged. */
  sameKeyBefore: number;
  openedBy: string | null;
}

/** `existed`: a denial with this key was here; nothing was changed. */
export interface OpenedDenial {
  denialId: string;
  existed: boolean;
}

/** `openDenial` of open-denial.ts: opens one denial in the caller's transaction. */
export type OpenDenial = (tx: Tx, now: Date, actor: Actor, facts: DenialFacts) => Promise<OpenedDenial>;

/** `openTypedDenial` of open-typed-denial.ts: what a person typed from a letter, or a kept claim by its id. */
export type OpenTypedDenial = (tx: Tx, now: Date, actor: Actor, body: OpenDenialBody) => Promise<OpenedDenial>;
