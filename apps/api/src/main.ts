import { readConfig } from '@overturn/config';
import { startApi } from './api.ts';

const config = readConfig();
const { app, log } = await startApi(config);

let stopping = false;
/** Takes no more requests, finishes those under way, closes what it opened. */
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  await app.close();
  log.info('stopped');
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
