import { spawn, type ChildProcess } from 'node:child_process';
import { root } from './paths.ts';

class CommandFailed extends Error {}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  timeoutMs?: number;
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill()));

/** Runs a command to its end and gives what it printed; throws `CommandFailed` with an excerpt when it fails. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { timeoutMs, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
      ...spawnOptions,
    });
    running.add(child);
    let output = '';
    const keep = (chunk: Buffer): void => void (output = (output + chunk.toString()).slice(-200_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(new CommandFailed(`${command} could not be run: ${error.message}`)));
    child.on('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(output);
      else reject(new CommandFailed(`${command} ${args.join(' ')} ended with ${signal ?? code}:\n${excerpt(output)}`));
    });
  });
}

/** A log for messages: how it began and how it ended. */
export function excerpt(text: string, head = 5, tail = 20): string {
  const lines = text.trimEnd().split('\n');
  if (lines.length <= head + tail) return lines.join('\n');
  return [...lines.slice(0, head), '…', ...lines.slice(-tail)].join('\n');
}
