import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/launch/paths.ts';

const PATIENCE_MS = 120_000;

/** One `npm start` of this checkout, as a terminal runs it, in a home of its own. */
export class Launched {
  readonly home = mkdtempSync(join(tmpdir(), 'overturn-launched-'));
  output = '';
  readonly #child;
  readonly #ended: Promise<void>;

  constructor(env: Record<string, string> = {}) {
    const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, REDIS_URL: _redis, ...inherited } = process.env;
    this.#child = spawn('npm', ['start'], {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...inherited, NODE_OPTIONS: '', OVERTURN_HOME: this.home, OVERTURN_DEMO: '0', ...env },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.#ended = new Promise((resolve) => this.#child.on('close', () => resolve()));
  }

  async says(what: RegExp): Promise<RegExpExecArray> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      const found = what.exec(this.output);
      if (found) return found;
      if (this.#child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`It did not say ${what}:\n${this.output.slice(-3000)}`);
  }

  /** Where it answers, once it does. */
  async url(): Promise<string> {
    return (await this.says(/Overturn is at (http:\S+)/))[1]!;
  }

  /** What it runs, by name, with the process ids. */
  running(): Record<string, number> {
    const folder = join(this.home, 'run');
    const read = (name: string) =>
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as { name: string; pid: number };
    return Object.fromEntries(
      readdirSync(folder)
        .map(read)
        .map(({ name, pid }) => [name, pid]),
    );
  }

  /** Ctrl-C, and nothing of it is left. */
  async stop(): Promise<void> {
    if (this.#child.exitCode === null) process.kill(-this.#child.pid!, 'SIGINT');
    await this.#ended;
    rmSync(this.home, { recursive: true, force: true });
  }
}
