/**
 * What a person who just cloned the repository lives through: an empty home, no packages, `npm start`, the page,
 * Ctrl-C, a second start, a launcher killed outright, a third start. `--user NAME` does it as an ordinary user.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const BARE_MS = 12 * 60_000;
const WARM_MS = 90_000;

const source = join(dirname(fileURLToPath(import.meta.url)), '..');
const user = process.argv[2] === '--user' ? process.argv[3] : undefined;
const runner = user ? 'start as an ordinary user' : 'start as root';
const place = mkdtempSync(join(tmpdir(), 'overturn-fresh-'));
const clone = join(place, 'somewhere else', 'overturn');
const counts = { passed: 0, failed: 0 };

const id = (flag) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));

function makeUser() {
  if (!user) return {};
  try {
    execFileSync('id', ['-u', user], { stdio: 'ignore' });
  } catch {
    execFileSync('useradd', ['--no-create-home', user]);
  }
  return { uid: id('-u'), gid: id('-g') };
}

function judge(what, holds, detail = '') {
  counts[holds ? 'passed' : 'failed'] += 1;
  console.log(`  ${holds ? '✓' : '✗'} ${what}${detail ? `: ${detail}` : ''}`);
  return holds;
}

async function until(limitMs, condition) {
  const began = Date.now();
  while (Date.now() - began < limitMs) {
    if (await condition()) return Math.round((Date.now() - began) / 100) / 10;
    await sleep(200);
  }
  return undefined;
}

const answers = (url) =>
  fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    async (response) => response.ok && /<html/i.test(await response.text()),
    () => false,
  );

/** `npm start` in a process group of its own, as a terminal gives it one. */
function start(identity, env) {
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env,
    ...identity,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started = { child, output: '', ended: false };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (started.output += chunk));
  child.on('close', () => (started.ended = true));
  started.url = () => /Overturn is at (http:\S+)/.exec(started.output)?.[1];
  return started;
}

/** Waits for the address and then for the page; gives the seconds, or undefined. */
const firstPage = (started, limitMs) =>
  until(limitMs, async () => {
    if (started.ended) throw new Error(`it ended:\n${started.output.slice(-3_000)}`);
    const url = started.url();
    return url !== undefined && (await answers(url));
  });

const ctrlC = (started) => process.kill(-started.child.pid, 'SIGINT');

const pidFiles = () => {
  const folder = join(clone, '.overturn/run');
  return existsSync(folder)
    ? readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    : [];
};
const isAlive = (pid) => existsSync(`/proc/${pid}`);

async function play(identity, env) {
  const first = start(identity, env);
  const bare = await firstPage(first, BARE_MS);
  judge('from clone to first page, with nothing installed', bare !== undefined, `${bare} s`);
  const pids = pidFiles().map(({ pid }) => pid);
  judge('it says where it is and how to sign in', /sign in/i.test(first.output), first.url());
  ctrlC(first);
  const ended = await until(45_000, () => first.ended);
  judge('Ctrl-C ends it', ended !== undefined, `${ended} s`);
  judge('nothing is left running', pids.length >= 5 && !pids.some(isAlive), `${pids.length} processes`);

  const blocker = createServer()
    .listen(3000, '127.0.0.1')
    .on('error', () => undefined);
  const second = start(identity, env);
  const warm = await firstPage(second, WARM_MS);
  judge('a second start, port 3000 taken, finds everything', warm !== undefined, `${warm} s at ${second.url()}`);
  const launcher = pidFiles().find(({ name }) => name === 'launcher');
  for (const { pid, name } of pidFiles()) if (name === 'postgres' || name === 'launcher') process.kill(pid, 'SIGKILL');
  await until(10_000, () => second.ended);
  judge('the launcher and Postgres are killed outright', launcher !== undefined && !isAlive(launcher.pid));

  const third = start(identity, env);
  const repaired = await firstPage(third, WARM_MS);
  judge('a start after that repairs what was left', repaired !== undefined, `${repaired} s`);
  ctrlC(third);
  judge('and ends like any other', (await until(45_000, () => third.ended)) !== undefined);
  blocker.close();
  console.log(first.output.replace(/^/gm, '    | '));
}

const identity = makeUser();
try {
  chmodSync(place, 0o755);
  const home = join(place, 'home');
  mkdirSync(home);
  mkdirSync(dirname(clone));
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', source, clone]);
  let cache = process.env.OVERTURN_CACHE;
  if (user) {
    // The second may share the Temporal that the first built.
    cpSync(join(cache, 'temporal-cli'), join(home, 'cache/temporal-cli'), { recursive: true });
    cache = join(home, 'cache');
    execFileSync('chown', ['-R', `${identity.uid}:${identity.gid}`, place]);
  }
  const { PATH, npm_config_registry } = process.env;
  const env = { PATH, HOME: home, USER: user ?? 'root', OVERTURN_CACHE: cache, npm_config_cache: join(home, '.npm') };
  await play(identity, npm_config_registry ? { ...env, npm_config_registry } : env);
} catch (error) {
  judge('the play goes to its end', false, error.message);
} finally {
  for (const { pid } of pidFiles()) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  rmSync(place, { recursive: true, force: true });
}
if (process.env.OVERTURN_RESULTS)
  appendFileSync(process.env.OVERTURN_RESULTS, `${JSON.stringify({ runner, ...counts })}\n`);
process.exit(counts.failed === 0 ? 0 : 1);
