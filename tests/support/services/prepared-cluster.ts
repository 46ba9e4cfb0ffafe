/** A Postgres cluster, migrated and stopped, kept in the cache: a test copies it and starts in half a second, with a Postgres all its own. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../../../scripts/launch/children.ts';
import { fingerprint } from '../../../scripts/launch/fingerprint.ts';
import { withLock } from '../../../scripts/launch/lock.ts';
import { cacheDir, nodeBinary, root } from '../../../scripts/launch/paths.ts';
import { freePort } from '../../../scripts/launch/ports.ts';
import { placePostgres, type PostgresPlace } from '../../../scripts/launch/postgres-place.ts';
import { createDatabase, databaseUrl, initPostgres, postgresSpec } from '../../../scripts/launch/postgres.ts';
import { run } from '../../../scripts/launch/run.ts';

/** Throw-away clusters listen on this machine only and hold invented rows. */
export const TEST_PASSWORD = 'throw-away';
export const TEST_SECRET = 'a secret for throw-away tests only';

/** Whatever shapes the cluster: change one of these and it is prepared anew. */
const SOURCES = {
  empty: ['scripts/launch/postgres.ts', 'tests/support/services/prepared-cluster.ts'],
  migrated: [
    ...['scripts/launch/postgres.ts', 'tests/support/services/prepared-cluster.ts'],
    ...['prisma', 'libs/data/src', 'libs/domain/src', 'libs/config/src'],
  ],
};
const KEPT = 3;

const store = (): string => join(cacheDir, `test-clusters-${process.getuid?.() ?? 'user'}`);

/** Lays a migrated cluster (`empty`: one without our tables) into the home and says where it is. */
export async function copyPreparedCluster(home: string, kind: 'migrated' | 'empty'): Promise<PostgresPlace> {
  const place = await placePostgres(home);
  const hash = fingerprint(SOURCES[kind].map((path) => join(root, path)));
  const kept = join(store(), hash);
  await withLock(join(store(), 'lock'), async () => {
    if (!existsSync(kept)) await prepare(kept, kind);
    await run('cp', ['-a', kept, place.data]);
  });
  return place;
}

async function prepare(kept: string, kind: 'migrated' | 'empty'): Promise<void> {
  const home = join(store(), 'making');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const place = await placePostgres(home);
  await initPostgres(place, TEST_PASSWORD);
  const settings = { port: await freePort(), password: TEST_PASSWORD, throwAway: true };
  const postgres = new Child(postgresSpec(place, settings, join(home, 'postgres.log')), home, () => undefined);
  await postgres.start();
  try {
    await createDatabase(settings);
    if (kind === 'migrated') await migrate(databaseUrl(settings));
  } finally {
    await postgres.stop();
  }
  await run('cp', ['-a', place.data, `${kept}.new`]);
  renameSync(`${kept}.new`, kept);
  if (place.data !== join(home, 'postgres')) rmSync(place.data, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
  forgetOldest();
}

const migrate = (url: string): Promise<string> =>
  run(nodeBinary, [join(root, 'libs/data/src/migrate.ts')], {
    env: { ...process.env, DATABASE_URL: url, OVERTURN_SECRET: TEST_SECRET },
  });

function forgetOldest(): void {
  const age = (name: string): number => statSync(join(store(), name)).mtimeMs;
  const hashes = readdirSync(store())
    .filter((name) => /^[0-9a-f]{32}$/.test(name))
    .sort((a, b) => age(b) - age(a));
  for (const name of hashes.slice(KEPT)) rmSync(join(store(), name), { recursive: true, force: true });
}
