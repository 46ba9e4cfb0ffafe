import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** Built beside the compiled worker, so that a start does not wait for it. */
const BUNDLE = fileURLToPath(new URL('../workflow-bundle.js', import.meta.url));

/** The code of the workflows as one file; built now when no build made it beforehand. */
export async function readWorkflowBundle(): Promise<{ code: string }> {
  if (existsSync(BUNDLE)) return { code: readFileSync(BUNDLE, 'utf8') };
  return bundleWorkflows();
}

function bundleWorkflows(): Promise<{ code: string }> {
  const workflowsPath = fileURLToPath(import.meta.resolve('@overturn/workflows'));
  return bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(BUNDLE, (await bundleWorkflows()).code);
