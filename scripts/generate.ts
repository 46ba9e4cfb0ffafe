/** Writes the Prisma client from the schema, without the network; does nothing while the schema is unchanged. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './launch/fingerprint.ts';
import { nodeBinary, npmBinary, root } from './launch/paths.ts';
import { run } from './launch/run.ts';

const schema = join(root, 'prisma/schema.prisma');
const client = join(root, 'libs/data/src/prisma');
const stamp = join(client, '.schema-hash');

/** True when the client had to be written. */
export async function generate(): Promise<boolean> {
  if (!existsSync(schema)) return false;
  const hash = fingerprint([schema]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  // The command would download an engine that it does not need for this; any file that exists satisfies it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: nodeBinary, CHECKPOINT_DISABLE: '1' };
  await run(nodeBinary, [npmBinary('prisma'), 'generate', '--schema', schema], { env });
  writeFileSync(stamp, hash);
  return true;
}

if (import.meta.main) console.log((await generate()) ? 'Prisma client written.' : 'Prisma client is up to date.');
