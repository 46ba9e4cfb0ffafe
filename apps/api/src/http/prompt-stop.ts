import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';

/** What is under way when a stop begins is answered within this, or cut off. */
const GRACE_MS = 2_000;

/**
 * Makes a stop wait for requests and for nothing else: a connection without one is closed at once, every other as soon as
 * it has its answer. The server alone would wait for what its callers keep open, and for those that never asked anything.
 */
export function stopPromptly(server: FastifyInstance): void {
  const requests = new Map<Socket, number>(); // under way, by open connection
  let isStopping = false;
  const count = (socket: Socket, change: number): void => {
    const left = (requests.get(socket) ?? 0) + change;
    if (requests.has(socket)) requests.set(socket, left);
    if (isStopping && left === 0) socket.destroySoon();
  };
  server.server.on('connection', (socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  server.server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });
  server.addHook('preClose', async () => {
    isStopping = true;
    for (const socket of requests.keys()) count(socket, 0);
    const cut = setTimeout(() => requests.forEach((_, socket) => socket.destroy()), GRACE_MS);
    server.server.once('close', () => clearTimeout(cut));
  });
}
