import type { DomainErrorCode } from '@overturn/domain';

/** The one table from what the product says no with to HTTP. */
export const PROBLEM_STATUS = {
  ALREADY_HANDED_ON: 409,
  BAD_INPUT: 400,
  CHANGED_MEANWHILE: 412,
  CLOCK_NOT_FOUND: 404,
  CLOCK_NOT_IN_FORCE: 422,
  CONFLICT: 409,
  DENIAL_CLOSED: 409,
  DENIAL_EXISTS: 409,
  DENIAL_NOT_FOUND: 404,
  IDEMPOTENCY_MISMATCH: 422,
  IMPORT_NOT_FOUND: 404,
  LOCKED_OUT: 429,
  NOT_ALLOWED: 403,
  NOT_AN_835: 422,
  NOT_FOUND: 404,
  NOT_SIGNED_IN: 401,
  TASK_NOT_FOUND: 404,
  TASK_NOT_OPEN: 409,
  TASK_TAKEN: 409,
  TOO_LARGE: 413,
  UNAVAILABLE: 503,
} as const satisfies Record<DomainErrorCode, number>;

/** Short names of the statuses that problems are answered with. */
export const TITLES: Record<number, string> = {
  400: 'Not as expected',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Not possible now',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Kind of content not taken',
  422: 'Cannot be used',
  429: 'Too many tries',
  500: 'Something went wrong',
  503: 'Not available',
};
