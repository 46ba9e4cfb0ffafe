/** Brings node_modules to what package-lock.json says, on whatever Node the machine has (20 or newer). */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from './progress.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const lockfile = join(root, 'package-lock.json');
const stamp = join(root, 'node_modules/.overturn-lockfile');
const claim = join(root, '.cache/install.pid');
const OLDEST_NODE = 20;
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Installs when node_modules is missing or was installed from another lockfile. */
export async function install() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new Error(`This is Node ${process.versions.node}; Overturn needs Node ${OLDEST_NODE} or newer to start.`);
  }
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (isInstalled(hash)) return;
  await step('Installing packages', async (detail) => {
    await waitForTurn(detail);
    process.on('exit', release);
    try {
      if (!isInstalled(hash)) await npm('ci').catch(() => npm('install', '--no-save')); // a lockfile behind package.json
      writeFileSync(stamp, hash);
    } finally {
      release();
    }
  });
}

function release() {
  if (existsSync(claim) && readFileSync(claim, 'utf8') === String(process.pid)) rmSync(claim);
}

function isInstalled(hash) {
  if (!existsSync(join(root, 'node_modules/.bin/node'))) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  // Installed by hand: npm writes its own copy of the lockfile last.
  const own = statSync(join(root, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  return own !== undefined && own.mtimeMs >= statSync(lockfile).mtimeMs;
}

function npm(...command) {
  const args = [...command, '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const stop = () => {
      child.kill('SIGTERM');
      process.exit(130); // what is half installed has no stamp, and is installed anew
    };
    for (const signal of STOPS) process.on(signal, stop);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => reject(new Error(`npm could not be run: ${error.message}`)));
    child.on('close', () => STOPS.forEach((signal) => process.off(signal, stop)));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${command[0]} failed:\n${output.slice(-4_000)}`)),
    );
  });
}

/** Two starts in one clone install once: the second waits for the first. */
async function waitForTurn(detail) {
  mkdirSync(dirname(claim), { recursive: true });
  for (;;) {
    try {
      return writeFileSync(claim, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isRunning(Number(readFileSync(claim, 'utf8')))) detail('another start installs them');
      else rmSync(claim, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
