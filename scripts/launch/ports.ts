/** Free ports, each given to one process of ours only: between the choice and the listening another start may be choosing too. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.ts';
import { identify, isAlive, type ProcessIdentity } from './processes.ts';

const HOST = '127.0.0.1';
const reservations = join(tmpdir(), `overturn-ports-${process.getuid?.() ?? 'user'}`);
const fileOf = (port: number): string => join(reservations, String(port));

const mine = new Set<number>();
process.on('exit', () => mine.forEach((port) => rmSync(fileOf(port), { force: true })));

/** The port that could be listened on, undefined when it is taken; 0 asks for any. */
const tryPort = (port: number, host: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(taken));
    });
  });

function holderOf(port: number): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(port), 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

function isReservedByAnother(port: number): boolean {
  const holder = holderOf(port);
  return holder !== undefined && holder.pid !== process.pid && isAlive(holder);
}

/** Takes the first of the candidates that is free and that no other start has taken; it stays ours while this process lives. */
function reserve(candidates: Iterable<number>, host: string): Promise<number | undefined> {
  mkdirSync(reservations, { recursive: true });
  return withLock(join(reservations, 'lock'), async () => {
    for (const candidate of candidates) {
      const port = await tryPort(candidate, host);
      if (port === undefined || mine.has(port) || isReservedByAnother(port)) continue;
      writeFileSync(fileOf(port), JSON.stringify(identify(process.pid)));
      mine.add(port);
      return port;
    }
    return undefined;
  });
}

const range = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);

/** The preferred port when it is free, else any free one. */
export async function freePort(preferred = 0): Promise<number> {
  const port = await reserve([preferred, ...Array<number>(20).fill(0)], HOST);
  if (port === undefined) throw new Error(`No free port on ${HOST}.`);
  return port;
}

/** The first free port from `first` upwards. */
export async function nextFreePort(first: number, host: string): Promise<number> {
  const port = await reserve(range(first, 100), host);
  if (port === undefined)
    throw new Error(`The ports ${first} to ${first + 99} on ${host} are taken. Set PORT to a free one.`);
  return port;
}

/** Whether exactly this port can be had; it is ours from then on. */
export const takePort = async (port: number, host: string): Promise<boolean> => (await reserve([port], host)) === port;
