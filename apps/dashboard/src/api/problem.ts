import type { Problem } from '@overturn/contracts';

/** What the api refused, in its own sentence. `status` 0: it could not be reached. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly errors: NonNullable<Problem['errors']>;
  readonly details: Record<string, unknown>;

  constructor({
    status,
    code,
    detail,
    errors,
    details,
  }: Pick<Problem, 'status' | 'code' | 'detail' | 'errors' | 'details'>) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors ?? [];
    this.details = details ?? {};
  }
}

const UNREACHABLE = {
  status: 0,
  code: 'UNREACHABLE',
  detail: 'The server does not answer. What you typed is kept; try again in a moment.',
};

export const unreachable = () => new ApiProblem(UNREACHABLE);

/** Problem details from a refused response; a proxy's page of HTML becomes a sentence too. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback = {
    status: response.status,
    code: 'UNEXPECTED',
    detail: `The server answered ${response.status}. Try again in a moment.`,
  };
  if (!response.headers.get('content-type')?.includes('json'))
    return new ApiProblem(response.status >= 502 ? UNREACHABLE : fallback);
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return new ApiProblem({ ...fallback, ...body });
}

export const isProblem = (error: unknown, ...codes: string[]): error is ApiProblem =>
  error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));

/** The sentence for staff, whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.message : 'Something went wrong on this page. Reload it; what you typed is kept.';
