import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../../scripts/launch/children.ts';
import { root } from '../../scripts/launch/paths.ts';
import { workerSpec } from '../../scripts/launch/product.ts';
import type { Desk } from './desk.ts';

const COPY = join(root, '.cache/worker-before');

/** Puts the compiled worker in the place of the desk's own, with its workflows as they were before a patch; `stop` ends it. */
export async function workBefore(desk: Desk, patch: string): Promise<{ stop(): Promise<void> }> {
  await desk.product.kill('worker', 'SIGTERM');
  rmSync(COPY, { recursive: true, force: true });
  cpSync(join(root, 'apps/worker/dist'), COPY, { recursive: true });
  const bundle = join(COPY, 'workflow-bundle.js');
  writeFileSync(bundle, withoutPatch(readFileSync(bundle, 'utf8'), patch));

  const { services } = desk.product;
  const env = { ...services.env, OVERTURN_CLOCK: 'temporal-test' };
  const spec = workerSpec({ env, logs: join(services.home, 'logs/before') });
  const args = spec.args.map((arg) => (arg.endsWith('main.js') ? join(COPY, 'main.js') : arg));
  const worker = new Child({ ...spec, args }, services.home, console.warn);
  await worker.start();
  return {
    async stop() {
      await worker.stop();
      rmSync(COPY, { recursive: true, force: true });
    },
  };
}

/** An older run knows nothing of the patch: no marker, and the branch of old. */
function withoutPatch(code: string, patch: string): string {
  const call = new RegExp(`\\(0,\\w+\\.patched\\)\\('${patch}'\\)`);
  if (!call.test(code)) throw new Error(`Nothing asks for the patch ${patch}.`);
  return code.replace(call, 'false');
}
