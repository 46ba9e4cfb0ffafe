import { join } from 'node:path';
import type { ChildSpec } from './children.ts';
import { nodeBinary, npmBinary, root } from './paths.ts';
import type { Stack } from './stack.ts';

const watcher = (name: string, logs: string, cwd: string, tool: string, args: string[], isUp: RegExp): ChildSpec => ({
  name: `watch-${name}`,
  command: nodeBinary,
  args: [npmBinary(tool), ...args],
  cwd: join(root, cwd),
  env: { ...process.env, NODE_ENV: 'development' },
  logFile: join(logs, `watch-${name}.log`),
  stopSignal: 'SIGTERM',
  graceMs: 3_000,
  readyWithinMs: 60_000,
  isReady: async (log) => isUp.test(log()),
});

const nest = (name: string, logs: string): ChildSpec =>
  watcher(name, logs, '.', 'nest', ['build', name, '--watch', '--preserveWatchOutput'], /Watching for file changes/);

/** `npm run dev`: compile again whatever is changed; the processes start themselves again when their files change. */
export async function startWatchers(stack: Stack, logs: string): Promise<void> {
  const dashboard = watcher('dashboard', logs, 'apps/dashboard', 'vite', ['build', '--watch'], /built in|Build failed/);
  await Promise.all([nest('api', logs), nest('worker', logs), dashboard].map((spec) => stack.start(spec)));
}
