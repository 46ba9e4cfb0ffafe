import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@overturn/config';
import type { HealthView } from '@overturn/contracts';
import { Database } from '@overturn/data/database/database';
import { engineAnswers } from '@overturn/data/health/engine-answers';
import { isMigrated, lastHeartbeat } from '@overturn/data/health/read-health';
import { connect } from 'node:net';
import { Startup } from '../accounts/startup.ts';
import { CONFIG } from '../ports.ts';

type Part = HealthView['parts'][number];

const PATIENCE_MS = 1500;
const WORKER_LATE_MS = 20_000;

/** What the api stands on. Without Postgres it can do nothing; without Temporal or the worker every act is kept and waits. */
@Injectable()
export class Parts {
  constructor(
    private readonly db: Database,
    private readonly startup: Startup,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One sentence on what is missing before the api can serve; undefined when it can. */
  async missing(): Promise<string | undefined> {
    const migrated = await within(isMigrated(this.db)).catch(() => undefined);
    if (migrated === undefined) return 'Postgres does not answer.';
    if (!migrated) return 'The database is not brought to the present yet: run the migration.';
    return this.startup.isDone ? undefined : 'The first start is not finished.';
  }

  async look(): Promise<Part[]> {
    const { REDIS_URL } = this.config;
    const redis = REDIS_URL
      ? [answers('redis', isListening(addressOf(REDIS_URL)), 'Queues wait; nothing is lost.')]
      : [];
    return Promise.all([
      this.postgres(),
      answers('temporal', engineAnswers(this.config, PATIENCE_MS), 'Answers are kept and go on when it is back.'),
      this.worker(),
      ...redis,
    ]);
  }

  private async postgres(): Promise<Part> {
    const missing = await this.missing();
    return missing
      ? { name: 'postgres', state: 'down', sentence: missing }
      : { name: 'postgres', state: 'ok', sentence: 'Answers.' };
  }

  private async worker(): Promise<Part> {
    const name = 'worker';
    const last = await within(lastHeartbeat(this.db)).catch(() => null);
    if (!last)
      return { name, state: 'down', sentence: 'No worker has been heard of. Answers are kept until one starts.' };
    const silentMs = Date.now() - last.getTime();
    if (silentMs < WORKER_LATE_MS) return { name, state: 'ok', sentence: 'Answers.' };
    return {
      name,
      state: 'late',
      sentence: `The worker was last heard of ${Math.round(silentMs / 1000)} seconds ago. Answers are kept.`,
    };
  }
}

const answers = async (name: string, asked: Promise<boolean>, meanwhile: string): Promise<Part> =>
  (await asked)
    ? { name, state: 'ok', sentence: 'Answers.' }
    : { name, state: 'down', sentence: `Does not answer. ${meanwhile}` };

const addressOf = (url: string) => ({ host: new URL(url).hostname, port: Number(new URL(url).port || 6379) });

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('too slow')), PATIENCE_MS).unref()),
  ]);

const isListening = ({ host, port }: { host: string; port: number }): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
