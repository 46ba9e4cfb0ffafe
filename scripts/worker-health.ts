/** For a container's health check: whether the worker of this machine said within half a minute that it is alive. */
import { hostname } from 'node:os';
import { handUrls } from '@overturn/data/logins';
import { Client } from 'pg';

const LATE_MS = 30_000;

const { DATABASE_URL = '', ENGINE_DATABASE_URL, OVERTURN_SECRET = '' } = process.env;
const client = new Client({
  connectionString: ENGINE_DATABASE_URL ?? handUrls(DATABASE_URL, OVERTURN_SECRET).engine,
  connectionTimeoutMillis: 4_000,
});
await client.connect();
const { rows } = await client.query<{ at: Date | null }>(
  'select max(at) at from heartbeat where starts_with(process, $1)',
  [`worker/${hostname()}/`],
);
await client.end();
const lastAt = rows[0]?.at?.getTime() ?? 0;
process.exitCode = Date.now() - lastAt < LATE_MS ? 0 : 1;
