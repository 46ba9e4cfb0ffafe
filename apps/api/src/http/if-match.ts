import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { DomainError } from '@overturn/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The version that the sender looked at, from If-Match; undefined when none was sent. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new DomainError('BAD_INPUT', 'If-Match is the ETag as it was sent.');
  return Number(version);
});

/** What two people can edit carries its version as ETag. */
export function tagged<T extends { version: number }>(reply: FastifyReply, view: T): T {
  void reply.header('etag', `"${view.version}"`);
  return view;
}
