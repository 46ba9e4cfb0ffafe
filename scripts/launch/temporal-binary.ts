/** Finds the Temporal command, or gets it: on the PATH, in our cache, by the official download, by building it with Go. */
import { accessSync, chmodSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { withLock } from './lock.ts';
import { cacheDir } from './paths.ts';
import { run } from './run.ts';

/** The newest command line that `go install` can build: later tags have a replace directive. */
const VERSION = '1.5.1';
const GO_PACKAGE = `github.com/temporalio/cli/cmd/temporal@v${VERSION}`;

export interface FoundTemporal {
  path: string;
  /** For the line that says which one is used. */
  from: string;
}

type Attempt = { how: string; from: string; get: (note: (text: string) => void) => Promise<string> };

const cached = (): string => join(cacheDir, 'temporal-cli', VERSION, 'temporal');

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.includes('node_modules'))
    .map((folder) => join(folder, name))
    .find(isExecutable);

const required = (path: string | undefined, why: string): string => {
  if (path === undefined) throw new Error(why);
  return path;
};

/** Moves a finished binary to its place in one step, so that nobody ever runs half of one. */
function keep(made: string): string {
  mkdirSync(dirname(cached()), { recursive: true });
  chmodSync(made, 0o755);
  renameSync(made, cached());
  return cached();
}

async function download(): Promise<string> {
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch as string] ?? process.arch;
  const url = `https://temporal.download/cli/archive/v${VERSION}?platform=${process.platform}&arch=${arch}`;
  const connecting = new AbortController();
  const patience = setTimeout(() => connecting.abort(new Error('no answer within 10 s')), 10_000);
  const response = await fetch(url, { signal: connecting.signal }).finally(() => clearTimeout(patience));
  if (!response.ok) throw new Error(`answered ${response.status}`);
  const folder = join(cacheDir, 'temporal-cli', `download-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'temporal.tar.gz'), new Uint8Array(await response.arrayBuffer()));
    await run('tar', ['-xzf', 'temporal.tar.gz'], { cwd: folder });
    await run(join(folder, 'temporal'), ['--version']);
    return keep(join(folder, 'temporal'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function build(note: (text: string) => void): Promise<string> {
  const go = required(onPath('go'), 'Go is not installed');
  const folder = join(cacheDir, 'temporal-cli', `build-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  note(`building Temporal ${VERSION} with Go, about 3 minutes, this once`);
  try {
    await run(go, ['install', '-ldflags=-s -w', GO_PACKAGE], {
      cwd: folder,
      env: { ...process.env, GOBIN: folder, GOFLAGS: '' },
    });
    return keep(join(folder, 'temporal'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ATTEMPTS: Attempt[] = [
  {
    how: 'temporal on the PATH',
    from: 'found on the PATH',
    get: async () => required(onPath('temporal'), 'not there'),
  },
  {
    how: 'our cache',
    from: 'from the cache',
    get: async () => required(existsSync(cached()) ? cached() : undefined, `nothing at ${cached()}`),
  },
  { how: 'official download', from: 'downloaded', get: download },
  { how: `go install ${GO_PACKAGE}`, from: 'built with Go', get: build },
];

/** The command to run; when every way fails, an error that tells what was tried and what to do. */
export function findTemporal(note: (text: string) => void): Promise<FoundTemporal> {
  return withLock(join(cacheDir, 'temporal-cli.lock'), async () => {
    const failures: string[] = [];
    for (const { how, from, get } of ATTEMPTS) {
      try {
        note(how);
        const path = await get(note);
        return { path, from: `${from}, ${path}` };
      } catch (error) {
        failures.push(`  ${how}: ${reasonOf(error)}`);
      }
    }
    throw new Error(
      `No Temporal server could be found or made. Tried:\n${failures.join('\n')}\n` +
        'Install the Temporal command line and put it on the PATH, or install Go, or set TEMPORAL_ADDRESS to a server that runs.',
    );
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
