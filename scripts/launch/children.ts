import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removePidFile, writePidFile } from './pid-files.ts';
import { identify, signalProcess } from './processes.ts';
import { excerpt } from './run.ts';

export interface ChildSpec {
  name: string;
  command: string;
  args: readonly string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
  logFile: string;
  /** The polite way to stop it, and how long it may take. */
  stopSignal: NodeJS.Signals;
  graceMs: number;
  /** Resolves true when it serves; `log` is what it printed since this start. */
  isReady: (log: () => string) => Promise<boolean>;
  readyWithinMs: number;
  /** Called before each start, the first one too. */
  prepare?: () => Promise<void>;
}

const LOG_LIMIT_BYTES = 20_000_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Up for this long, an earlier fall counts no more. */
const STEADY_MS = 60_000;

/** One process kept running: its output goes to a file (so it outlives us without choking), its id to the home. */
export class Child {
  readonly spec: ChildSpec;
  readonly #home: string;
  readonly #say: (line: string) => void;
  #process: ChildProcess | undefined;
  #exited: Promise<void> = Promise.resolve();
  /** Counts starts and stops: a restart under way ends when it is not of this life. */
  #life = 0;
  #falls = 0;
  #logStart = 0;

  constructor(spec: ChildSpec, home: string, say: (line: string) => void) {
    this.spec = spec;
    this.#home = home;
    this.#say = say;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** What it printed since its last start. */
  log(): string {
    return readFileSync(this.spec.logFile).subarray(this.#logStart).toString();
  }

  /** Starts it and waits until it serves; from then on it is started again whenever it dies. */
  async start(): Promise<void> {
    const life = (this.#life += 1);
    this.#falls = 0;
    await this.#launch();
    void this.#watch(life);
  }

  /** Asks it to stop and waits; ends it when it takes too long. */
  async stop(): Promise<void> {
    this.#life += 1;
    await this.#end(this.spec.stopSignal);
  }

  /** Sends a signal and leaves it down until `start`. For tests of sudden death. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#life += 1;
    await this.#end(signal);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const pid = this.#process?.pid;
    if (pid === undefined) return;
    signalProcess(pid, signal);
    const force = setTimeout(() => signalProcess(-pid, 'SIGKILL'), this.spec.graceMs);
    await this.#exited;
    clearTimeout(force);
  }

  async #launch(): Promise<void> {
    const { spec } = this;
    await spec.prepare?.();
    const child = this.#spawn();
    const until = Date.now() + spec.readyWithinMs;
    while (this.#process === child && Date.now() < until) {
      if (await spec.isReady(() => this.log()).catch(() => false)) return;
      await sleep(100);
    }
    const what = this.#process === child ? `did not answer within ${spec.readyWithinMs / 1_000} s` : 'stopped';
    await this.#end(spec.stopSignal);
    throw new Error(`${spec.name} ${what}. ${spec.logFile}:\n${excerpt(this.log())}`);
  }

  #spawn(): ChildProcess {
    const { name, command, args, cwd, env, uid, gid, logFile, stopSignal, graceMs } = this.spec;
    mkdirSync(dirname(logFile), { recursive: true });
    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES)
      renameSync(logFile, `${logFile}.1`);
    const log = openSync(logFile, 'a', 0o600);
    this.#logStart = fstatSync(log).size;
    // A group of its own: Ctrl-C in the terminal reaches the launcher alone, which then stops everything in order.
    const options = { cwd, env, uid, gid, detached: true, stdio: ['ignore', log, log] as ['ignore', number, number] };
    const child = spawn(command, args, options);
    closeSync(log);
    this.#process = child;
    if (child.pid !== undefined) writePidFile(this.#home, { name, stopSignal, graceMs, ...identify(child.pid) });
    this.#exited = new Promise((resolve) => {
      const gone = (): void => {
        if (this.#process === child) this.#process = undefined;
        removePidFile(this.#home, name);
        resolve();
      };
      child.once('exit', gone);
      child.once('error', gone);
    });
    return child;
  }

  async #watch(life: number): Promise<void> {
    const began = Date.now();
    const child = this.#process;
    await this.#exited;
    if (this.#life !== life) return;
    this.#falls = Date.now() - began > STEADY_MS ? 1 : this.#falls + 1;
    await this.#revive(life, child?.signalCode ?? `code ${child?.exitCode}`);
  }

  async #revive(life: number, how: string): Promise<void> {
    const { name } = this.spec;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (this.#falls - 1), LONGEST_PAUSE_MS);
    this.#say(`${name} stopped unexpectedly (${how}); starting it again in ${pauseMs / 1_000} s.`);
    await sleep(pauseMs, undefined, { ref: false });
    if (this.#life !== life) return;
    try {
      await this.#launch();
    } catch (error) {
      if (this.#life !== life) return;
      this.#falls += 1;
      return this.#revive(life, error instanceof Error ? error.message : String(error));
    }
    this.#say(`${name} is back.`);
    void this.#watch(life);
  }
}
