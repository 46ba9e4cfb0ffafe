import { Redis } from 'ioredis';
import { holdsPlanted } from './planted.ts';

const AROUND = 60;

/** Hears every command that anyone sends to Redis: keys, values and published messages alike. */
export interface RedisMonitor {
  heard(): string;
  /** Commands that held something planted, by what was around it. */
  planted(): string[];
  /** Publishes something, to show that it would be heard. */
  leak(text: string): Promise<void>;
  close(): void;
}

export async function listenToRedis(url: string): Promise<RedisMonitor> {
  const redis = new Redis(url);
  const commands: string[] = [];
  const monitor = await redis.monitor();
  monitor.on('monitor', (_time: string, args: string[]) => commands.push(args.join(' ')));
  return {
    heard: () => commands.join('\n'),
    planted: () =>
      commands.flatMap((command) =>
        holdsPlanted(command).map((needle) => {
          const at = command.toLowerCase().indexOf(needle);
          return command.slice(Math.max(0, at - AROUND), at + AROUND);
        }),
      ),
    async leak(text) {
      const before = commands.length;
      await redis.set('overturn:leak', text);
      while (commands.length === before) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    close() {
      monitor.disconnect();
      redis.disconnect();
    },
  };
}
