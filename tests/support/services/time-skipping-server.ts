/** Temporal's official test server, the one whose time can be moved: from Maven where Java and Maven are, else the SDK's own download. */
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { ChildSpec } from '../../../scripts/launch/children.ts';
import { withLock } from '../../../scripts/launch/lock.ts';
import { cacheDir } from '../../../scripts/launch/paths.ts';
import { freePort } from '../../../scripts/launch/ports.ts';
import { acceptsConnections, registerSearchAttributes } from '../../../scripts/launch/temporal.ts';
import { run } from '../../../scripts/launch/run.ts';

const VERSION = '1.32.0';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>overturn</groupId><artifactId>test-server</artifactId><version>1</version>
  <dependencies><dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${VERSION}</version></dependency></dependencies>
</project>
`;

const script = (folder: string): string => `#!/bin/sh
exec java -cp '${folder}/lib/*' io.temporal.testserver.TestServer "$@"
`;

type Begin = (spec: ChildSpec) => Promise<void>;
/** Not in the SDK's types: an environment that moves time on a server which somebody else started. */
type Creating = { create(options: object): Promise<TestWorkflowEnvironment> };

/** Starts one; time stands still until `sleep` of the environment moves it. */
export async function startTimeSkipping(home: string, begin: Begin): Promise<TestWorkflowEnvironment> {
  const path = await findServer();
  const environment = path ? await onOwnServer(path, home, begin) : await TestWorkflowEnvironment.createTimeSkipping();
  await registerSearchAttributes(environment.address, 'default');
  return environment;
}

/** Started by us: the SDK gives a server five seconds, which a busy machine may not have. Without a flag its time stands still. */
async function onOwnServer(path: string, home: string, begin: Begin): Promise<TestWorkflowEnvironment> {
  const port = await freePort();
  await begin({
    name: 'temporal',
    command: path,
    args: [String(port)],
    logFile: join(home, 'logs/temporal.log'),
    stopSignal: 'SIGTERM',
    graceMs: 5_000,
    readyWithinMs: 60_000,
    isReady: () => acceptsConnections(`127.0.0.1:${port}`),
  });
  const options = {
    server: { type: 'existing' },
    supportsTimeSkipping: true,
    namespace: 'default',
    address: `127.0.0.1:${port}`,
  };
  return (TestWorkflowEnvironment as unknown as Creating).create(options);
}

/** Path of the start script; undefined leaves it to the SDK to download. */
async function findServer(): Promise<string | undefined> {
  const folder = join(cacheDir, 'temporal-test-server', VERSION);
  const path = join(folder, 'start');
  if (existsSync(path)) return path;
  if (!(await hasMaven())) return undefined;
  return withLock(`${folder}.lock`, async () => {
    if (!existsSync(path)) await make(folder);
    return path;
  });
}

const hasMaven = (): Promise<boolean> =>
  Promise.all([run('java', ['-version']), run('mvn', ['-version'])]).then(
    () => true,
    () => false,
  );

async function make(folder: string): Promise<void> {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, 'pom.xml'), POM);
  const args = ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib', '-DincludeScope=runtime'];
  await run('mvn', args, { cwd: fresh });
  writeFileSync(join(fresh, 'start'), script(folder));
  chmodSync(join(fresh, 'start'), 0o755);
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}
