import { hostname } from 'node:os';
import type { Config } from '@overturn/config';
import type { Clock } from '@overturn/data/clock/clock';
import type { Database } from '@overturn/data/database/database';
import type { FileStore } from '@overturn/data/files/file-store';
import { publishEvents } from '@overturn/data/events/publisher';
import { openReceiver } from '@overturn/data/queues/queues';
import type { JobReceiver, JobSender } from '@overturn/data/queues/queues';
import type { Client, Connection } from '@temporalio/client';
import type { Logger } from 'pino';
import { denialActivities } from './denials/denial.activities.ts';
import { renderDocument } from './documents/render-document.ts';
import { runImport } from './imports/run-import.ts';
import { Loop } from './loop.ts';
import { deliverTo } from './relay/deliver.ts';
import { Relay } from './relay/relay.ts';
import { requeueForgotten } from './sweeps/forgotten-jobs.ts';
import { beat } from './sweeps/heartbeat.ts';
import { tellLateArrivals } from './sweeps/late-arrivals.ts';
import { tellPayerChanges } from './sweeps/payer-changes.ts';
import { Reconciler } from './sweeps/reconcile.ts';
import { sweepOld } from './sweeps/retention.ts';
import { workOnRules } from './sweeps/rule-changes.ts';
import { sealAudit } from '@overturn/data/audit/audit-seals';
import { TemporalWorker } from './temporal/temporal-worker.ts';

/** Everything that the worker's parts work on; opened before, closed after them. */
export interface WorkerPorts {
  config: Config;
  database: Database;
  clock: Clock;
  connection: Connection;
  client: Client;
  imports: JobSender<'imports'>;
  documents: JobSender<'documents'>;
  files: FileStore;
  log: Logger;
}

/** Pause of each loop while it finds nothing, in milliseconds. */
const PAUSE = {
  relay: 100,
  publisher: 150,
  sealer: 2_000,
  forgotten: 5_000,
  lateArrivals: 5_000,
  payerChanges: 1_000,
  rules: 500,
  reconciler: 30_000,
  retention: 600_000,
  heartbeat: 5_000,
};

/** Rounds of the sealer; about an hour. */
const FULL_SEALING_EVERY = 1_800;

/** The worker's parts, started in order and stopped in the reverse one: first what takes work in, last what it hands over to. */
export class WorkerProcess {
  readonly #ports: WorkerPorts;
  #loops: Loop[] = [];
  #receivers: JobReceiver[] = [];
  #temporal: TemporalWorker | undefined;

  constructor(ports: WorkerPorts) {
    this.#ports = ports;
  }

  async start(onEnd: (error: unknown) => void): Promise<void> {
    const { config, database, documents, log } = this.#ports;
    this.#temporal = await TemporalWorker.open(
      config,
      denialActivities({ database, documents }),
      ({ level, message }) => log[level === 'ERROR' ? 'error' : 'warn']({ part: 'temporal' }, message),
    );
    this.#temporal.run(onEnd);
    this.#receivers = this.#openReceivers();
    this.#loops = this.#openLoops();
    for (const loop of this.#loops) loop.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#receivers.map((receiver) => receiver.close()));
    await this.#temporal?.stop();
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  #openReceivers(): JobReceiver[] {
    const { config, database, clock, files, log } = this.#ports;
    const onTrouble = (error: Error): void =>
      log.warn({ part: 'queue', reason: error.message }, 'a job failed and is tried again');
    const openFile = (organizationId: string, sha256: string) => files.open(organizationId, sha256);
    const keepFile = (organizationId: string, sha256: string, bytes: Uint8Array) =>
      files.keep(organizationId, sha256, bytes);
    return [
      openReceiver(config, 'imports', async (job) => void (await runImport({ database, clock, openFile }, job)), {
        onTrouble,
        concurrency: 2,
      }),
      openReceiver(
        config,
        'documents',
        ({ organizationId, documentId }) => renderDocument({ database, clock, keepFile }, organizationId, documentId),
        {
          onTrouble,
          concurrency: 4,
        },
      ),
    ];
  }

  #openLoops(): Loop[] {
    const { config, database, clock, client, log } = this.#ports;
    const reconciler = new Reconciler({ database, client });
    const relay = new Relay(database, deliverTo(client, config.OVERTURN_ROLLOVER_EVENTS));
    let sealings = 0;
    const name = `worker/${hostname()}/${process.pid}`;
    const loop = (part: keyof typeof PAUSE, work: () => Promise<number | void>): Loop =>
      new Loop(PAUSE[part], work, (error) =>
        log.warn({ part, reason: String(error).slice(0, 200) }, 'a round failed and is tried again'),
      );
    return [
      loop('relay', async () => relay.round(await clock.now())),
      loop('publisher', () => publishEvents(database, config)),
      loop('sealer', () => sealAudit(database, sealings++ % FULL_SEALING_EVERY === 0)),
      loop('forgotten', () => requeueForgotten(this.#ports)),
      loop('lateArrivals', async () => tellLateArrivals(database, await clock.now())),
      loop('payerChanges', async () => tellPayerChanges(database, await clock.now())),
      loop('rules', async () => workOnRules(database, await clock.now())),
      loop('reconciler', async () => reconciler.round(await clock.now())),
      loop('retention', async () => sweepOld(database, await clock.now())),
      loop('heartbeat', async () => beat(database, new Date(), name, { pid: process.pid })),
    ];
  }
}
