/** The services under the product: the address given in the environment, else an embedded one of our own. */
import { join } from 'node:path';
import { keptSecret, type EmbeddedPort } from './installation.ts';
import { placePostgres } from './postgres-place.ts';
import { createDatabase, databaseUrl, initPostgres, postgresSpec } from './postgres.ts';
import { say, step } from './progress.mjs';
import type { Stack } from './stack.ts';
import { findTemporal } from './temporal-binary.ts';
import { registerSearchAttributes, temporalSpec } from './temporal.ts';

export interface Provided {
  /** For the closing line: what runs where. */
  what: string;
}

export async function provideDatabase(stack: Stack, home: string, port: number): Promise<Provided & { url: string }> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, what: `Postgres at ${new URL(given).host}` };
  return step('Starting Postgres', async () => {
    const settings = { port, password: keptSecret(home, 'postgres-password') };
    const place = await placePostgres(home);
    if (!place.data.startsWith(home))
      say(`  Postgres may not run as root nor enter ${home} as another user; its data is in ${place.data}.`);
    await initPostgres(place, settings.password);
    await stack.start(postgresSpec(place, settings, join(home, 'logs/postgres.log')));
    await createDatabase(settings);
    return { url: databaseUrl(settings), what: `Postgres on port ${port}` };
  });
}

export async function provideTemporal(
  stack: Stack,
  home: string,
  ports: Record<EmbeddedPort, number>,
  namespace: string,
): Promise<Provided & { address: string }> {
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) {
    await step('Registering search attributes with Temporal', () => registerSearchAttributes(given, namespace));
    return { address: given, what: `Temporal at ${given}` };
  }
  const { path, from } = await step('Looking for Temporal', findTemporal);
  say(`  Temporal: ${from}`);
  const settings = {
    binary: path,
    port: ports.temporal,
    uiPort: ports.temporalUi,
    databaseFile: join(home, 'temporal.db'),
    namespace,
  };
  await step('Starting Temporal', () => stack.start(temporalSpec(settings, join(home, 'logs/temporal.log'))));
  return {
    address: `127.0.0.1:${ports.temporal}`,
    what: `Temporal, to be watched at http://127.0.0.1:${ports.temporalUi}`,
  };
}
