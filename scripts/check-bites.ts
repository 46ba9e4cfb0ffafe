/**
 * Proves that every check of `npm run check` can fail: plants violations in a copy of the repository and expects each
 * to be named. A checker that looks at nothing is green too.
 */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CHECKS, runCheck } from './launch/check.ts';
import { root } from './launch/paths.ts';
import { say } from './launch/progress.mjs';
import { record } from './launch/record.ts';

interface Plant {
  check: string;
  file: string;
  text: string;
  /** What the check must say. */
  says: RegExp;
}

/** Named so in one place that the checks, which read this file too, see no violation in it. */
const ours = (name: string): string => `@overturn/${name}`;
const violates = (rule: string, file: string): RegExp => new RegExp(`${rule}: ${file}`);

const PLANTS: readonly Plant[] = [
  plant('types', 'libs/domain/src/planted-type.ts', `export const planted: number = 'text';`, /planted-type\.ts/),
  plant('lint', 'libs/domain/src/planted-promise.ts', `const act = async () => 1;\nact();`, /no-floating-promises/),
  plant('lint', 'libs/domain/src/planted-focus.test.ts', focusedTest(), /no-focused-tests/),
  plant('lint', 'apps/worker/src/planted-any.ts', `export const planted = (value: any) => value;`, /no-explicit-any/),
  plant('format', 'libs/domain/src/planted-format.ts', `export const planted = "double"`, /planted-format\.ts/),
  boundary('layer-libs-domain', 'libs/domain/src/planted-layer.ts', ours('data')),
  boundary('layer-libs-workflows', 'libs/workflows/src/planted-layer.ts', 'node:fs'),
  boundary('layer-apps-dashboard', 'apps/dashboard/src/planted-layer.ts', ours('data')),
  boundary('layer-apps-api', 'apps/api/src/planted-layer.ts', ours('workflows')),
  boundary('door-of-libs-contracts', 'libs/contracts/src/planted-door.ts', '../../domain/src/index.ts'),
  boundary('products-ignore-their-tools', 'apps/api/src/planted-tool.ts', '../../../scripts/launch/paths.ts'),
  boundary('not-resolvable', 'libs/data/src/planted-nowhere.ts', './nowhere.ts'),
  plant(
    'boundaries',
    'libs/x12/src/planted-circle.ts',
    `import './planted-arc.ts';`,
    /no-circle: libs\/x12\/src\/planted/,
  ),
  plant(
    'boundaries',
    'libs/x12/src/planted-arc.ts',
    `import './planted-circle.ts';`,
    /no-circle: libs\/x12\/src\/planted/,
  ),
  plant('unused', 'apps/worker/src/planted-unused.ts', `export const planted = 1;`, /planted-unused\.ts/),
];

function plant(check: string, file: string, text: string, says: RegExp): Plant {
  return { check, file, text, says };
}

function boundary(rule: string, file: string, target: string): Plant {
  return plant('boundaries', file, `import '${target}';`, violates(rule, file));
}

function focusedTest(): string {
  return `import { expect, it } from '@jest/globals';\nit.${'only'}('alone', () => expect(1).toBe(1));`;
}

const COPIED = ['apps', 'libs', 'tests', 'scripts', 'bench', 'prisma'];

/** A copy whose packages are its own and whose dependencies are the repository's. */
function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'overturn-bites-'));
  const skip = (path: string): boolean => !/[/\\](node_modules|dist)$/.test(path);
  for (const name of COPIED)
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true, filter: skip });
  for (const name of readdirSync(root)) {
    if (name !== '.git' && lstatSync(join(root, name)).isFile()) cpSync(join(root, name), join(copy, name));
  }
  linkDependencies('node_modules', copy);
  for (const area of ['apps', 'libs']) {
    for (const name of readdirSync(join(root, area))) linkDependencies(join(area, name, 'node_modules'), copy);
  }
  return copy;
}

function linkDependencies(folder: string, copy: string): void {
  if (!existsSync(join(root, folder))) return;
  mkdirSync(join(copy, folder, '@overturn'), { recursive: true });
  for (const name of readdirSync(join(root, folder)).filter((entry) => entry !== '@overturn')) {
    symlinkSync(join(root, folder, name), join(copy, folder, name));
  }
  if (folder !== 'node_modules') return;
  for (const area of ['apps', 'libs']) {
    for (const name of readdirSync(join(copy, area)))
      symlinkSync(join(copy, area, name), join(copy, folder, '@overturn', name));
  }
}

const copy = copyRepository();
let passed = 0;
let failed = 0;
try {
  for (const { file, text } of PLANTS) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), `${text}\n`);
  }
  for (const check of CHECKS) {
    const verdict = await runCheck(check, copy);
    for (const { says, file } of PLANTS.filter((item) => item.check === check.name)) {
      const bites = !verdict.passed && says.test(verdict.output);
      if (bites) passed += 1;
      else failed += 1;
      say(`  ${bites ? '✓' : '✗'} ${check.name} notices ${file}`);
    }
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
say(`  ${passed} of ${PLANTS.length} planted violations were noticed.`);
record('check-bites', passed, failed);
process.exitCode = failed === 0 ? 0 : 1;
