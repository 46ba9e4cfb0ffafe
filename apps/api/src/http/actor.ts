import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Caller } from '@overturn/data/accounts/caller';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard. */
    caller?: Caller;
    /** The secret of the session that the cookie carried. */
    sessionSecret?: string;
  }
}

/** Who asks; there on every route that is not for anyone. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new Error('This route is for anyone: it has no actor.');
  return caller;
});
