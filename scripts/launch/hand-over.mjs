/** The doorstep of every command: install, then go on in TypeScript on Node 24 from node_modules. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install, root } from './install.mjs';

/**
 * Runs a script of scripts/ on Node 24 with the arguments of this process, and ends as it ends.
 * @param {string} script its path from the root of the repository
 */
export async function handOver(script) {
  try {
    await install();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  const node = join(root, 'node_modules/.bin/node');
  // The channel tells the child when this process is gone, however it went.
  const child = spawn(node, [join(root, script), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // A terminal signals the child as well; what reaches this process alone is passed on.
  process.on('SIGINT', () => child.connected && child.send('stop'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Node 24 from node_modules could not be run: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
