import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths.ts';

const SKIP = new Set(['node_modules', 'dist']);

function filesUnder(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !SKIP.has(name) && !name.includes('.test.'))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** A hash of the contents under these paths (tests and build output apart): the same contents, the same hash, whatever the dates. */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder))
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 32);
}
