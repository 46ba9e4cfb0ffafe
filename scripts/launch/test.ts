/** `npm test [-- --slow] [-- what jest takes]`: sets itself up as `npm start` does, then runs Jest. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from './builds.ts';
import { nodeBinary, npmBinary, root } from './paths.ts';
import { say, step } from './progress.mjs';

const given = process.argv.slice(2);
/** Real services leave a socket or two behind that would keep a finished run waiting. */
const EXIT = ['--forceExit'];
const isSlow = given.includes('--slow');
const samples = resolve(root, process.env['OVERTURN_SAMPLES'] ?? '../shared/samples/835');

try {
  await step('Compiling', () => build());
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
if (!existsSync(samples))
  say(`The sample remittances are not at ${samples}: tests that read them are skipped. Set OVERTURN_SAMPLES.`);

const jest = spawn(
  nodeBinary,
  ['--experimental-vm-modules', npmBinary('jest'), ...EXIT, ...given.filter((arg) => arg !== '--slow')],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      OVERTURN_SAMPLES: samples,
      ...(isSlow ? { OVERTURN_SLOW: '1' } : {}),
    },
  },
);
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => jest.kill(signal));
process.on('SIGINT', () => undefined); // the terminal told Jest as well
jest.on('exit', (code) => process.exit(code ?? 1));
