/** One import in a process of its own, for a test to kill: reads its job from the arguments, says how it ended. */
import { Database } from '@overturn/data/database/database';
import { openFileStore } from '@overturn/data/files/file-store';
import { runImport } from '../../apps/worker/src/imports/run-import.ts';

const [url, filesDirectory, organizationId, remittanceId, now] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const files = openFileStore(filesDirectory);
const ports = {
  database: new Database(url),
  clock: { now: () => Promise.resolve(new Date(now)) },
  openFile: (organization: string, sha256: string) => files.open(organization, sha256),
  batchClaims: 20,
};
process.stdout.write(`${await runImport(ports, { organizationId, remittanceId })}\n`);
process.exit(0);
