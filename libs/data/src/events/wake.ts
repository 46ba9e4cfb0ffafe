import type { Config } from '@overturn/config';
import { Redis } from 'ioredis';
import { Client } from 'pg';

/** The channel on which readers of events are woken; it carries nothing. */
export const EVENTS_CHANNEL = 'overturn_events';
const AGAIN_AFTER_MS = 500;

type WakeSettings = Pick<Config, 'REDIS_URL'>;

const publishers = new Map<string, Redis>();

/** Wakes the readers through Redis; one that is away wakes nobody, and they look by themselves. */
export async function wakeThroughRedis(url: string): Promise<void> {
  const redis = publishers.get(url) ?? new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: true });
  if (!publishers.has(url)) redis.on('error', () => undefined);
  publishers.set(url, redis);
  await redis.publish(EVENTS_CHANNEL, '').catch(() => undefined);
}

export interface Wakes {
  close(): Promise<void>;
}

/** Calls `wake` whenever events were numbered, by Redis where its address is set, else by Postgres; and once after each gap. */
export function listenForWakes(settings: WakeSettings, databaseUrl: string, wake: () => void): Wakes {
  return settings.REDIS_URL ? listenToRedis(settings.REDIS_URL, wake) : listenToPostgres(databaseUrl, wake);
}

function listenToRedis(url: string, wake: () => void): Wakes {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  redis.on('message', wake);
  redis.on('ready', wake);
  void redis.subscribe(EVENTS_CHANNEL).catch(() => undefined);
  return { close: () => Promise.resolve(redis.disconnect()) };
}

function listenToPostgres(databaseUrl: string, wake: () => void): Wakes {
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const again = (): void => {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), AGAIN_AFTER_MS);
  };
  const connect = async (): Promise<void> => {
    const fresh = new Client({ connectionString: databaseUrl, keepAlive: true, application_name: 'overturn events' });
    client = fresh;
    fresh.on('error', again);
    fresh.on('end', again);
    fresh.on('notification', wake);
    try {
      await fresh.connect();
      await fresh.query(`listen ${EVENTS_CHANNEL}`);
      wake();
    } catch {
      again();
    }
  };
  void connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
