import { HttpException } from '@nestjs/common';
import type { Problem } from '@overturn/contracts';
import { isDomainError } from '@overturn/domain';
import type { DomainError } from '@overturn/domain';
import { PROBLEM_STATUS, TITLES } from './problem-status.ts';

/** Any error as RFC 9457; one that nobody expected says nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (isDomainError(error)) return ofDomain(error);
  const status = statusOf(error);
  if (status >= 400 && status < 500)
    return problem(status, CODES[status] ?? 'BAD_INPUT', SENTENCES[status] ?? 'The request could not be read.');
  if (isAway(error))
    return problem(
      503,
      'UNAVAILABLE',
      'The database does not answer. Look in a moment whether this was done, and try again if it was not.',
    );
  return problem(500, 'UNEXPECTED', 'Something went wrong here. It was noted; try again, and tell us if it stays.');
}

function ofDomain({ code, sentence, details }: DomainError): Problem {
  const { fields, ...rest } = details as { fields?: Record<string, string> };
  const errors = Object.entries(fields ?? {}).map(([field, text]) => ({ field, sentence: text }));
  return {
    ...problem(PROBLEM_STATUS[code], code, sentence),
    ...(errors.length > 0 && { errors }),
    ...(Object.keys(rest).length > 0 && { details: rest }),
  };
}

const problem = (status: number, code: string, detail: string): Problem => ({
  type: `urn:overturn:problem:${code.toLowerCase().replaceAll('_', '-')}`,
  title: TITLES[status] ?? 'Not possible',
  status,
  code,
  detail,
});

/** Errors of the framework and of the server below it carry their status. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}

const CODES: Record<number, string> = { 401: 'NOT_SIGNED_IN', 403: 'NOT_ALLOWED', 404: 'NOT_FOUND', 413: 'TOO_LARGE' };
const SENTENCES: Record<number, string> = {
  404: 'There is nothing at this address.',
  413: 'This is larger than what is taken here.',
  415: 'This kind of content is not taken here.',
};

/** Connection refused, cut, or the database shutting down or starting. */
const isAway = (error: unknown): boolean => {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|08|57P)/.test(code) ||
    /Connection terminated/.test(String((error as Error | null)?.message))
  );
};
