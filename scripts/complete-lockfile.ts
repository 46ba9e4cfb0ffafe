/**
 * Completes package-lock.json. npm leaves out an optional package for another platform when the registry at hand does
 * not carry it, and `npm ci` then refuses the whole file. Their versions are exact in the package that wants them, so
 * they can be written down unseen. `--check` only reports.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './launch/paths.ts';

interface Locked {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
interface Lockfile {
  packages: Record<string, Locked>;
}

const OS_WORDS: Record<string, string> = { windows: 'win32', linuxmusl: 'linux' };
const OSES = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix'];
const CPUS = ['x64', 'arm64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];
const LIBCS: Record<string, string> = { musl: 'musl', linuxmusl: 'musl', gnu: 'glibc' };

/** What a platform package's name says of its platform: `binding-linux-arm64-musl`. */
function platformOf(name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/);
  const os = words.map((word) => OS_WORDS[word] ?? word).find((word) => OSES.includes(word));
  const cpu = words.find((word) => CPUS.includes(word));
  const libc = words.map((word) => LIBCS[word]).find((word) => word !== undefined);
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}) };
}

/** Folders in which Node would look, the nearest first. */
function* lookup(path: string, name: string): Generator<string> {
  for (let base = path; base; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    yield `${base}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

/** The entries that are wanted and not there. */
export function missingFrom({ packages }: Lockfile): Record<string, Locked> {
  const missing: Record<string, Locked> = {};
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isThere = [...lookup(path, name)].some((candidate) => candidate in packages);
      if (isThere || !/^\d+\.\d+\.\d+/.test(version)) continue;
      missing[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
    }
  }
  return missing;
}

if (import.meta.main) {
  const file = join(root, 'package-lock.json');
  const lockfile = JSON.parse(readFileSync(file, 'utf8')) as Lockfile;
  const missing = missingFrom(lockfile);
  const count = Object.keys(missing).length;
  if (count === 0) {
    console.log('package-lock.json is complete.');
  } else if (process.argv.includes('--check')) {
    console.error(`package-lock.json lacks ${count} packages of other platforms; run: npm run lockfile`);
    process.exitCode = 1;
  } else {
    const packages = Object.entries({ ...lockfile.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
    writeFileSync(file, `${JSON.stringify({ ...lockfile, packages: Object.fromEntries(packages) }, null, 2)}\n`);
    console.log(`Added ${count} packages of other platforms to package-lock.json.`);
  }
}
