import { createServer } from 'node:net';

const canListen = (port: number, host: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(taken));
    });
  });

export const isFree = async (port: number, host = '127.0.0.1'): Promise<boolean> =>
  (await canListen(port, host)) !== undefined;

/** The preferred port when it is free, else any free one. */
export async function freePort(preferred = 0, host = '127.0.0.1'): Promise<number> {
  const port = (await canListen(preferred, host)) ?? (await canListen(0, host));
  if (port === undefined) throw new Error(`No free port on ${host}.`);
  return port;
}

/** The first free port from `first` upwards. */
export async function nextFreePort(first: number, host: string): Promise<number> {
  for (let port = first; port < first + 100; port += 1) if (await isFree(port, host)) return port;
  throw new Error(`The ports ${first} to ${first + 99} on ${host} are all taken. Set PORT to a free one.`);
}
