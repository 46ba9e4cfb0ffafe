import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Level, Logger } from 'pino';

/** Logs carry routes, never addresses: ids of patients' cases and whatever a query holds stay out. */
export function openLog(level: Level | 'silent'): Logger {
  return pino({ level, base: { process: 'api' }, serializers: { req: () => undefined, res: () => undefined } });
}

export const newRequestId = (): string => randomUUID();

/** One line a request: method, route as declared, status, how long. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    request.log[reply.statusCode >= 500 ? 'warn' : 'debug'](line, 'request');
  });
}

/** Nest's own words; what it says of routes at start is noise. */
export class NestLog implements LoggerService {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  log(): void {
    // which route is mapped where stands in /api/docs
  }

  warn(message: unknown): void {
    this.#log.warn({ part: 'nest' }, String(message));
  }

  error(message: unknown, stack?: unknown): void {
    this.#log.error({ part: 'nest', stack: typeof stack === 'string' ? stack : undefined }, String(message));
  }
}
