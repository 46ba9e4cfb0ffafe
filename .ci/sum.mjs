/** Adds up what every runner counted, and says in one line whether the build holds. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [folder] = process.argv.slice(2);
const SAMPLES = 14;

const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.jest.json'))
  .map((name) => ({ runner: basename(name, '.jest.json'), ...JSON.parse(readFileSync(join(folder, name), 'utf8')) }));

const rows = readFileSync(join(folder, 'counts.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
for (const { runner, numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } of reports) {
  rows.push({
    runner: `jest ${runner}`,
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites,
    skipped: numPendingTests,
  });
}

// Each sample must have been read by a test that names it: a skipped one is not a green one.
const passedTitles = reports
  .flatMap(({ testResults }) => testResults)
  .filter(({ name }) => name.endsWith('libs/x12/src/samples.test.ts'))
  .flatMap(({ assertionResults }) => assertionResults)
  .filter(({ status }) => status === 'passed')
  .map(({ title }) => title.split(' ')[0]);
const read = new Set(passedTitles.filter((title) => title.includes('-'))).size;
rows.push({ runner: 'samples read', passed: read, failed: Math.max(0, SAMPLES - read), counted: false });

for (const { runner, passed, failed, skipped } of rows) {
  console.log(
    `  ${failed === 0 ? '✓' : '✗'} ${runner}: ${passed} held, ${failed} did not${skipped ? `, ${skipped} left out` : ''}`,
  );
}
const total = (key) => rows.reduce((sum, row) => sum + (row.counted === false && key === 'passed' ? 0 : row[key]), 0);
const failed = total('failed');
console.log(`${total('passed')} passed, ${failed} failed`);
process.exitCode = failed === 0 && total('passed') > 0 ? 0 : 1;
