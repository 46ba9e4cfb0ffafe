import type { Config } from '@overturn/config';
import { JOBS } from '@overturn/contracts/jobs';
import type { JobOf, JobQueue } from '@overturn/contracts/jobs';
import { createPostgresBackend, Queue, runMigrations, withBackend, Worker } from 'bullmq';
import type { Job, JobsOptions, WorkerOptions } from 'bullmq';
import { Client } from 'pg';
import { handUrls, QUEUE_SCHEMA } from '../logins.ts';

export type QueueSettings = Pick<Config, 'DATABASE_URL' | 'OVERTURN_SECRET' | 'QUEUE_DATABASE_URL' | 'REDIS_URL'>;

const PREFIX = 'overturn';
const onPostgres = withBackend(createPostgresBackend);

/** A finished job is forgotten, a failed one too: what is left to do stands in the rows, and a kept job would keep it from being queued again. */
const KEEP: JobsOptions = { removeOnComplete: true, removeOnFail: true };

/** Makes or renews the queues' tables; does nothing on Redis. Safe to repeat and to run twice at once. */
export async function prepareQueues(settings: QueueSettings): Promise<void> {
  if (settings.REDIS_URL) return;
  const client = new Client({ connectionString: queueUrl(settings) });
  await client.connect();
  try {
    // This login may make no schema, also not "if not exists": its own was made when the logins were.
    const query = (text: string, values?: readonly unknown[]) =>
      text.startsWith('CREATE SCHEMA') ? Promise.resolve({ rows: [] }) : client.query(text, values as unknown[]);
    await runMigrations({ query }, QUEUE_SCHEMA);
  } finally {
    await client.end();
  }
}

/** The sending end of one queue, on Redis where its address is set, else in a schema of its own in Postgres. */
export interface JobSender<Q extends JobQueue> {
  /** `jobId`: the same id twice, while the first is still there, is one job. */
  add(data: JobOf<Q>, options?: { jobId?: string }): Promise<void>;
  close(): Promise<void>;
}

/** Opens the sending end; it connects by itself. */
export function openSender<Q extends JobQueue>(settings: QueueSettings, name: Q): JobSender<Q> {
  const defaultJobOptions = { ...KEEP, attempts: 5, backoff: { type: 'exponential', delay: 1000 } };
  const queue = settings.REDIS_URL
    ? new Queue(name, { connection: redis(settings.REDIS_URL, false), prefix: PREFIX, defaultJobOptions })
    : new onPostgres.Queue(name, { connection: postgres(settings, 2), defaultJobOptions });
  queue.on('error', () => undefined); // told to whoever adds; the connection renews itself
  return {
    add: async (data, options = {}) => void (await queue.add(name, JOBS[name].parse(data), options)),
    close: () => queue.close(),
  };
}

export interface JobReceiver {
  /** Takes no more and waits for what is being done. */
  close(): Promise<void>;
}

export type JobOptions = Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount'> & {
  /** A job that failed, or (without one) a connection that broke and renews itself. */
  onTrouble?: (error: Error, job?: Job) => void;
};

/** The working end: what arrives is parsed, then handed over. It starts at once. */
export function openReceiver<Q extends JobQueue>(
  settings: QueueSettings,
  name: Q,
  work: (data: JobOf<Q>, job: Job) => Promise<void>,
  { onTrouble, ...options }: JobOptions = {},
): JobReceiver {
  const process = (job: Job) => work(JOBS[name].parse(job.data) as JobOf<Q>, job);
  const worker = settings.REDIS_URL
    ? new Worker(name, process, { ...options, connection: redis(settings.REDIS_URL, true), prefix: PREFIX })
    : new onPostgres.Worker(name, process, { ...options, connection: postgres(settings, 4) });
  worker.on('error', (error) => onTrouble?.(error));
  worker.on('failed', (job, error) => onTrouble?.(error, job));
  return { close: () => worker.close() };
}

const queueUrl = (settings: QueueSettings): string =>
  settings.QUEUE_DATABASE_URL ?? handUrls(settings.DATABASE_URL, settings.OVERTURN_SECRET).queue;

const postgres = (settings: QueueSettings, max: number) => ({
  connectionString: queueUrl(settings),
  schema: QUEUE_SCHEMA,
  max,
});

/** A receiver waits for Redis as long as it takes; a sender is told at once that it is away. */
const redis = (url: string, patient: boolean) => ({
  url,
  maxRetriesPerRequest: patient ? null : 1,
  enableOfflineQueue: patient,
});
