/** Every expected "no" of the product. The api maps codes to HTTP in one table; the workflow refuses commands with them. */
export type DomainErrorCode =
  | 'ALREADY_HANDED_ON'
  | 'BAD_INPUT'
  | 'CHANGED_MEANWHILE'
  | 'CLOCK_NOT_FOUND'
  | 'CLOCK_NOT_IN_FORCE'
  | 'CONFLICT'
  | 'DENIAL_CLOSED'
  | 'DENIAL_EXISTS'
  | 'DENIAL_NOT_FOUND'
  | 'IDEMPOTENCY_MISMATCH'
  | 'IMPORT_NOT_FOUND'
  | 'LOCKED_OUT'
  | 'NOT_ALLOWED'
  | 'NOT_AN_835'
  | 'NOT_FOUND'
  | 'NOT_SIGNED_IN'
  | 'TASK_NOT_FOUND'
  | 'TASK_NOT_OPEN'
  | 'TASK_TAKEN'
  | 'TOO_LARGE'
  | 'UNAVAILABLE';

/** One class for all: Temporal knows failures by class name, so it has no subclasses. `details` holds ids and field names, never patient data. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: DomainErrorCode, sentence: string, details: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.code = code;
    this.details = details;
  }

  /** What staff read: what is wrong and what to do. */
  get sentence(): string {
    return this.message;
  }
}

/** By shape, not by class: an error that crossed a sandbox or a process has lost its class. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === 'DomainError' && 'code' in error;
}
