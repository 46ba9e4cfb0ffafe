/** Temporal's official test server, the one whose time can be moved: from Maven where Java and Maven are, else the SDK's own download. */
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { withLock } from '../../../scripts/launch/lock.ts';
import { cacheDir } from '../../../scripts/launch/paths.ts';
import { registerSearchAttributes } from '../../../scripts/launch/temporal.ts';
import { run } from '../../../scripts/launch/run.ts';

const VERSION = '1.32.0';
const ATTEMPTS = 5;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>overturn</groupId><artifactId>test-server</artifactId><version>1</version>
  <dependencies><dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${VERSION}</version></dependency></dependencies>
</project>
`;

const script = (folder: string): string => `#!/bin/sh
exec java -cp '${folder}/lib/*' io.temporal.testserver.TestServer "$@"
`;

/** Starts one; time stands still until `sleep` of the environment moves it. */
export async function startTimeSkipping(): Promise<TestWorkflowEnvironment> {
  const path = await findServer();
  const options = path === undefined ? {} : { server: { executable: { type: 'existing-path' as const, path } } };
  // the SDK gives a fresh server five seconds, which a busy machine may not have
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    const environment = await TestWorkflowEnvironment.createTimeSkipping(options).catch(() => undefined);
    if (environment) return known(environment);
  }
  return known(await TestWorkflowEnvironment.createTimeSkipping(options));
}

async function known(environment: TestWorkflowEnvironment): Promise<TestWorkflowEnvironment> {
  await registerSearchAttributes(environment.address, 'default');
  return environment;
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
