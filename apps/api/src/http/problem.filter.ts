import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem.ts';
import { Refusals } from './refusals.ts';

/** Answers every error as a problem; what nobody expected is logged with its stack, never with what was sent. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly refusals: Refusals) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: plain(error) }, 'An act failed.');
    await this.refusals
      .note(request, error)
      .catch((reason: unknown) => request.log.error({ err: plain(reason) }, 'A refusal was not written down.'));
    if (reply.sent) return;
    void reply.status(problem.status).type('application/problem+json').send(problem);
  }
}

/** A database error's `detail` quotes the row, and a message may quote a value: of these only the code and the place are kept. */
function plain(error: unknown): object {
  const { name, message, code, stack, severity } = error as Error & { code?: string; severity?: string };
  const places = stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
  return severity ? { name, code, stack: places } : { name, code, message, stack: places };
}
