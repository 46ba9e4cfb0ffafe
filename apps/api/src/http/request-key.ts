import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { RequestKey } from '@overturn/data/idempotency/once-by-key';
import { DomainError } from '@overturn/domain';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

const LONGEST = 200;

/** The Idempotency-Key of a create with a hash of what was asked; undefined when none was sent. */
export const CreateKey = createParamDecorator((_: unknown, context: ExecutionContext): RequestKey | undefined => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key.length === 0 || key.length > LONGEST)
    throw new DomainError('BAD_INPUT', `An Idempotency-Key has 1 to ${LONGEST} characters.`);
  const asked = `${request.method} ${request.url.split('?')[0]} ${JSON.stringify(request.body ?? null)}`;
  return { key, requestHash: createHash('sha256').update(asked).digest('hex') };
});
