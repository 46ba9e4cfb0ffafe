import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '@overturn/config';
import { openClock } from '@overturn/data/clock/clock';
import { Database } from '@overturn/data/database/database';
import { openFileStore } from '@overturn/data/files/file-store';
import { handUrls } from '@overturn/data/logins';
import { openSender, prepareQueues } from '@overturn/data/queues/queues';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { WorkerModule } from './worker.module.ts';
import { WorkerProcess } from './worker-process.ts';
import type { WorkerPorts } from './worker-process.ts';

const CONNECTIONS = 30;

async function openPorts(): Promise<WorkerPorts> {
  const config = readConfig();
  const log = pino({ level: config.LOG_LEVEL, base: { process: 'worker' } });
  await prepareQueues(config);
  const connection = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
  const url = config.ENGINE_DATABASE_URL ?? handUrls(config.DATABASE_URL, config.OVERTURN_SECRET).engine;
  return {
    config,
    log,
    connection,
    client: new Client({ connection, namespace: config.TEMPORAL_NAMESPACE }),
    clock: await openClock(config),
    database: new Database(url, CONNECTIONS),
    imports: openSender(config, 'imports'),
    documents: openSender(config, 'documents'),
    files: openFileStore(config.FILES_DIR),
  };
}

const ports = await openPorts();
const app = await NestFactory.createApplicationContext(WorkerModule.register(ports), { logger: false });
app.enableShutdownHooks();
await app.get(WorkerProcess).start((error) => {
  ports.log.fatal(
    { reason: String(error) },
    'The Temporal worker ended by itself; this process ends and is started again.',
  );
  process.exit(1);
});
ports.log.info('polling');
