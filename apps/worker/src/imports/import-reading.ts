import type { ClaimWarning } from '@overturn/data/intake/claim-record';
import type { ImportProgress, RefusedRecord } from '@overturn/data/intake/import-row';
import type { Refusal, RemittanceEvent, Transaction, Warning } from '@overturn/x12';
import { claimRecord } from './claim-record.ts';
import type { ReadClaim } from './claim-record.ts';

/** So many warnings are kept one by one; a last one says how many more there were. */
const MOST_WARNINGS = 500;

/** What has been read of one file so far: the claims not yet taken, and sums over all of it. */
export class ImportReading {
  /** Why the file is no 835 at all, in the reader's words. */
  failure: string | null = null;
  #transaction: Transaction | null = null;
  #claims: ReadClaim[] = [];
  #refused: RefusedRecord[] = [];
  #ofClaim: ClaimWarning[] = [];
  readonly #warnings: ClaimWarning[] = [];
  #warningCount = 0;
  readonly #counts = { interchanges: 0, transactions: 0, claims: 0, lines: 0, adjustments: 0 };
  readonly #totals = { charged: 0, paid: 0, patientResponsibility: 0 };

  /** Claims read and not taken yet. */
  get waiting(): number {
    return this.#claims.length;
  }

  read(event: RemittanceEvent): void {
    if (event.type === 'interchange') this.#counts.interchanges++;
    else if (event.type === 'transaction') this.#openTransaction(event.transaction);
    else if (event.type === 'warning') this.#warn(event.warning);
    else if (event.type === 'refused') this.#refuse(event.refusal);
    else if (event.type === 'claim') this.#keep(claimRecord(event.claim, this.#transaction, this.#ofClaim));
  }

  /** The claims read since the last call, in the file's order. */
  takeClaims(): ReadClaim[] {
    const claims = this.#claims;
    this.#claims = [];
    return claims;
  }

  takeRefused(): RefusedRecord[] {
    const refused = this.#refused;
    this.#refused = [];
    return refused;
  }

  /** Sums over everything read, with what the rows of it came to. */
  progress(bytesRead: number, found: { denials: number; duplicates: number }): ImportProgress {
    const more = this.#warningCount - this.#warnings.length;
    const last = { position: null, code: 'MORE_WARNINGS', what: `${more} more warnings of this file are not listed.` };
    return {
      bytesRead,
      counts: { ...this.#counts, ...found },
      totals: { ...this.#totals },
      warnings: more > 0 ? [...this.#warnings, last] : this.#warnings,
    };
  }

  #openTransaction(transaction: Transaction): void {
    this.#counts.transactions++;
    this.#transaction = transaction;
  }

  #keep(claim: ReadClaim): void {
    this.#ofClaim = [];
    this.#counts.claims++;
    this.#counts.lines += claim.lines.length;
    this.#counts.adjustments += claim.adjustments.length;
    this.#totals.charged += claim.chargedCents;
    this.#totals.paid += claim.paidCents;
    this.#totals.patientResponsibility += claim.patientResponsibilityCents;
    this.#claims.push(claim);
  }

  #warn({ code, reason, at, claimAt }: Warning): void {
    const warning = { position: at.segment, code, what: reason };
    this.#warningCount++;
    if (this.#warnings.length < MOST_WARNINGS) this.#warnings.push(warning);
    if (claimAt !== null && this.#ofClaim.length < MOST_WARNINGS) this.#ofClaim.push(warning);
  }

  #refuse({ scope, reason, remedy, at, raw }: Refusal): void {
    if (scope === 'file' && this.#counts.claims === 0) this.failure = reason;
    this.#refused.push({ position: at.segment, what: reason, remedy, raw });
  }
}
