import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_HOURS } from '@overturn/data/accounts/sessions';

export const SESSION_COOKIE = 'overturn_session';

/** Out of reach of scripts and of other sites; sent over TLS only when the page came that way. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  const secure = request.headers.origin?.startsWith('https:') ?? false;
  void reply.setCookie(SESSION_COOKIE, secret, {
    path: '/api',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: SESSION_HOURS * 3600,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, { path: '/api' });
}
