import { join } from 'node:path';
import type { ChildSpec } from '../../../scripts/launch/children.ts';
import { run } from '../../../scripts/launch/run.ts';

/** Debian's Redis, kept to a home of its own, with the eviction rule that queues need. */
export function redisSpec(home: string, port: number): ChildSpec {
  const options = {
    bind: '127.0.0.1',
    port: String(port),
    dir: home,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
  };
  return {
    name: 'redis',
    command: 'redis-server',
    args: Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    logFile: join(home, 'logs/redis.log'),
    stopSignal: 'SIGTERM',
    graceMs: 5_000,
    readyWithinMs: 20_000,
    isReady: async (log) => log().includes('Ready to accept connections'),
  };
}

/** For tests that skip by name where no Redis is installed. */
export const hasRedis = (): Promise<boolean> =>
  run('redis-server', ['--version']).then(
    () => true,
    () => false,
  );
