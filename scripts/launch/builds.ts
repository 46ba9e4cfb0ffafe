/** What has to be compiled before the product runs; each part only when its sources changed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../generate.ts';
import { fingerprint } from './fingerprint.ts';
import { withLock } from './lock.ts';
import { nodeBinary, npmBinary, root } from './paths.ts';
import { run } from './run.ts';

interface Build {
  name: string;
  sources: readonly string[];
  out: string;
  tool: string;
  args: readonly string[];
  cwd: string;
  /** Run once compiled. */
  afterwards?: string;
}

const nest = (name: string): Build => ({
  name,
  sources: [`apps/${name}/src`, `apps/${name}/tsconfig.build.json`, 'nest-cli.json', 'tsconfig.json'],
  out: `apps/${name}/dist`,
  tool: 'nest',
  args: ['build', name],
  cwd: '.',
});

export const BUILDS: readonly Build[] = [
  nest('api'),
  {
    ...nest('worker'),
    sources: [...nest('worker').sources, 'libs/workflows', 'libs/domain'],
    afterwards: 'apps/worker/dist/temporal/workflow-bundle.js',
  },
  {
    name: 'dashboard',
    sources: ['apps/dashboard', 'libs/contracts', 'libs/domain', 'package-lock.json'],
    out: 'apps/dashboard/dist',
    tool: 'vite',
    args: ['build', '--logLevel', 'warn'],
    cwd: 'apps/dashboard',
  },
];

/** Compiles what changed and gives the names of what it compiled. Two starts at once compile once. */
export function build(names: readonly string[] = BUILDS.map(({ name }) => name)): Promise<string[]> {
  return withLock(join(root, '.cache/build.lock'), async () => {
    const built = (await generate()) ? ['database client'] : [];
    for (const item of BUILDS.filter(({ name }) => names.includes(name)))
      if (await buildOne(item)) built.push(item.name);
    return built;
  });
}

async function buildOne({ sources, out, tool, args, cwd, afterwards }: Build): Promise<boolean> {
  const stamp = join(root, out, '.sources');
  const hash = fingerprint(sources.map((path) => join(root, path)));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await run(nodeBinary, [npmBinary(tool), ...args], { cwd: join(root, cwd) });
  if (afterwards) await run(nodeBinary, [join(root, afterwards)], { cwd: root });
  writeFileSync(stamp, hash);
  return true;
}

if (import.meta.main) console.log(`Compiled: ${(await build()).join(', ') || 'nothing had changed'}.`);
