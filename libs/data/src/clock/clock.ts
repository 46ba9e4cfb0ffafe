import type { Config } from '@overturn/config';

/** The one source of "now" outside workflows. Rows, jobs and sweeps take their time from it; SQL decides nothing with now(). */
export interface Clock {
  now(): Promise<Date>;
  close(): Promise<void>;
}

const systemClock: Clock = {
  now: () => Promise.resolve(new Date()),
  close: () => Promise.resolve(),
};

/** The clock that the environment asks for; `temporal-test` follows a time-skipping Temporal server. */
export async function openClock(config: Pick<Config, 'OVERTURN_CLOCK' | 'TEMPORAL_ADDRESS'>): Promise<Clock> {
  if (config.OVERTURN_CLOCK === 'system') return systemClock;
  const { openTestServerClock } = await import('./test-server-clock.ts');
  return openTestServerClock(config.TEMPORAL_ADDRESS);
}
