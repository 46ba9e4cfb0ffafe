/** `npm run check`: every judgement that needs no running service, side by side where the machine has the cores. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { generate } from '../generate.ts';
import { nodeBinary, npmBinary, root } from './paths.ts';
import { say, step } from './progress.mjs';
import { record } from './record.ts';

interface Check {
  name: string;
  /** What to do about a failure. */
  remedy: string;
  tool: string;
  args: readonly string[];
}

export const CHECKS: readonly Check[] = [
  { name: 'types', remedy: 'see the lines above', tool: 'tsc', args: ['-p', '.'] },
  { name: 'lint', remedy: 'npx oxlint --type-aware --fix', tool: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', remedy: 'npm run format', tool: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'boundaries',
    remedy: 'see .dependency-cruiser.mjs for who may import whom',
    tool: 'depcruise',
    args: ['apps', 'libs', 'tests', 'scripts', 'bench', '--config', '.dependency-cruiser.mjs'],
  },
  {
    name: 'unused',
    remedy: 'delete it, or import it where it is meant',
    tool: 'knip',
    args: ['--no-progress', '--no-config-hints'],
  },
];

const LOCKFILE = ['scripts/complete-lockfile.ts', '--check'];

interface Verdict {
  passed: boolean;
  output: string;
}

function judge(args: readonly string[], cwd: string): Promise<Verdict> {
  return new Promise((resolve) => {
    const child = spawn(nodeBinary, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => void (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (output += chunk.toString()));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}

/** Runs one check of the list in a folder that holds the repository or a copy of it. */
export const runCheck = ({ tool, args }: Check, cwd = root): Promise<Verdict> => judge([npmBinary(tool), ...args], cwd);

async function report(name: string, remedy: string, verdict: Promise<Verdict>): Promise<boolean> {
  const began = Date.now();
  const { passed, output } = await verdict;
  const took = `${((Date.now() - began) / 1_000).toFixed(1)} s`;
  if (passed) say(`  ✓ ${name} (${took})`);
  else say(`\n${output.trimEnd()}\n  ✗ ${name} (${took}): ${remedy}\n`);
  return passed;
}

async function checkAll(): Promise<boolean> {
  await step('Writing the database client', () => generate());
  const waiting = CHECKS.map((check) => () => report(check.name, check.remedy, runCheck(check)));
  waiting.push(() => report('lockfile', 'npm run lockfile', judge(LOCKFILE, root)));
  const results: boolean[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await next());
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 3) }, work));
  const passed = results.filter(Boolean).length;
  say(`  ${passed} of ${results.length} checks passed.`);
  record('check', passed, results.length - passed);
  return results.every(Boolean);
}

if (import.meta.main) process.exitCode = (await checkAll()) ? 0 : 1;
