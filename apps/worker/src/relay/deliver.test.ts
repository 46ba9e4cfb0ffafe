import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { deliverTo } from './deliver.ts';

it('gives up on an engine that takes the call and never answers, so that the next round comes', async () => {
  const sockets: Socket[] = [];
  const mute = createServer((socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const connection = Connection.lazy({ address: `127.0.0.1:${(mute.address() as AddressInfo).port}` });
  const deliver = deliverTo(new Client({ connection }), 1_000, 300);
  const message = { id: '1', organization_id: '2', denial_id: '3', generation: 1, number: 1, payload: {} };
  await expect(deliver({ ...message, kind: 'task-completed' })).rejects.toThrow();
  await expect(deliver({ ...message, kind: 'start' })).rejects.toThrow();
  await connection.close();
  for (const socket of sockets) socket.destroy();
  mute.close();
}, 15_000);
