import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository, whatever the working directory. */
export const root = resolve(import.meta.dirname, '../..');

/** Node 24 as npm installed it, whatever Node the machine has. */
export const nodeBinary = join(root, 'node_modules/.bin/node');

export const npmBinary = (name: string): string => join(root, 'node_modules/.bin', name);

/** What is slow to make and the same for every home: the Temporal binary, test servers, prepared test databases. */
export const cacheDir = resolve(
  process.env['OVERTURN_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'overturn'),
);

/** Where one installation keeps everything: `OVERTURN_HOME`, else `.overturn` in the repository. */
export const homeDir = (env: NodeJS.ProcessEnv = process.env): string =>
  resolve(root, env['OVERTURN_HOME'] ?? '.overturn');
