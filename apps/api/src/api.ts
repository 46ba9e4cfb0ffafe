import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@overturn/config';
import { LogController } from 'fastify';
import type { Logger } from 'pino';
import { ApiModule } from './api.module.ts';
import { describeApi } from './docs/openapi.ts';
import { serveDashboard } from './dashboard/serve-dashboard.ts';
import { stopPromptly } from './http/prompt-stop.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { logRequests, newRequestId, openLog, NestLog } from './logging.ts';

export interface Api {
  app: NestFastifyApplication;
  log: Logger;
  /** Where it listens. */
  url: string;
}

const MOST_BODY_BYTES = 1024 * 1024;

/** Starts the api: listens at once, also while Postgres is away; `/api/health/ready` says when it can work. */
export async function startApi(config: Config): Promise<Api> {
  const log = openLog(config.LOG_LEVEL);
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    bodyLimit: MOST_BODY_BYTES,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.for(config), adapter, {
    logger: new NestLog(log),
  });
  app.setGlobalPrefix('api');
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false, limits: { fields: 10, fieldSize: 1000, parts: 60 } });
  const server = adapter.getInstance();
  server.addContentTypeParser('text/csv', { parseAs: 'string' }, (_, text, done) => done(null, text));
  stopPromptly(server);
  logRequests(server);
  setSecurityHeaders(server);
  describeApi(app);
  if (config.DASHBOARD_DIR) await serveDashboard(server, config.DASHBOARD_DIR);
  await app.listen(config.PORT, config.HOST);
  const url = await app.getUrl();
  log.info({ url }, 'listening');
  return { app, log, url };
}
